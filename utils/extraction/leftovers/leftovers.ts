import type { ReceiptEntry } from '../../model/article';
import { DOUBTED } from '../steps/lean-readability';
import { type Block, readBlocks, type Witness } from './features';
import learned from './weights.json';

/** Learned by `npm run train:extraction`: how much each feature speaks for a block being a leftover. */
const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(learned));

/** The sum of weights from which a block goes: log-odds of 0 are one to one. */
const GOES = 0;
/** The same for a paragraph: losing one is worse than keeping a label, so the odds must be nearly three to one. */
const PARAGRAPH_GOES = 1;
/** How much less it takes where the extractor itself has its doubts. */
const DOUBT = 1;
/** Words from which a block is a paragraph. */
const PARAGRAPH = 50;

/** Share of an article's words above which what would go is no leftover but this page's own way of writing. */
const MOST = 0.4;

/** Parts of a table or list of terms mean something only together, unless it is doubted. */
const PART_OF_A_WHOLE = 'table *, dl *, caption, [itemprop="articleBody"] > pre';

/**
 * Takes out of an article's body what stands in it without belonging to it: credits, bylines, "read more", calls to sign up, notices.
 * Each block is judged by the sum of learned weights of what holds for it; what went is told with the strongest reason.
 */
export function dropLeftovers(article: Element, witness: Witness): ReceiptEntry[] {
  const blocks = readBlocks(article, witness);
  const all = blocks.reduce((sum, { size }) => sum + size, 0);
  const targets = linkTargets(article);
  const going = blocks.filter(
    (block) =>
      sumOf(block) > leastSum(block) && !block.element.matches(PART_OF_A_WHOLE) && !isTarget(block.element, targets),
  );
  const share = going.reduce((sum, { size }) => sum + size, 0) / all;
  const gone = share > MOST ? blocks.filter(({ element }) => isDoubted(element)) : going;
  for (const { element } of gone) element.remove();
  dropDoubtedBoxes(article, blocks);
  return gone.map((block) => ({ step: 'drop-leftovers', reason: reasonOf(block), text: block.text }));
}

/** The places in the article that its own links lead to. */
function linkTargets(article: Element): Set<string> {
  const links = [...article.querySelectorAll('a[href*="#"]')];
  return new Set(links.map((link) => link.getAttribute('href')?.split('#', 2)[1] ?? '').filter((id) => id !== ''));
}

/** A footnote looks like a leftover, but the text sends its readers there. */
function isTarget(block: Element, targets: ReadonlySet<string>): boolean {
  if (targets.size === 0) return false;
  const places = [block, block.closest('li'), ...block.querySelectorAll('[id], a[name]')];
  return places.some((place) => place && targets.has(place.id || place.getAttribute('name') || '\0'));
}

/** Pictures, and words beside blocks, that are left in a doubted box of which no block is. */
function dropDoubtedBoxes(article: Element, blocks: readonly Block[]): void {
  const wanted = blocks.filter(({ element }) => article.contains(element) && isDoubted(element));
  for (const box of article.querySelectorAll(`[${DOUBTED}]`))
    if (!wanted.some(({ element }) => box.contains(element))) box.remove();
}

function isDoubted(element: Element): boolean {
  return element.closest(`[${DOUBTED}]`) !== null;
}

function leastSum({ element, size }: Block): number {
  return (size < PARAGRAPH ? GOES : PARAGRAPH_GOES) - (isDoubted(element) ? DOUBT : 0);
}

function sumOf({ features }: Block): number {
  return features.reduce((sum, feature) => sum + (WEIGHTS.get(feature) ?? 0), WEIGHTS.get('bias') ?? 0);
}

/** The feature that spoke most for it. */
function reasonOf({ features }: Block): string {
  return features.reduce((best, feature) => ((WEIGHTS.get(feature) ?? 0) > (WEIGHTS.get(best) ?? 0) ? feature : best));
}
