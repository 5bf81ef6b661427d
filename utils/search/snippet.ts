import { findAllWords, type Span } from './find-words';
import { foldForSearch } from './fold-for-search';
import type { Words } from './query';

/** A piece of a text with what was searched for in it. */
export interface Snippet {
  readonly text: string;
  /** Ascending, none over another. */
  readonly marks: readonly Span[];
}

/** Characters a snippet shows; a character of Han, kana or hangul is as wide as two. */
const WIDTH = 160;

/** How much of that stands before the first mark: two lines of a row hold 46 where the panel is narrowest, 320 px. */
const BEFORE = 32;

/** Places of one word that are looked at. */
const MOST_PLACES = 60;

/** The stretch of a text that has the most of the words, from its beginning if it has none. */
export function snippetOf(words: readonly Words[], text: string): Snippet {
  const clean = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const marks = marksIn(words, clean);
  const from = startOf(clean, bestStart(marks));
  const to = endOf(clean, from);
  const shown = marks.filter(([start, end]) => start >= from && end <= to);
  const lead = from > 0 ? '…' : '';
  const cut = `${lead}${clean.slice(from, to).trimEnd()}${to < clean.length ? '…' : ''}`;
  return { text: cut, marks: shown.map(([start, end]) => [start - from + lead.length, end - from + lead.length]) };
}

/** Every place where a text has one of the words, in the text as it is written, none over another. */
export function marksIn(words: readonly Words[], text: string): Span[] {
  const { folded, places } = foldedWithPlaces(text);
  const found = words.flatMap((each) => findAllWords(each, folded, MOST_PLACES));
  const spans = found.map(([start, end]): Span => [places(start), places(end)]).sort(([a], [b]) => a - b);
  return spans.filter(([start], i) => i === 0 || start >= Math.max(...spans.slice(0, i).map(([, end]) => end)));
}

/** Where a window should begin to have the most marks. */
function bestStart(marks: readonly Span[]): number {
  let best = 0;
  let most = 0;
  for (const [start] of marks) {
    const inside = marks.filter(([from, to]) => from >= start && to <= start + WIDTH / 2).length;
    if (inside > most) [best, most] = [start, inside];
  }
  return best;
}

/** The end of a sentence with what stands between it and the next. */
const SENTENCE_END = /[.!?] |[。！？]["”」』]? ?/g;

/** The beginning of the sentence or word some way before a place. */
function startOf(text: string, at: number): number {
  let from = at;
  for (let width = 0; from > 0 && width < BEFORE; width += widthAt(text, from)) from -= 1;
  if (from === 0) return 0;
  const before = text.slice(from, at);
  const sentence = [...before.matchAll(SENTENCE_END)].at(-1);
  if (sentence) return from + sentence.index + sentence[0].length;
  if (/[\s。！？]/.test(text[from - 1] ?? '')) return from;
  const space = before.indexOf(' ');
  return from + (space >= 0 ? space + 1 : isLow(text, from) ? 1 : 0);
}

function endOf(text: string, from: number): number {
  let width = 0;
  let to = from;
  for (; to < text.length && width < WIDTH; to++) width += widthAt(text, to);
  if (to >= text.length) return text.length;
  const space = text.lastIndexOf(' ', to);
  const end = space > from + (to - from) * 0.8 ? space : to;
  return isLow(text, end) ? end - 1 : end;
}

function widthAt(text: string, at: number): number {
  return text.charCodeAt(at) >= 0x2e80 ? 2 : 1;
}

/** True in the middle of a surrogate pair. */
function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** What folds into as many places as it takes: the most of Western and of Chinese and Japanese texts. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
const KEEPS_PLACES = /^[\u0000-\u007f\u2010-\u2027\u3000-\u3029\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff\uff01-\uff5e]*$/;

/** A letter with the marks upon it: these fold together. */
const CLUSTER = /\P{M}[\p{M}\uff9e\uff9f]*|\p{M}+/gu;

/** Folded text, and where in the text as it is written each of its places is. */
function foldedWithPlaces(text: string): { folded: string; places: (at: number) => number } {
  if (KEEPS_PLACES.test(text)) return { folded: foldForSearch(text), places: (at) => at };
  let folded = '';
  const places: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const own = foldForSearch(cluster);
    for (let i = 0; i < own.length; i++) places.push(index);
    folded += own;
  }
  return { folded, places: (at) => places[at] ?? text.length };
}
