import { expect, test } from 'vitest';
import { shrinkPicture } from '../../utils/pictures/shrink-picture';

/** A picture of this size that is no single colour. */
async function aPhoto(width: number, height: number, type: string, alpha = 1): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  const noise = new ImageData(width, height);
  for (let i = 0; i < noise.data.length; i += 4) {
    const x = (i / 4) % width;
    noise.data.set([x % 256, (i / 4 / width) % 256, (x * 7) % 256, 255 * alpha], i);
  }
  context?.putImageData(noise, 0, 0);
  return canvas.convertToBlob({ type, quality: 1 });
}

test('a large photograph becomes a WebP of at most 1,600 pixels a side, in proportion', async () => {
  const photo = await aPhoto(3_000, 1_500, 'image/jpeg');

  const smaller = await shrinkPicture(photo);

  expect(smaller?.type).toBe('image/webp');
  expect(smaller && smaller.size < photo.size * 0.75).toBe(true);
  const bitmap = await createImageBitmap(smaller as Blob);
  expect([bitmap.width, bitmap.height]).toEqual([1_600, 800]);
});

test('what is clear stays clear', async () => {
  const smaller = await shrinkPicture(await aPhoto(2_000, 2_000, 'image/png', 0.5));

  const bitmap = await createImageBitmap(smaller as Blob);
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  expect(context?.getImageData(0, 0, 1, 1).data[3]).toBeLessThan(200);
});

test('a picture that gains nothing, moves or cannot be read stays as it is', async () => {
  const small = (await shrinkPicture(await aPhoto(2_000, 1_000, 'image/jpeg'))) as Blob;
  const png = new Uint8Array(await (await aPhoto(1_000, 1_000, 'image/png')).arrayBuffer());
  // As an animated PNG has it: a chunk between the head (33 bytes) and the pixels.
  const moving = [png.slice(0, 33), new Uint8Array([0, 0, 0, 8]), 'acTL', new Uint8Array(12), png.slice(33)];

  expect(await shrinkPicture(small)).toBeNull();
  expect(await shrinkPicture(new Blob(moving, { type: 'image/png' }))).toBeNull();
  expect(await shrinkPicture(new Blob(['no picture'], { type: 'image/png' }))).toBeNull();
});
