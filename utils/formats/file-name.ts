/** Most UTF-8 bytes of a name before its extension: file systems allow 255, and archives and copies add to it. */
const MAX_NAME_BYTES = 180;
/** Names that Windows keeps for devices, whatever the extension (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?:\.|$)/i;

/**
 * A file name for an article's title that every common system accepts and that stays in its folder: no separators,
 * control or direction characters (the joiners that some scripts need stay), device names, leading or trailing dots and spaces; every script is kept.
 * @param extension with its dot.
 * @param taken names already given, lower case; the new name is added. Names equal but for case or composition get a number.
 */
export function exportFileName(title: string, extension = '.md', taken: Set<string> = new Set()): string {
  const base = safeName(title);
  for (let count = 1; ; count++) {
    const suffix = count === 1 ? '' : ` (${count})`;
    const name = `${cut(base, MAX_NAME_BYTES - suffix.length)}${suffix}${extension}`;
    const folded = name.normalize('NFKC').toLowerCase();
    if (taken.has(folded)) continue;
    taken.add(folded);
    return name;
  }
}

function safeName(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/(?:(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFD])+/gu, ' ')
    .replace(/[<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ');
  const name = cut(plain, MAX_NAME_BYTES);
  if (name === '') return 'untitled';
  return RESERVED.test(name) ? `_${name}` : name;
}

/** The longest start of `name` within the bytes, in whole user-visible characters, without dots and spaces at its ends. */
function cut(name: string, bytes: number): string {
  const trimmed = name.replace(/^[\s.~]+|[\s.]+$/g, '');
  const encoder = new TextEncoder();
  if (encoder.encode(trimmed).length <= bytes) return trimmed;
  let kept = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(
    trimmed.slice(0, bytes),
  )) {
    if (encoder.encode(kept + segment).length > bytes) break;
    kept += segment;
  }
  return kept.replace(/[\s.]+$/, '');
}
