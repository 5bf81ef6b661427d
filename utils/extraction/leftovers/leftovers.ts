import { type LeftOut, leaveOut } from '../left-out';
import { DOUBTED } from '../steps/lean-readability';
import { type Block, featuresOf, readBlocks, type Witness } from './features';
import { BIAS, weightByName, weightOf } from './weights';

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

/** Parts of a table or list of terms mean something only together. */
const PART_OF_A_WHOLE = 'table *, dl *, caption, [itemprop="articleBody"] > pre';

/**
 * Takes out of an article's body what stands in it without belonging to it: credits, bylines, "read more", calls to sign up, notices.
 * Each block is judged by the sum of learned weights of what holds for it; what went is told with the strongest reason.
 */
export function dropLeftovers(article: Element, witness: Witness): LeftOut[] {
  const blocks = readBlocks(article, witness);
  const all = blocks.reduce((sum, { size }) => sum + size, 0);
  const targets = linkTargets(article);
  const going = blocks.filter(
    (block) =>
      sumOf(block) > leastSum(block) && !block.element.matches(PART_OF_A_WHOLE) && !isTarget(block.element, targets),
  );
  const share = going.reduce((sum, { size }) => sum + size, 0) / all;
  const gone = share > MOST ? blocks.filter(({ isDoubted }) => isDoubted) : going;
  const boxes = doubtedBoxes(
    article,
    blocks.filter((block) => !gone.includes(block)),
  );
  const others = gone.filter(({ element }) => !boxes.some((box) => box.contains(element)));
  return [
    ...boxes.map((box) => leaveOut(box, 'drop-leftovers', 'doubted')),
    ...others.map((block) => leaveOut(block.element, 'drop-leftovers', reasonOf(block))),
  ];
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

/** The outermost doubted boxes of which no block stays: pictures, and words beside blocks, go with them. */
function doubtedBoxes(article: Element, staying: readonly Block[]): Element[] {
  const boxes: Element[] = [];
  for (const box of article.querySelectorAll(`[${DOUBTED}]`)) {
    const isIn = boxes.at(-1)?.contains(box) || staying.some(({ element }) => box.contains(element));
    if (!isIn) boxes.push(box);
  }
  return boxes;
}

/** The sum of weights from which a block goes. */
export function leastSum({ isDoubted, size }: Block): number {
  return (size < PARAGRAPH ? GOES : PARAGRAPH_GOES) - (isDoubted ? DOUBT : 0);
}

function sumOf({ tell }: Block): number {
  let sum = BIAS;
  tell((what, answer, other) => {
    sum += weightOf(what, answer, other);
  });
  return sum;
}

/** The feature that spoke most for it. */
function reasonOf(block: Block): string {
  return featuresOf(block).reduce((best, feature) => (weightByName(feature) > weightByName(best) ? feature : best));
}
