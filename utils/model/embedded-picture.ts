/** What the addresses of pictures begin with that stand in a file itself, as `data:` urls: the SHA-256 of that url in hex follows. */
export const EMBEDDED_PICTURE = 'urn:offprint:picture:';

const WHOLE = new RegExp(`^${EMBEDDED_PICTURE}[\\da-f]{64}$`);

/** Whether an address is that of a picture that stood in a file; its `data:` url is among the picture's sources. */
export function isEmbeddedPicture(url: string): boolean {
  return WHOLE.test(url);
}
