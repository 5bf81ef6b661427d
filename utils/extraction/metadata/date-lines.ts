import type { Line, Surroundings } from './lines';

/** A day, as bylines write it, with or without a clock. */
const DAY =
  /(?<=\p{Script=Han}[:：]?\s?)\d\d-\d\d-\d\d(?!-)|\d{4}\s*[-/.年년]\s*\d{1,2}\s*[-/.月월]\s*\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}|\p{L}{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+|of\s+)?\p{L}{2,12}(?:[\s/]\p{L}{3,12})?\.?,?\s+(?:del?\s+)?\d{4}|[٠-٩]{1,2}\s+\p{L}{2,12}(?:[\s/]\p{L}{3,12})?\s+[٠-٩]{4}/gu;

/** Words before a day on which an article was only changed, in the languages of the news. */
const CHANGED =
  /(?:updated?|modified|revised|reviewed|aktualisiert|stand|mis(?:e)? à jour|modifié|actualizad[oa]|atualizad[oa]|aggiornat[oa]|bijgewerkt|uppdaterad|oppdatert|opdateret|aktualizacja|güncelle\p{L}*|обновлено|更新|修改|最終更新|수정|تحديث)\p{L}{0,4}[^\p{L}\d]*(?:on|at|time|date|am|le|el|il|em|op|时间|時間|日期)?[^\p{L}\d]*(?:\p{L}{2,10}[,.]\s*)?$/iu;

/** The longest line that is one with a date; what is longer is text, which names all kinds of days. */
const LONGEST = 200;
/** Characters from where a day begins that hold its clock and zone. */
const WITH_CLOCK = 48;

/** Days in the page's words: when the article appeared, and when it was last changed. */
export interface DateLines {
  readonly published?: string;
  readonly modified?: string;
}

/** The days named nearest to the heading: below it first, then above. */
export function datesAround({ before, after }: Surroundings): DateLines {
  let found: DateLines = {};
  for (const lines of [after, before]) {
    for (const [index, line] of lines.entries()) {
      if (line.text.length <= LONGEST) found = { ...datesIn(labelled(line, lines, index, lines === after)), ...found };
    }
  }
  return found;
}

/** The days of a line, by what stands before each. */
export function datesIn(line: string): DateLines {
  const found: { published?: string; modified?: string } = {};
  for (const { index } of line.matchAll(DAY)) {
    const field = CHANGED.test(line.slice(Math.max(0, index - 40), index)) ? 'modified' : 'published';
    found[field] ??= line.slice(index, index + WITH_CLOCK);
  }
  return found;
}

/** A line that begins with a day, together with the word in a box of its own before it. */
function labelled(line: Line, lines: readonly Line[], index: number, forward: boolean): string {
  const label = lines[forward ? index - 1 : index + 1]?.text ?? '';
  return label.length <= 30 && !/\d/.test(label) ? `${label} ${line.text}` : line.text;
}
