import { words } from '../dom';
import { authorNames, LEAD, looksLikeName } from './authors';
import { accountInLine, authorsInLine } from './chinese-authors';
import type { Line, Surroundings } from './lines';

/** The longest line that is a byline. */
const LONGEST = 160;

/** Who the lines around the heading say wrote it: after `By`, by links to their pages, after `作者`; undefined when none does. */
export function authorsAround({ before, after }: Surroundings): readonly string[] | undefined {
  for (const read of [ledNames, linkedNames, chineseNames]) {
    for (const lines of [after, before]) {
      const short = lines.filter(({ text }) => text.length <= LONGEST);
      const found = short.map((line, index) => read(line, short[index + 1])).find((names) => names.length > 0);
      if (found) return found;
    }
  }
  return undefined;
}

/** The names after `By`, which may stand in a box of its own. */
function ledNames(line: Line, next: Line | undefined): readonly string[] {
  const isAlone = next !== undefined && LEAD.test(`${line.text} `) && line.text.split(' ').length <= 2;
  const text = isAlone && !LEAD.test(line.text) ? `${line.text} ${next.text}` : line.text;
  if (!LEAD.test(text) || /^(?:photos?|reviewed|edited|updated)/i.test(text)) return [];
  const people = authorNames(isAlone ? next.people : line.people);
  if (people.length > 0) return people;
  const names = authorNames([text]);
  const end = names.findIndex((name) => !looksLikeName(name));
  return end < 0 ? names : names.slice(0, end);
}

function linkedNames({ people }: Line): readonly string[] {
  const names = authorNames(people);
  return names.length > 0 && names.every((name) => looksLikeName(name) && name.includes(' ')) ? names : [];
}

function chineseNames({ text }: Line): readonly string[] {
  if (!/\p{Script=Han}/u.test(text)) return [];
  const named = authorsInLine(text);
  const account = named.length > 0 ? null : accountInLine(text);
  return account ? [account] : named;
}

/** What a byline's element says: each of its parts where all are names, its words otherwise, with spaces between its elements. */
export function partsOf(element: Element): string[] {
  const leaves = [...element.querySelectorAll('*')].filter((part) => !part.firstElementChild);
  const names = [...new Set(leaves.map((part) => words(part.textContent)).filter((text) => text !== ''))];
  const people = names.filter((name) => looksLikeName(name) && name.includes(' '));
  if (people.length > 1 && people.length === names.length) return people;
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push((node as Text).data);
  return [words(texts.join(' '))];
}
