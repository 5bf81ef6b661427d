import { writeFile } from 'node:fs/promises';
import type { Chromium } from '../../journeys/driver/chromium';
import { table } from '../table';
import type { Half, TestPage } from './data-set';
import { EXTRACTORS, type ExtractorName, type Prediction } from './in-page';
import { NEGATIVE_KINDS, type Negative, negativesOf } from './negatives';

type Predictions = Readonly<Record<ExtractorName, Prediction>>;
type Tab = Awaited<ReturnType<Chromium['open']>>;

/** What the extractors make of a page that is no article. */
interface Judged {
  readonly negative: Negative;
  readonly found: Predictions;
}

const HALVES: readonly Half[] = ['look', 'score'];

/**
 * Prints how many pages that are no article each extractor takes for one, and how many of the set's articles it finds. Nearly
 * every page of the set gives one of each. `json`: where to write what was found on which page that is none.
 */
export async function reportNegatives(tab: Tab, pages: readonly TestPage[], json?: string): Promise<void> {
  const judged: Judged[] = [];
  const articles: { readonly page: TestPage; readonly found: Predictions }[] = [];
  for (const negative of negativesOf(pages)) {
    const { page, url } = negative;
    const html = await page.html();
    const other = await tab.evaluate(call('replaceArticle', html, page.truth.articleBody, replacementOf(negative)));
    if (typeof other === 'string') judged.push({ negative, found: await predict(tab, other, url) });
    articles.push({ page, found: await predict(tab, html, page.truth.url) });
    if (articles.length % 50 === 0) console.error(`${articles.length} of ${pages.length} pages`);
  }
  console.log(`\nTaken for an article, of ${judged.length} pages that are none\n`);
  console.log(table(['', ...EXTRACTORS.flatMap((name) => HALVES.map((half) => `${name}, ${half}`))], rowsOf(judged)));
  console.log(`\nFound, of ${articles.length} articles\n`);
  console.log(
    table(
      ['', ...HALVES],
      EXTRACTORS.map((name) => [name, ...HALVES.map((half) => foundBy(name, half))]),
    ),
  );
  if (json) await writeFile(json, JSON.stringify(judged.map(({ negative, found }) => told(negative, found))));

  function foundBy(name: ExtractorName, half: Half): string {
    const all = articles.filter(({ page }) => page.half === half);
    return share(all.filter(({ found }) => found[name].isArticle).length, all.length);
  }
}

function rowsOf(judged: readonly Judged[]): string[][] {
  const row = (name: string, of: readonly Judged[]) => [
    name,
    ...EXTRACTORS.flatMap((extractor) =>
      HALVES.map((half) => {
        const all = of.filter(({ negative }) => negative.page.half === half);
        return share(all.filter(({ found }) => found[extractor].isArticle).length, all.length);
      }),
    ),
  ];
  const kinds = NEGATIVE_KINDS.map((kind) =>
    row(
      kind,
      judged.filter(({ negative }) => negative.kind === kind),
    ),
  );
  return [...kinds, row('all', judged)];
}

function told({ kind, page: { id, half }, url }: Negative, { offprint }: Predictions) {
  return { id, half, kind, url, ...offprint };
}

function predict(tab: Tab, html: string, url: string): Promise<Predictions> {
  return tab.evaluate(call('predict', html, url)) as Promise<Predictions>;
}

function call(name: string, ...given: readonly unknown[]): string {
  return `bench.${name}(${given.map((value) => JSON.stringify(value)).join(', ')})`;
}

function share(count: number, of: number): string {
  return of === 0 ? '-' : `${count}/${of} ${((100 * count) / of).toFixed(1)} %`;
}

function replacementOf({ url, title, html, says }: Negative) {
  return { url, title, html, says };
}
