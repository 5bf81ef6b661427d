/** The longest side that is kept, in pixels: twice the widest column of the reader, for screens with two pixels to one. */
const LONGEST_SIDE = 1_600;

/** A photograph's quality at which people see no difference beside the original (WebP's own scale; its default is 0.8). */
const QUALITY = 0.8;

/** What is saved at least for a picture to be changed: less is not worth what encoding it again loses. */
const WORTH = 0.75;

/**
 * A picture of at most `LONGEST_SIDE` pixels a side as WebP; null when that would not be at least a quarter smaller, or when it
 * moves or cannot be read. Works without a document.
 */
export async function shrinkPicture(blob: Blob): Promise<Blob | null> {
  if (await moves(blob)) return null;
  try {
    const bitmap = await createImageBitmap(blob);
    try {
      const share = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
      const [width, height] = [
        Math.max(1, Math.round(bitmap.width * share)),
        Math.max(1, Math.round(bitmap.height * share)),
      ];
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      if (!context) return null;
      context.imageSmoothingQuality = 'high';
      context.drawImage(bitmap, 0, 0, width, height);
      const smaller = await canvas.convertToBlob({ type: 'image/webp', quality: QUALITY });
      // A browser that cannot write WebP answers with PNG.
      return smaller.type === 'image/webp' && smaller.size <= blob.size * WORTH ? smaller : null;
    } finally {
      bitmap.close();
    }
  } catch {
    return null;
  }
}

/** Where what is looked for stands: both formats say before the first frame that there are several. */
const HEAD_BYTES = 100_000;

/** The flag of a WebP file's head that says that it moves, and where the flags are. */
const WEBP_ANIMATION = 0b10;
const WEBP_FLAGS_AT = 20;

/** Whether a PNG or WebP has several frames: in a PNG an `acTL` chunk comes before the pixels, in a WebP the head has a flag. */
async function moves(blob: Blob): Promise<boolean> {
  const bytes = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  const text = new TextDecoder('latin1').decode(bytes);
  if (text.startsWith('RIFF'))
    return text.startsWith('VP8X', 12) && ((bytes[WEBP_FLAGS_AT] ?? 0) & WEBP_ANIMATION) !== 0;
  const [beforePixels = ''] = text.split('IDAT', 1);
  return text.startsWith('PNG', 1) && beforePixels.includes('acTL');
}
