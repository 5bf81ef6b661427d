import { hashOf } from './data-set';
import type { LabelledBlock, LabelledPage } from './labelled-blocks';
import { learn } from './logistic';
import { type Shares, scoreOf } from './metric';

/** Parts of the set, each judged by weights learned on the others. */
const FOLDS = 10;

type Weights = Readonly<Record<string, number>>;

/** What blocks do for a set of pages: F1 of the words of those that stay, of all of them, and of the right ones. */
export interface BlockFigures {
  readonly kept: number;
  readonly all: number;
  readonly right: number;
}

/**
 * How well blocks of pages never seen are judged, in words: each page by weights learned on the pages of other sites (ten folds by the
 * site's name, so that no site is on both sides). Resolves with the figures of each part of the set.
 */
export function crossValidate(pages: readonly LabelledPage[]): Map<string, BlockFigures> {
  const learned = Array.from({ length: FOLDS }, (_, fold) => learn(pages.filter((page) => foldOf(page) !== fold)));
  return figuresOf(pages, (page) => learned[foldOf(page)] ?? {});
}

/** The same with the weights that are given for each page. */
export function figuresOf(
  pages: readonly LabelledPage[],
  weightsFor: (page: LabelledPage) => Weights,
): Map<string, BlockFigures> {
  const parts = [...new Set(pages.map(({ part }) => part))];
  return new Map(
    parts.map((part) => {
      const ofPart = pages.filter((page) => page.part === part);
      const f1 = (stays: (block: LabelledBlock, page: LabelledPage) => boolean) =>
        scoreOf(ofPart.map((page) => ({ shares: sharesOf(page, (block) => stays(block, page)), exact: false }))).f1;
      const kept = f1((block, page) => sumOf(block, weightsFor(page)) <= block.least);
      return [part, { kept, all: f1(() => true), right: f1(({ known }) => known >= 0.5) }];
    }),
  );
}

function sumOf({ features }: LabelledBlock, weights: Weights): number {
  return ['bias', ...features].reduce((sum, feature) => sum + (weights[feature] ?? 0), 0);
}

/** Words of a page's blocks that rightly stay, wrongly stay and wrongly go. */
function sharesOf({ blocks }: LabelledPage, stays: (block: LabelledBlock) => boolean): Shares {
  const words = (of: readonly LabelledBlock[], share: (block: LabelledBlock) => number) =>
    of.reduce((sum, block) => sum + block.size * share(block), 0);
  const staying = blocks.filter(stays);
  const going = blocks.filter((block) => !stays(block));
  return [
    words(staying, ({ known }) => known),
    words(staying, ({ known }) => 1 - known),
    words(going, ({ known }) => known),
  ];
}

function foldOf({ site }: LabelledPage): number {
  return hashOf(site) % FOLDS;
}
