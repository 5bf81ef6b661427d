/** Longest tag kept, in characters. */
const LONGEST_TAG = 64;

/**
 * A tag as it is kept: composed (NFC), without control characters, a leading `#`, doubled spaces and spaces around the `/` that puts
 * one tag below another, at most 64 characters; may be empty.
 */
export function cleanTag(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .replace(/^[#＃]+\s*/, '')
    .replace(/(?:\s*[/／]\s*)+/g, '/')
    .replace(/^\/|\/$/g, '');
  return [...plain].slice(0, LONGEST_TAG).join('').trim();
}

/** The tags in typed or pasted text: they are separated by commas of any script, semicolons or line ends. */
export function splitTags(text: string): string[] {
  return text
    .split(/[,，、;；\r\n]+/)
    .map(cleanTag)
    .filter((tag) => tag !== '');
}

/** What is compared to tell tags apart while typing: without case, width and accents. */
export function tagKey(tag: string): string {
  return tag
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLocaleLowerCase();
}

/** Up to `most` tags that match what is typed and are not taken yet: those that start with it first, else in the order given. */
export function suggestTags(typed: string, all: readonly string[], taken: readonly string[], most: number): string[] {
  const key = tagKey(cleanTag(typed));
  const used = new Set(taken.map(tagKey));
  const free = all.filter((tag) => !used.has(tagKey(tag)));
  const starting = free.filter((tag) => tagKey(tag).startsWith(key));
  const containing = free.filter((tag) => !tagKey(tag).startsWith(key) && tagKey(tag).includes(key));
  return [...starting, ...containing].slice(0, most);
}
