import { words } from '../dom';
import { comparable } from '../steps/repeated-title';

const SEPARATOR =
  /\s+[-|–—·•»«:/\\]\s+|\s*[|_｜丨]\s*|\s[-–—]|[-–—]\s|(?<=\p{Script=Han}[！？。]?)[-—–](?=[\p{Script=Han}\w])/u;

/**
 * A title without the site's name around it. `siteName` and `heading` (the words of the page's `h1`) tell what the site's part is;
 * without them only what looks like a site at the very end goes.
 */
export function withoutSite(title: string, siteName: string | null, heading: string | null, host: string): string {
  const all = words(title);
  if (heading && isPartOf(heading, all)) return words(heading);
  const underlined = /^([^_]{6,}?)\s*_/.exec(all)?.[1];
  // No Chinese headline has a low line: what comes after one is the channel and the site.
  if (underlined && /\p{Script=Han}/u.test(underlined)) return words(underlined);
  const pieces = split(all);
  const names = [siteName, host.replace(/^www\./, ''), host.split('.').at(-2)]
    .filter((name) => name)
    .map((name) => comparable(name ?? ''));
  let { length } = pieces;
  while (length > 1 && isSite(pieces[length - 1]?.text ?? '', names)) length -= 1;
  let start = 0;
  while (start < length - 1 && isSite(pieces[start]?.text ?? '', names)) start += 1;
  const first = pieces[start];
  const last = pieces[length - 1];
  if (!first || !last) return all;
  // What stands between the title and the site's name is the section.
  const end = length < pieces.length && length - start > 1 && last.text.length <= 12 ? pieces[length - 2] : last;
  return words(all.slice(first.from, (end ?? last).to));
}

/**
 * A title that an unescaped quotation mark ended before its time, from the document's own title, which has it whole:
 * `content="他说"不""` is `他说` to a parser.
 */
export function whole(title: string, documentTitle: string): string {
  const said = words(title);
  return said !== '' && documentTitle.startsWith(said) && /^\s*"/.test(documentTitle.slice(said.length))
    ? documentTitle
    : said;
}

/** A heading without the day that stands before it in the same element. */
export function withoutDate(heading: string): string {
  const rest = heading.replace(
    /^(?:\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{1,2}\.? \p{L}{3,9}\.? \d{4}|\d{4}-\d\d-\d\d)[ |:·–-]+/u,
    '',
  );
  return rest === '' ? heading : rest;
}

/** Share of the words of two titles that both have, from which the one that readers see stands for the one that is for machines. */
const ALIKE = 0.2;

/**
 * Whether the page's heading says better what the article is called than the title that the page gives to others, which is often
 * written for search results: when that still carries separators, or shares enough words with the heading.
 */
export function isBetterHeading(heading: string, title: string): boolean {
  if (SET_APART.test(title) && !SET_APART.test(heading)) return true;
  // A heading that has the topic before the title is no better than the title alone.
  if (/\s[-–—]\s|[:|]\s/.test(heading) && comparable(heading).endsWith(comparable(title))) return false;
  const shown = wordsOf(heading);
  const said = wordsOf(title);
  const shared = [...shown].filter((word) => said.has(word)).length;
  return shared / (shown.size + said.size - shared) >= ALIKE;
}

const SET_APART = /\s[|–—-]\s|[|_]/;

function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[‘’“”"'`´]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
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
