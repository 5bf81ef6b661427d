import { words } from '../dom';
import { comparable } from '../steps/repeated-title';

const SEPARATOR =
  /\s+[-|–—·•»«:/\\]\s+|\s*[|_｜丨]\s*|\s[-–—]|[-–—]\s|(?<=\p{Script=Han}[！？。]?)[-—–](?=[\p{Script=Han}\w])/u;

/**
 * A title without the site's name around it. `siteName` and `heading` (the words of the page's `h1`) tell what the site's part is;
 * without them only what looks like a site at the very end goes.
 */
export function withoutSite(title: string, siteName: string | null, heading: string | null, host: string): string {
  const whole = words(title);
  if (heading && isPartOf(heading, whole)) return words(heading);
  const pieces = split(whole);
  const names = [siteName, host.replace(/^www\./, ''), host.split('.').at(-2)]
    .filter((name) => name)
    .map((name) => comparable(name ?? ''));
  let { length } = pieces;
  while (length > 1 && isSite(pieces[length - 1]?.text ?? '', names)) length -= 1;
  let start = 0;
  while (start < length - 1 && isSite(pieces[start]?.text ?? '', names)) start += 1;
  const first = pieces[start];
  const last = pieces[length - 1];
  if (!first || !last) return whole;
  // What stands between the title and the site's name is the section.
  const end = length < pieces.length && length - start > 1 && last.text.length <= 12 ? pieces[length - 2] : last;
  return words(whole.slice(first.from, (end ?? last).to));
}

interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

function split(title: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of title.matchAll(new RegExp(SEPARATOR, 'gu'))) {
    pieces.push({ text: title.slice(from, match.index), from, to: match.index });
    from = match.index + match[0].length;
  }
  pieces.push({ text: title.slice(from), from, to: title.length });
  return pieces.filter(({ text }) => text.trim() !== '');
}

function isSite(piece: string, names: readonly string[]): boolean {
  const plain = comparable(piece);
  if (plain === '') return true;
  if (/^[\w-]+\.(?:com|net|org|cn|de|co\.uk|fr|es|it|jp|io|news)(?:\.\w{2})?$/i.test(piece.trim())) return true;
  if (/^.{1,8}(?:网|網|新闻网|日报|晚报|在线|新聞)$/u.test(piece.trim())) return true;
  return names.some(
    (name) =>
      name.length > 1 &&
      (plain === name ||
        (name.length > 3 && (plain.startsWith(name) || plain.endsWith(name)) && plain.length < name.length + 16) ||
        (plain.length > 3 && name.startsWith(plain))),
  );
}

/** Whether the heading is what the title consists of, apart from what the site adds. */
function isPartOf(heading: string, title: string): boolean {
  const short = comparable(heading);
  const long = comparable(title);
  return short.length > 0 && short.length * 3 >= long.length && (long.startsWith(short) || long.endsWith(short));
}
