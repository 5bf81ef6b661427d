import { afterEach, describe, expect, it } from 'vitest';
import {
  articleText,
  DRAWN_ATTRIBUTE,
  findQuote,
  placeOf,
  positionAt,
  shareRead,
} from '../../../components/reader/reading-position';

const WORDS = 'harbour tide slipway lantern quay gull rope anchor mooring swell'.split(' ');

/** Paragraphs whose words say where they stand. */
function article(paragraphs: number): HTMLElement {
  const root = document.createElement('div');
  root.style.cssText = 'inline-size: 400px; font: 18px/1.6 serif';
  for (let at = 0; at < paragraphs; at++) {
    const paragraph = document.createElement('p');
    paragraph.textContent = Array.from({ length: 60 }, (_, word) => `${WORDS[(at + word) % WORDS.length]}${at}`).join(
      ' ',
    );
    root.append(paragraph);
  }
  document.body.append(root);
  return root;
}

afterEach(() => {
  document.body.replaceChildren();
  window.scrollTo(0, 0);
});

describe('the place read', () => {
  it('is the first words that are not cut by the edge', () => {
    const root = article(20);
    const seventh = root.children[7] as HTMLElement;
    window.scrollTo(0, seventh.getBoundingClientRect().top - 100);

    const position = positionAt(root, 100, 0.3);

    expect(position?.quote).toMatch(/^\w+7 /);
    expect(position?.quote).toHaveLength(64);
    expect(position?.progress).toBe(0.3);
    expect(articleText(root).startsWith(position?.quote ?? '?', position?.offset)).toBe(true);
  });

  it('is inside a paragraph longer than the window', () => {
    const root = article(1);
    root.firstElementChild?.append(' word'.repeat(5000));
    window.scrollTo(0, 3000);

    const position = positionAt(root, 50, 0);
    const box = placeOf(root, position?.offset ?? 0);

    expect(box?.top).toBeGreaterThan(20);
    expect(box?.top).toBeLessThan(90);
  });

  it('is null past the end', () => {
    const root = article(1);

    expect(positionAt(root, 100_000, 1)).toBeNull();
  });

  it('does not count what Offprint draws', () => {
    const root = article(2);
    const before = articleText(root);
    const note = document.createElement('span');
    note.setAttribute(DRAWN_ATTRIBUTE, '');
    note.textContent = 'Not kept';
    root.prepend(note);

    expect(articleText(root)).toBe(before);
    expect(positionAt(root, 0, 0)?.offset).toBe(0);
  });

  it('survives another size and width', () => {
    const root = article(40);
    window.scrollTo(0, 4000);
    const before = positionAt(root, 0, 0);

    root.style.inlineSize = '250px';
    root.style.fontSize = '26px';
    const box = placeOf(root, before?.offset ?? 0);
    window.scrollBy(0, (box?.top ?? 0) - 1);
    const after = positionAt(root, 0, 0);

    expect(Math.abs((after?.offset ?? 0) - (before?.offset ?? -1000))).toBeLessThan(30);
  });
});

describe('words looked for again', () => {
  const text = 'It began with a letter. The tide turned at noon. The gulls left. The tide turned at midnight.';

  it.each([
    ['where they were', { quote: 'The tide turned at noon', offset: 24 }, 24],
    ['nearest to where they were', { quote: 'The tide turned', offset: 60 }, 65],
    ['after the text before them grew', { quote: 'The gulls left', offset: 10 }, 49],
    [
      'by their beginning when the rest was rewritten',
      { quote: 'The gulls left the harbour for good', offset: 40 },
      49,
    ],
  ])('are found %s', (_, position, expected) => {
    expect(findQuote(text, { ...position, progress: 0 })).toBe(expected);
  });

  it('are given up for the same share of the text when nothing is left of them', () => {
    expect(findQuote(text, { quote: 'Something else entirely', offset: 3, progress: 0.5 })).toBe(
      Math.round(text.length / 2),
    );
  });

  it('never lead outside the text', () => {
    expect(findQuote('short', { quote: '', offset: 9000, progress: 1 })).toBe(5);
    expect(findQuote('short', { quote: 'gone', offset: 9000, progress: 7 })).toBe(5);
  });
});

describe('the share read', () => {
  it.each([
    ['nothing at the top', { top: 100, height: 2000 }, 0],
    ['half', { top: -700, height: 2000 }, 0.5],
    ['everything at the end', { top: -1500, height: 2000 }, 1],
    ['everything when it fits', { top: 100, height: 300 }, 1],
  ])('is %s', (_, box, expected) => {
    expect(shareRead(box, 0, 600)).toBeCloseTo(expected, 1);
  });
});
