import { random } from '../../library/random';
import { madeUpCorpus, NEWS, NEWS_LANGS } from './corpus';

/** Kinds of query that are measured, each made of the library's own words. */
export const KINDS = [
  'rare word',
  'common word',
  'commonest word',
  'two words',
  'prefix',
  'Chinese, 1 character',
  'Chinese, 2 characters',
  'Chinese, 4 characters',
  'phrase',
] as const;

/** One of `KINDS`. */
export type Kind = (typeof KINDS)[number];

/** So many queries of a kind, over the first `count` articles; always the same ones. */
export function queriesOf(kind: Kind, count: number, many: number): string[] {
  const corpus = madeUpCorpus(NEWS, NEWS_LANGS);
  const numbers = random(KINDS.indexOf(kind) + 1);
  return Array.from({ length: many }, () => {
    const isChinese = kind.startsWith('Chinese');
    const index = Math.floor(numbers.integer(count) / 3) * 3 + (isChinese ? 0 : 1);
    const { text } = corpus.article(index % Math.max(3, count - (count % 3)));
    const words = text
      .split(/\s+/)
      .slice(2)
      .map((word) => word.toLowerCase().replace(/[.。]/g, ''));
    return made(kind, text, words, numbers.integer);
  });
}

function made(kind: Kind, text: string, words: readonly string[], integer: (below: number) => number): string {
  const [, rare = ''] = text.split(/\s+/);
  const long = words.filter((word) => word.length > 6);
  const pick = (from: readonly string[]) => from[integer(from.length)] ?? '';
  const run = (length: number) => {
    const runs = [...text.matchAll(/\p{Script=Han}{8,}/gu)].map(([each]) => each);
    const each = pick(runs);
    const at = integer(Math.max(1, each.length - length));
    return each.slice(at, at + length);
  };
  const at = integer(Math.max(1, words.length - 2));
  switch (kind) {
    case 'rare word':
      return `${rare} `;
    case 'common word':
      return `${pick(words.filter((word) => word.length > 3 && word.length < 8))} `;
    case 'commonest word':
      return 'ba ';
    case 'two words':
      return `${pick(long)} ${pick(long)} `;
    case 'prefix':
      return pick(long).slice(0, 4);
    case 'phrase':
      return `"${words.slice(at, at + 2).join(' ')}"`;
    default:
      return run(kind === 'Chinese, 1 character' ? 1 : kind === 'Chinese, 2 characters' ? 2 : 4);
  }
}
