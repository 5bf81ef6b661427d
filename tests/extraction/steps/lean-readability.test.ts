import { Readability } from '@mozilla/readability';
import { expect, it } from 'vitest';
import { LeanReadability } from '../../../utils/extraction/steps/lean-readability';
import { asDocument } from '../../../utils/extraction/steps/page-copy';
import { preparePage } from '../../../utils/extraction/steps/prepare';
import { parse } from '../support';

const PARAGRAPH =
  'The harbour office counted every rope on the quay this week, and then, because the rain had not stopped, it counted every knot.';

const PAGES = {
  'with links of every density': `<article><h1>Knots</h1>${`<p>${PARAGRAPH} <a href="/a">more</a></p>`.repeat(5)}<div><a href="/b">${PARAGRAPH}</a></div><ul><li><a href="/c">One</a><li><a href="/d">Two</a></ul></article>`,
  'with hidden parts': `<article>${`<p>${PARAGRAPH}</p>`.repeat(5)}<p style="display: none">Hidden by style ${PARAGRAPH}</p><p hidden>Hidden ${PARAGRAPH}</p><p aria-hidden="true">Unsaid ${PARAGRAPH}</p><p style="color: red">${PARAGRAPH}</p></article>`,
  'with empty boxes': `<article>${`<div><p>${PARAGRAPH}</p><div><span><br></span></div><div> <hr> </div><section></section></div>`.repeat(5)}</article>`,
  'with bylines': `<article><p class="byline">By Ann Lee</p><p rel="author">Bo</p><div itemprop="author"><b itemprop="name">Cy</b></div>${`<p>${PARAGRAPH}</p>`.repeat(5)}</article>`,
};

const OPTIONS = { disableJSONLD: true, keepClasses: true };

it.each(Object.entries(PAGES))('finds what Readability finds in a page %s', (_, html) => {
  const copy = () => asDocument(preparePage(parse(html), 'https://a.example/knots').copy);
  const serializer = (node: Node) => node as Element;

  const lean = new LeanReadability(copy(), { ...OPTIONS, serializer }).parse();
  const full = new Readability<Element>(copy(), { ...OPTIONS, serializer }).parse();

  expect(lean?.textContent).toContain('harbour');
  expect(lean?.textContent).toBe(full?.textContent);
  expect(lean?.byline).toBe(full?.byline);
});
