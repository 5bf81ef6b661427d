import { startingWith } from './held';

/** The longest tag kept, in UTF-16 units. */
const MAX_TAG_LENGTH = 100;

/**
 * A tag as it is kept: NFC, one space where there was any and none around a `/`, which makes one tag of another, at most 100
 * characters; empty when nothing is left.
 */
export function tidyTag(tag: string): string {
  const plain = tag.normalize('NFC').replace(/\s+/g, ' ').slice(0, MAX_TAG_LENGTH);
  return plain
    .split('/')
    .map((part) => part.trim())
    .filter(Boolean)
    .join('/');
}

/** The keys of `entries` by tag that have a tag, and those that have one below it. */
export function tagRanges(trashed: 0 | 1, tag: string): readonly [own: IDBKeyRange, below: IDBKeyRange] {
  // `0` is the character after `/`.
  return [startingWith(trashed, tag), IDBKeyRange.bound([trashed, `${tag}/`], [trashed, `${tag}0`], false, true)];
}
