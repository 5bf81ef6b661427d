/** The longest tag kept, in UTF-16 units. */
const MAX_TAG_LENGTH = 100;

/** A tag as it is kept: NFC, one space where there was any, at most 100 characters; empty when nothing is left. */
export function tidyTag(tag: string): string {
  return tag.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, MAX_TAG_LENGTH).trim();
}
