import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanContent } from '../../utils/extraction/content';
import { capturePage } from '../../utils/extraction/extract';
import { toggleBlock, toggleChange } from '../../utils/extraction/put-back';
import type { Revisable } from '../../utils/extraction/revise-content';
import { canPutBack, canUndo } from '../../utils/model/receipt';
import { type Mutation, mutated, mutations } from './mutations';
import { parse } from './support';

const URL = 'https://a.example/news/the-ferry-that-stayed';

/** The same pages in every run; what fails is printed as small as it can be made, and by which seed. */
const RUNS = { seed: 20_261_124, numRuns: 100 } as const;

const samples = import.meta.glob<string>('../samples/site/{short,tracked,arabic,japanese}.html', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const sentence = 'The ferry left the harbour at six in the morning, as it had on every weekday for forty years. ';
const text = (name: string) => `<p>${name}: ${sentence.repeat(3)}</p>`;
const made = {
  article: `<html lang="en"><title>The ferry</title><article><h1>The ferry</h1><div class="body">${text('One')}<h2>Then<p>what</p></h2>${text('Two')}
    <div class="share-bar">Share this on the harbour wall</div><blockquote class="pull-quote"><p>at six in the morning, as it had</p></blockquote>${text('Three')}
    <p><a href="/2">Read more: The bridge that nobody asked for</a></p><figure><img src="/a.jpg"><figcaption>A boat</figcaption></figure>${text('Four')}
    <p>[Advertisement] Buy two kettles</p><p>Topics: <a href="https://b.example/?utm_source=x">boats</a></p></div></article>`,
  blocks: `<html lang="en"><title>Blocks</title><article><h1>Blocks</h1>${text('One')}<ul><li>One<li><p>Two</p><ol><li>Three</ol></ul><dl><dt>A<dd>B</dl>
    <table><tr><th>1<th>2<tr><td>3<td>4</table><pre>code
    more</pre><details><summary>Sum</summary><p>Folded</p></details>${text('Two')}<blockquote>Said <br><br>twice</blockquote>${text('Three')}</article>`,
};
const PAGES: Readonly<Record<string, string>> = { ...samples, ...made };

const mutation = (kind: Mutation['kind'], at: number, to = 0, words = ''): Mutation => ({ kind, at, to, words });

/**
 * What was found in longer runs: a heading in which one line ends with a quotation and another follows, a link in a link, a table with
 * an empty row.
 */
const FOUND: [string, Mutation[]][] = [
  [
    'article',
    [mutation('move', 1025, 6192), mutation('heading', 2815), mutation('unclose', 218), mutation('move', 2491, 7939)],
  ],
  [
    '../samples/site/tracked.html',
    [mutation('link', 0), mutation('link', 2050, 0, 'elit'), mutation('heading', 3110), mutation('bury', 4541, 11)],
  ],
  ['blocks', [mutation('bury', 0), mutation('link', 0), mutation('trap', 4198), mutation('retext', 9849)]],
];

/** Checks every page in many states it was never in. */
function holds(check: (page: Document) => void, examples: [string, Mutation[]][] = []): void {
  const page = fc.constantFrom(...Object.keys(PAGES));
  fc.assert(
    fc.property(page, mutations(12), (name, all: Mutation[]) => check(mutated(PAGES[name] ?? '', all))),
    { ...RUNS, examples },
  );
}

describe('whatever is done to a page, extraction', () => {
  it('does not throw, leaves the page as it is and gives the same article twice', () => {
    holds((page) => {
      const before = page.documentElement.outerHTML;

      const [first, second] = [capturePage(page, URL), capturePage(page, URL)];

      expect(page.documentElement.outerHTML).toBe(before);
      expect([second.article, second.problem]).toEqual([first.article, first.problem]);
    });
  });

  it('gives content that cleaning does not change again', () => {
    holds((page) => {
      const { article } = capturePage(page, URL, { picked: page.body });
      if (!article) return;
      const again = parse(article.content);

      const clean = cleanContent(again.body, { baseUrl: URL, title: '', lang: article.lang });

      expect(clean.content).toBe(article.content);
    }, FOUND);
  });

  it('tells blocks and changes that can be put back and left out again, and the content is the same', () => {
    let told = 0;
    holds((page) => {
      const { article } = capturePage(page, URL);
      for (const [index, entry] of (article?.receipt ?? []).entries()) {
        if (!article || !(canPutBack(entry) || canUndo(entry))) continue;
        const turn = (of: Revisable) =>
          canPutBack(entry) ? toggleBlock(of, index) : toggleChange(of, index, article.lang);
        const back = turn(article);
        const again = back && turn({ ...article, ...back });
        told += 1;

        expect([entry, again?.content, again?.text]).toEqual([entry, article.content, article.text]);
      }
    });
    expect(told).toBeGreaterThan(10);
  });
});
