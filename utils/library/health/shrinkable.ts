import type { StoredPicture } from '../../model/picture';
import { LARGE_PICTURE_BYTES } from '../../model/storage';

/** Types whose pictures are one frame of pixels: others move or are drawn. PNG and WebP may move too, which is asked when they are read. */
const STILL_TYPES = ['image/jpeg', 'image/png', 'image/webp'];

/** Whether a picture is large and of a type that can be made smaller. */
export function canShrink({ type, bytes }: Pick<StoredPicture, 'type' | 'bytes'>): boolean {
  return bytes >= LARGE_PICTURE_BYTES && STILL_TYPES.includes(type);
}
