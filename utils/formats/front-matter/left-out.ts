import type { FrontMatter, ReceiptEntry } from '../../model/article';
import { readReceipt } from '../../model/read-article';
import { canPutBack } from '../../model/receipt';

/** The key under which a file tells the blocks that can be put back into its text. */
const KEY = 'left_out';

/** Most blocks, and UTF-16 units of them, that are written: well within what is read again (`readYaml`). */
const MOST = { blocks: 200, text: 200_000 } as const;

/** The blocks that a file's text does without, or has again, in the order of the text; what is none of ours is passed over. */
export function leftOutOf(frontMatter: FrontMatter): ReceiptEntry[] {
  const value = frontMatter.find(([key]) => key === KEY)?.[1];
  return (Array.isArray(value) ? value : [])
    .slice(0, MOST.blocks)
    .filter((entry) => typeof entry === 'object' && entry !== null && !Array.isArray(entry))
    .map((entry) => readReceipt(entry))
    .filter(canPutBack);
}

/**
 * Front matter that tells the blocks of a receipt. A file that has another author than Offprint is not told them, unless one was put back
 * into its text.
 */
export function withLeftOut(frontMatter: FrontMatter, receipt: readonly ReceiptEntry[], isOurs: boolean): FrontMatter {
  const blocks = fitting(receipt.filter(canPutBack));
  const isTold = frontMatter.some(([key]) => key === KEY);
  if (JSON.stringify(blocks) === JSON.stringify(leftOutOf(frontMatter))) return frontMatter;
  if (!isTold && !isOurs && !blocks.some(({ back }) => back)) return frontMatter;
  const entry = [KEY, blocks.map((block) => ({ ...block, at: [...(block.at ?? [])] }))] as const;
  return isTold ? frontMatter.map((other) => (other[0] === KEY ? entry : other)) : [...frontMatter, entry];
}

/** As many from the beginning as a file can carry: places are counted without those put back before them, never without later ones. */
function fitting(blocks: readonly ReceiptEntry[]): ReceiptEntry[] {
  let text = 0;
  const end = blocks.findIndex(({ html = '' }, index) => {
    text += html.length;
    return text > MOST.text || index >= MOST.blocks;
  });
  return end < 0 ? [...blocks] : blocks.slice(0, end);
}
