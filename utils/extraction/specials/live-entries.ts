import { words } from '../dom';

/** A time of day: `10:30`, `10.30 Uhr`, `9:05 pm`, `14h20`, `2 January, 10:30`. */
const CLOCK = /(?:^|\s)\d{1,2}[:.h]\d{2}(?:\s|$|[ap]\.?m)/i;

/** Characters of the longest line that only says when. */
const LONGEST = 40;

/** Characters from which a box with a time is an entry rather than a line of a list. */
const ENTRY = 60;

/** How many times of a page are looked at. */
const MOST = 300;

const ENTRY_BOX = /^(?:div|article|section|li)$/;
const SHOW_TEXT = 4;

/**
 * In a live report each entry begins with its time on a line of its own, which the steps after this one would take for a byline:
 * it moves to the front of the entry's first heading or paragraph. A report is two entries or more beside each other.
 */
export function settleLiveEntries(root: Document | Element): void {
  const reports = new Map<Element, Map<Element, Element>>();
  for (const time of [...root.querySelectorAll('time')].slice(0, MOST)) {
    if (!CLOCK.test(words(time.textContent).slice(0, LONGEST))) continue;
    const entry = entryOf(time);
    const report = entry?.parentElement;
    if (!entry || !report) continue;
    const entries = reports.get(report) ?? new Map<Element, Element>();
    if (!entries.has(entry)) entries.set(entry, time);
    reports.set(report, entries);
  }
  for (const entries of reports.values()) {
    if (entries.size > 1) for (const [entry, time] of entries) lead(time, entry);
  }
}

/** The box that the time's line and the entry's words are in: the first that is much longer than the time. */
function entryOf(time: Element): Element | null {
  let box = time.parentElement;
  for (let step = 0; step < 4 && box; step++, box = box.parentElement) {
    if (!/^(?:div|article|section|li|header|p|span)$/.test(box.localName)) return null;
    if (isLonger(box, ENTRY)) return ENTRY_BOX.test(box.localName) ? box : null;
    if (isLonger(box, LONGEST)) return null;
  }
  return null;
}

/** Reads no more than it must: the box may be the whole page. */
function isLonger(box: Element, length: number): boolean {
  const walker = box.ownerDocument.createTreeWalker(box, SHOW_TEXT);
  let seen = 0;
  while (seen <= length && walker.nextNode()) seen += words(walker.currentNode.nodeValue).length;
  return seen > length;
}

function lead(time: Element, entry: Element): void {
  const first = [...entry.querySelectorAll('h2, h3, h4, h5, h6, p')].find(
    (block) => !block.contains(time) && words(block.textContent) !== '',
  );
  first?.prepend(time, ' ');
}
