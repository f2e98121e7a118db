// sharp on the same terms as ours: one thread a picture, nothing kept, the same settings of the encoder.

import sharp from 'sharp';

sharp.concurrency(1);
sharp.cache(false);

const SMALL = 100_000;

export function encoder(width, height) {
  return {
    quality: 82,
    chromaSubsampling: '4:2:0',
    progressive: false,
    mozjpeg: false,
    optimiseCoding: width * height <= SMALL,
  };
}

export { sharp };
