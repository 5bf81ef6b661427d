import { expect, test } from 'vitest';
import { type Block, blockWriter, firstTermOf, openBlock, readBlockPostings } from '../../utils/search/blocks';
import { buildSegment } from '../../utils/search/build-segment';
import { type MergeProgress, mergeTerms } from '../../utils/search/merge-terms';
import { eachPacked, findPacked, packTerms } from '../../utils/search/pending-terms';
import type { Postings } from '../../utils/search/postings';
import { random } from '../library/random';

/** Everything in blocks, one line a posting. */
function listed(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    openBlock(block).terms.flatMap((term, i) => {
      const lines: string[] = [];
      readBlockPostings(openBlock(block), i, (document, mark) => lines.push(`${term} ${document} ${mark}`));
      return lines;
    }),
  );
}

function blocksOf(terms: Iterable<readonly [string, Postings]>, base: number): Block[] {
  const blocks: Block[] = [];
  const writer = blockWriter(base, (block) => blocks.push(block));
  for (const [term, postings] of terms) writer.add(term, postings);
  writer.flush();
  return blocks;
}

/** Terms with postings of every kind: near and far apart, rare, and more than a block holds. */
function someTerms(seed: number, base: number): (readonly [string, Postings])[] {
  const { integer, pick } = random(seed);
  return Array.from({ length: 300 }, (_, i) => {
    const length = i === 150 ? 60_000 : 1 + integer(40);
    const documents: number[] = [];
    for (let document = base, n = 0; n < length; n++) {
      documents.push(document);
      document += 1 + (i === 150 ? 0 : pick([0, 3, 70, 9_000, 3_000_000]));
    }
    return [
      `${String(i).padStart(4, '0')}默`,
      { documents, marks: documents.map(() => pick([8, 8, 16, 1, 255])) },
    ] as const;
  });
}

test('what is written into blocks is read from them, and no block is large', () => {
  const terms = someTerms(1, 70_000);

  const blocks = blocksOf(terms, 70_000);

  expect(listed(blocks)).toEqual(
    terms.flatMap(([term, { documents, marks }]) => documents.map((document, i) => `${term} ${document} ${marks[i]}`)),
  );
  expect(Math.max(...blocks.map(({ bytes, terms: joined }) => bytes.length + joined.length * 2))).toBeLessThan(30_000);
  const keys = blocks.map((block) => `${firstTermOf(block)} ${block.first}`);
  expect(new Set(keys).size).toBe(blocks.length);
});

test('a merge in steps gives what building it at once would, less what is gone', () => {
  const inputs = [blocksOf(someTerms(1, 0), 0), blocksOf(someTerms(2, 200_000_000), 200_000_000)];
  const isAlive = (document: number) => document % 3 !== 0;
  const merged: string[] = [];
  let after: string | null = null;

  for (let most = 2, isDone = false; !isDone; ) {
    const read = inputs.map((blocks) => {
      const from = blocks.findLastIndex((block) => after !== null && firstTermOf(block) <= after);
      const some = blocks.slice(Math.max(0, from), Math.max(0, from) + most);
      return { blocks: some.map(openBlock), isAll: Math.max(0, from) + most >= blocks.length };
    });
    const terms: (readonly [string, Postings])[] = [];
    const step: MergeProgress = mergeTerms(read, after, isAlive, (term, postings) => terms.push([term, postings]));
    merged.push(...listed(blocksOf(terms, 0)));
    most = step.last === after ? most * 2 : 2;
    after = step.last;
    isDone = step.isDone;
  }

  const all = inputs.flatMap(listed).filter((line) => isAlive(Number(line.split(' ')[1])));
  expect(merged.toSorted()).toEqual(all.toSorted());
});

test('packed terms are found, told and built into blocks', () => {
  const first = packTerms(
    new Map([
      ['tide', 9],
      ['tides', 10],
      ['默认', 13],
    ]),
  );
  const second = packTerms(
    new Map([
      ['tide', 16],
      ['ebb', 8],
    ]),
  );
  const found = (term: string, isPrefix: boolean) => {
    const marks: number[] = [];
    findPacked(first, term, isPrefix, (mark) => marks.push(mark));
    return marks;
  };
  const told: [string, number][] = [];
  eachPacked(first, (term, mark) => told.push([term, mark]));

  expect([found('tide', false), found('tid', false), found('tid', true), found('默', true)]).toEqual([
    [9],
    [],
    [9, 10],
    [13],
  ]);
  expect(told).toEqual([
    ['tide', 9],
    ['tides', 10],
    ['默认', 13],
  ]);
  expect(
    listed(
      buildSegment([
        { document: 5, terms: first },
        { document: 9, terms: second },
      ]),
    ),
  ).toEqual(['ebb 9 8', 'tide 5 9', 'tide 9 16', 'tides 5 10', '默认 5 13']);
});
