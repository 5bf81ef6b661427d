import { expect, it } from 'vitest';
import { extractArticle } from '../../../utils/extraction/extract';
import { parse } from '../support';

const URL = 'https://a.example/2026/rope.html';
const LEAD = 'The harbour has more rope than ships to tie up, and nobody on the quay can say why that is.';
const TEXT =
  'The harbour office counted every rope on the quay this week, and then, because the rain had not stopped, it counted every knot in them.';

const textOf = (head: string, top: string) =>
  extractArticle(
    parse(
      `<title>Rope enough</title>${head}<header class="page-header">${top}</header><div class="body">${`<p>${TEXT}</p>`.repeat(6)}</div>`,
    ),
    URL,
  )?.text ?? '';

it.each([
  ['its class says so', '', `<h1>Rope enough</h1><div class="article-standfirst">${LEAD}</div>`],
  [
    'the page describes itself with it',
    `<meta name="description" content="${LEAD.slice(0, 70)}…">`,
    `<h1>Rope enough</h1><span>By Ann Lee</span><h2>${LEAD}</h2>`,
  ],
])('the lead in the header comes first where %s', (_, head, top) => {
  expect(textOf(head, top).startsWith(`${LEAD}\n\nThe harbour office`)).toBe(true);
});

it.each([
  ['another paragraph of the header', `<h1>Rope enough</h1><p>${LEAD}</p>`],
  ['a caption in the header', `<h1>Rope enough</h1><figure><p class="lead">${LEAD}</p></figure>`],
  ['a link to another story', `<h1>Rope enough</h1><p class="lead"><a href="/other">${LEAD}</a></p>`],
  ['what stands before the heading', `<p class="lead">${LEAD}</p><h1>Rope enough</h1>`],
])('%s is no lead', (_, top) => {
  expect(textOf('', top)).not.toContain(LEAD);
});

it('a lead that the article has already is not said twice', () => {
  const text = textOf('', `<h1>Rope enough</h1><p class="lead">${TEXT}</p>`);

  expect(text.split(TEXT)).toHaveLength(7);
});
