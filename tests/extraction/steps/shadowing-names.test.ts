import { expect, it } from 'vitest';
import { capturePage } from '../../../utils/extraction/extract';
import { parse } from '../support';

const PARAGRAPH =
  'The harbour office counted every rope on the quay this week, and then, because the rain had not stopped, it counted every knot in every rope.';

/** Properties through which code climbs, walks or looks around; each is a name that a page can give to a control. */
const NAMES = [
  ...['parentNode', 'parentElement', 'firstChild', 'firstElementChild', 'nextSibling', 'nextElementSibling'],
  ...[
    'children',
    'childNodes',
    'attributes',
    'nodeType',
    'nodeName',
    'tagName',
    'localName',
    'textContent',
    'className',
  ],
];

/** An article beside and inside forms, whose controls stand in front of the DOM's own properties. */
function pageOf(name: string): Document {
  const trap = `<form><input name="${name}"><p>${PARAGRAPH}</p></form><form><img name="${name}" alt=""></form>`;
  const text = `<p>${PARAGRAPH}</p>`.repeat(6);
  return parse(
    `<title>Knots</title><article><h1>Knots</h1>${text}${trap}<ul><li><form><input id="${name}">${PARAGRAPH}</form></ul></article>`,
  );
}

// A failure here is a test that never ends.
it.each(NAMES)('an article is found where controls are called %s', (name) => {
  const { article } = capturePage(pageOf(name), 'https://samples.example/knots');

  expect(article?.text).toContain('counted every knot');
});

it.each(NAMES)('the visible text is read, or refused, where controls are called %s', (name) => {
  const read = () => capturePage(pageOf(name), 'https://samples.example/knots', { kind: 'visible-text' });

  expect(read().article?.text).toContain('counted every knot');
});

it.each(NAMES)('a selection in a list is taken where controls are called %s', (name) => {
  const page = pageOf(name);
  const range = page.createRange();
  range.selectNodeContents(page.querySelector('li form')?.lastChild as Node);

  const { article } = capturePage(page, 'https://samples.example/knots', { kind: 'selection', selection: [range] });

  expect(article?.text).toContain('counted every knot');
});

it('a document whose own properties are shadowed gives an article or none, at once', () => {
  const names = ['body', 'head', 'title', 'implementation', 'documentElement', 'createElement', 'querySelector'];
  const images = names.map((name) => `<img name="${name}" id="${name}" alt="">`).join('');
  const page = parse(
    `<title>Knots</title><article><h1>Knots</h1>${`<p>${PARAGRAPH}</p>`.repeat(4)}${images}</article>`,
  );
  const started = performance.now();

  try {
    capturePage(page, 'https://samples.example/knots');
  } catch {
    // The page gets no article, and its reader a sentence.
  }

  expect(performance.now() - started).toBeLessThan(2_000);
});
