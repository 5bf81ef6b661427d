import type { ReceiptEntry } from '../model/article';
import { canPutBack } from '../model/receipt';
import { excerptOf } from '../model/summary';
import { parseInert } from '../sanitize';
import type { RepeatedBlock } from './repeated-blocks';
import { blockText } from './text';

/** An article's content as it is, and its receipt. */
interface Earlier {
  readonly body: Element;
  readonly receipt: readonly ReceiptEntry[];
}

/** A page's receipt, and the blocks that were taken out of its content since. */
interface Added {
  readonly receipt: readonly ReceiptEntry[];
  readonly repeats: readonly RepeatedBlock[];
}

/** The receipt of an article to whose content a rule and a page's content are added; blocks stay in the order of the text. */
export function joinReceipts({ body, receipt }: Earlier, { receipt: added, repeats }: Added): ReceiptEntry[] {
  const offset = ownBlocks(body, receipt) + 1;
  const told = repeats.filter(({ block }) => block.localName !== 'hr').map(tellRepeat);
  const placed = [...added.filter(canPutBack), ...told].toSorted((one, other) => compare(one.at ?? [], other.at ?? []));
  return [
    ...receipt,
    ...placed.map((entry) => moved(entry, repeats, offset)),
    ...added.filter((entry) => !canPutBack(entry)),
  ];
}

/** How many blocks the content has without those put back between them, which places do not count. */
function ownBlocks(body: Element, receipt: readonly ReceiptEntry[]): number {
  const back = receipt.filter((entry) => entry.back && canPutBack(entry) && entry.at?.length === 1);
  const added = back.map(({ html = '' }) => {
    const parsed = parseInert(html);
    return parsed.ok ? parsed.value.body.children.length : 0;
  });
  return body.childNodes.length - added.reduce((sum, count) => sum + count, 0);
}

function tellRepeat({ block, index }: RepeatedBlock): ReceiptEntry {
  const holder = block.ownerDocument.createElement('div');
  holder.append(block.cloneNode(true));
  const text = excerptOf(blockText(holder));
  return { step: 'join-pages', reason: 'repeated', text, html: block.outerHTML, at: [index] };
}

/** An entry of the page with its place in the whole. What stood in a block that went can only be told. */
function moved(entry: ReceiptEntry, repeats: readonly RepeatedBlock[], offset: number): ReceiptEntry {
  const [top = 0, ...below] = entry.at ?? [];
  if (below.length > 0 && repeats.some(({ index }) => index === top)) {
    const { html: _html, at: _at, ...told } = entry;
    return told;
  }
  const gone = repeats.filter(({ index }) => index < top).length;
  return { ...entry, at: [top - gone + offset, ...below] };
}

/** The order of two places: that of the text, what holds a place before what is in it. */
function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((step, index) => step !== other[index]);
  return at < 0 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? -1);
}
