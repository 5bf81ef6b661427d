/** The name that `article.css` styles. */
const NAME = 'found';

/** Blocks within which words belong together. */
const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, blockquote, figcaption, td, th, dt, dd, pre, div';

/** As many as are marked: what has more says nothing. */
const MOST = 500;

/**
 * Marks what was searched for in an article, without a change of the article, until `signal` aborts. Nothing happens where the browser
 * has no custom highlights (https://www.w3.org/TR/css-highlight-api-1/).
 */
export async function markFound(root: HTMLElement, search: string, signal: AbortSignal): Promise<void> {
  if (!('highlights' in CSS)) return;
  const [{ parseQuery }, { wordsOf }, { marksIn }] = await Promise.all([
    import('../../utils/search/parse-query'),
    import('../../utils/search/query'),
    import('../../utils/search/snippet'),
  ]);
  const query = parseQuery(search);
  if (!query || signal.aborted) return;
  const words = wordsOf(query);
  const ranges = textBlocks(root).flatMap((nodes) => {
    const text = nodes.map(({ data }) => data).join('');
    return marksIn(words, text).map(([start, end]) => rangeOf(nodes, start, end));
  });
  const highlight = new Highlight(...ranges.slice(0, MOST));
  CSS.highlights.set(NAME, highlight);
  signal.addEventListener('abort', () => {
    if (CSS.highlights.get(NAME) === highlight) CSS.highlights.delete(NAME);
  });
}

/** The text nodes of each block, in order. */
function textBlocks(root: HTMLElement): Text[][] {
  const blocks = new Map<Element, Text[]>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const block = node.parentElement?.closest(BLOCKS) ?? root;
    const nodes = blocks.get(block);
    if (nodes) nodes.push(node as Text);
    else blocks.set(block, [node as Text]);
  }
  return [...blocks.values()];
}

function rangeOf(nodes: readonly Text[], start: number, end: number): StaticRange {
  const [startContainer, startOffset] = placeOf(nodes, start);
  const [endContainer, endOffset] = placeOf(nodes, end - 1);
  return new StaticRange({ startContainer, startOffset, endContainer, endOffset: endOffset + 1 });
}

function placeOf(nodes: readonly Text[], at: number): [Text, number] {
  let offset = at;
  for (const node of nodes) {
    if (offset < node.data.length) return [node, offset];
    offset -= node.data.length;
  }
  const last = nodes.at(-1) as Text;
  return [last, Math.max(0, last.data.length - 1)];
}
