// sharp, told to do the same work: no shrinking beyond what vips_thumbnail does, the same
// encoder settings. Lines and answers as in worker.c.

import { createInterface } from 'node:readline';
import { encoder, sharp } from './sharp.mjs';

async function render(task) {
  const scaled = sharp(task.source, { failOn: 'none', sequentialRead: true })
    .resize(task.scaledWidth, task.scaledHeight, { fit: 'fill', kernel: 'lanczos3', fastShrinkOnLoad: false });
  const isCropped = task.width !== task.scaledWidth || task.height !== task.scaledHeight;
  const { left, top, width, height } = task;
  await (isCropped ? scaled.extract({ left, top, width, height }) : scaled).jpeg(encoder(width, height)).toFile(task.target);
}

function parse(line) {
  const [source, target, , ...numbers] = line.split('\t');
  const [scaledWidth, scaledHeight, left, top, width, height, repetitions] = numbers.map(Number);
  return { source, target, scaledWidth, scaledHeight, left, top, width, height, repetitions };
}

console.log(`ready sharp ${sharp.versions.sharp}, libvips ${sharp.versions.vips}`);
for await (const line of createInterface({ input: process.stdin })) {
  try {
    const task = parse(line);
    for (let i = 0; i < task.repetitions; i++) {
      await render(task);
    }
    console.log('done');
  } catch (error) {
    console.error(`worker.mjs: ${error}`);
    console.log('failed');
  }
}
