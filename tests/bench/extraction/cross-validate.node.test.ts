import { expect, test } from 'vitest';
import { crossValidate, figuresOf } from './cross-validate';
import type { LabelledPage } from './labelled-blocks';
import { learn } from './logistic';

const BLOCK = { size: 30, least: 0 };

/** Eight pages of one site, each with a paragraph and a leftover that the site alone marks in this way. */
function pagesOf(site: string, part: string): LabelledPage[] {
  const blocks = [
    { ...BLOCK, features: ['paragraph'], known: 1 },
    { ...BLOCK, features: [`mark:${site}`], known: 0 },
  ];
  return Array.from({ length: 8 }, () => ({ half: 'look', part, site, blocks }));
}

test('a page is not judged by what was learned on its own site', () => {
  const pages = [...pagesOf('harbour.example', 'one'), ...pagesOf('quay.example', 'two')];

  const unseen = crossValidate(pages).get('one');
  const seen = figuresOf(pages, () => learn(pages)).get('one');

  expect(seen?.kept).toBe(1);
  expect(unseen?.kept).toBeLessThan(1);
});

test('figures lie between blocks that all stay and blocks judged rightly', () => {
  const pages = pagesOf('harbour.example', 'one');

  const figures = figuresOf(pages, () => ({ bias: -1, 'mark:harbour.example': 2 })).get('one');

  expect(figures?.all).toBeCloseTo(2 / 3);
  expect(figures?.kept).toBe(1);
  expect(figures?.right).toBe(1);
});
