// A small image server around sharp: GET /WIDTHxHEIGHT[!]/NAME.jpeg makes a JPEG of FOLDER/NAME.jpg, and keeps nothing.
// As many pictures at once as the machine has cores; each on one thread, in the same quality as ours.

import { createServer } from 'node:http';
import { encoder, sharp } from './sharp.mjs';

const folder = process.argv[2];

function render(width, height, exact, name) {
  return sharp(`${folder}/${name}.jpg`, { failOn: 'none', sequentialRead: true })
    .rotate()
    .resize(width, height, {
      fit: exact ? 'cover' : 'inside',
      withoutEnlargement: !exact,
      kernel: 'lanczos3',
      fastShrinkOnLoad: false,
    })
    .jpeg(encoder(width, height))
    .toBuffer();
}

const server = createServer(async (request, response) => {
  const [, width, height, exact, name] = /^\/(\d+)x(\d+)(!?)\/([a-z0-9-]+)\.jpeg$/.exec(request.url) ?? [];
  try {
    const picture = await render(Number(width), Number(height), exact === '!', name);
    response.writeHead(200, { 'Content-Type': 'image/jpeg', 'Content-Length': picture.length });
    response.end(picture);
  } catch (error) {
    response.writeHead(500);
    response.end(`${error}\n`);
  }
});
server.listen(0, '127.0.0.1', () => console.log(`ready ${server.address().port} sharp ${sharp.versions.sharp}`));
