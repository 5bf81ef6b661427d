import { sha256Hex } from '../model/digest';
import type { PictureFailure, StoredPicture } from '../model/picture';
import { fail, ok, type Result } from '../model/result';

/** The largest picture that is kept: 25 MB, above any photograph a news page shows and far below what a transaction can carry. */
export const MAX_PICTURE_BYTES = 25 * 1024 * 1024;

/** How long one picture may take before it counts as unreachable; below the 30 s after which a browser stops a worker's fetch. */
const TIMEOUT_MS = 20_000;

/**
 * Fetches one address and returns the bytes if they are a picture within the size limit, hashed and ready to store.
 * Sends no referrer and no cookies. Failures are told apart as far as the browser lets us: a cross-origin answer that was
 * withheld looks the same as a dead network, so the caller adds what it knows of permissions.
 */
export async function fetchPicture(url: string): Promise<Result<StoredPicture, PictureFailure>> {
  let response: Response;
  try {
    response = await fetch(url, {
      referrerPolicy: 'no-referrer',
      credentials: 'omit',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    return fail('unreachable');
  }
  if (!response.ok) return fail('refused');
  return readPicture(response);
}

/** Reads an answer's body up to the limit and checks that it is a picture. */
async function readPicture(response: Response): Promise<Result<StoredPicture, PictureFailure>> {
  if (Number(response.headers.get('content-length')) > MAX_PICTURE_BYTES) return fail('too-large');
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  try {
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      bytes += part.value.byteLength;
      if (bytes > MAX_PICTURE_BYTES) {
        void reader?.cancel();
        return fail('too-large');
      }
      chunks.push(part.value);
    }
  } catch {
    return fail('unreachable');
  }
  return toStoredPicture(new Blob(chunks, { type: mediaType(response.headers.get('content-type')) }));
}

/** Hashes a blob that really is a picture: rasters must decode, an SVG must be one. */
export async function toStoredPicture(blob: Blob): Promise<Result<StoredPicture, PictureFailure>> {
  const type = await pictureType(blob);
  if (!type) return fail('not-a-picture');
  const data = await blob.arrayBuffer();
  return ok({ hash: await sha256Hex(data), blob: new Blob([data], { type }), type, bytes: data.byteLength });
}

/** The media type to store a picture under; null when it is none. Servers mislabel often, so the bytes decide. */
async function pictureType(blob: Blob): Promise<string | null> {
  const head = await blob.slice(0, 512).text();
  const markup = head.replace(/^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?/i, '');
  if (/^<svg[\s>]/i.test(markup)) return 'image/svg+xml';
  try {
    const bitmap = await createImageBitmap(blob);
    bitmap.close();
    return blob.type.startsWith('image/') && blob.type !== 'image/svg+xml' ? blob.type : rasterType(head);
  } catch {
    return null;
  }
}

function rasterType(head: string): string {
  if (head.includes('PNG')) return 'image/png';
  if (head.startsWith('GIF8')) return 'image/gif';
  if (head.startsWith('RIFF')) return 'image/webp';
  if (head.slice(4, 12).startsWith('ftypavi')) return 'image/avif';
  return 'image/jpeg';
}

function mediaType(header: string | null): string {
  return (header ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
