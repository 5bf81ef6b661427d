import { expect, onTestFinished, test } from 'vitest';
import { markFound } from '../../../components/reader/mark-found';

/** A page with these paragraphs of made-up HTML, built by hand. */
function aPage(...paragraphs: readonly (readonly string[])[]): HTMLElement {
  const root = document.body.appendChild(document.createElement('div'));
  onTestFinished(() => root.remove());
  for (const pieces of paragraphs) {
    const paragraph = root.appendChild(document.createElement('p'));
    for (const [i, piece] of pieces.entries()) {
      const parent = i % 2 === 1 ? paragraph.appendChild(document.createElement('em')) : paragraph;
      parent.append(piece);
    }
  }
  return root;
}

/** The words that are marked. */
function found(): string[] {
  return [...(CSS.highlights.get('found') ?? [])].map((each) => {
    const range = document.createRange();
    range.setStart(each.startContainer, each.startOffset);
    range.setEnd(each.endContainer, each.endOffset);
    return range.toString();
  });
}

test('what was searched for is marked, across tags but not across paragraphs, until the article is left', async () => {
  const root = aPage(['The high ', 'ti', 'de is high'], ['tide, the low ti'], ['de; 默', '认'], ['默'], ['认']);
  const before = root.innerHTML;
  const leaving = new AbortController();

  await markFound(root, '"high tide" OR 默认 OR low ', leaving.signal);
  const marked = found();
  leaving.abort();

  expect(marked.toSorted()).toEqual(['high tide', 'low', '默认']);
  expect(root.innerHTML).toBe(before);
  expect(CSS.highlights.has('found')).toBe(false);
});

test('a newer search takes the place of an older one, whose end changes nothing', async () => {
  const root = aPage(['tide and ebb']);
  const [first, second] = [new AbortController(), new AbortController()];
  onTestFinished(() => second.abort());

  await markFound(root, 'tide', first.signal);
  await markFound(root, 'ebb', second.signal);
  first.abort();

  expect(found()).toEqual(['ebb']);
});

test('a search for nothing marks nothing', async () => {
  await markFound(aPage(['tide']), 'is:unread', new AbortController().signal);

  expect(found()).toEqual([]);
});
