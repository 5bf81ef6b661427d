import { capturePage } from '../../../utils/extraction/extract';

const PARAGRAPH =
  '<p>The harbour office counted every rope on the quay this week, and then, because the rain had not stopped, it counted every knot in every rope.</p>';
const ARTICLE = `<article><h1>Knots</h1>${PARAGRAPH.repeat(20)}</article>`;

/** Pages that no extractor wants to meet, made where they are measured: most are too large to be sent. */
const PAGES: Readonly<Record<string, () => string>> = {
  '1,000,000 elements around an article': () => `${ARTICLE}<div>${'<span>x</span>'.repeat(1_000_000)}</div>`,
  '500,000 paragraphs': () => `<article>${PARAGRAPH.repeat(500_000)}</article>`,
  '100,000 boxes in each other after an article': () => `${ARTICLE}${'<div>'.repeat(100_000)}x`,
  '100,000 boxes around an article': () => `${'<div>'.repeat(100_000)}${ARTICLE}`,
  '50 MB in one paragraph': () => `<article><p>${'word '.repeat(10_000_000)}</p></article>`,
  '50 MB in a script': () => `${ARTICLE}<script>${'word '.repeat(10_000_000)}</script>`,
  '50 MB in an attribute': () => `${ARTICLE}<p title="${'word '.repeat(10_000_000)}">x</p>`,
  '1.9 MB of spaces': () => `<article>${PARAGRAPH.repeat(20)}<p>${' '.repeat(1_900_000)}x</p></article>`,
  '24,000 links': () => `<article>${PARAGRAPH.repeat(20)}${'<a href="#x">y</a>'.repeat(24_000)}</article>`,
  '22,000 line breaks': () => `<article>${'word word word, word.<br><br>'.repeat(11_000)}</article>`,
  '8,000 lists': () => `<article>${PARAGRAPH.repeat(20)}${'<ul><li>a</li><li>b</li></ul>'.repeat(8_000)}</article>`,
  'nothing closed': () => `<article>${PARAGRAPH.repeat(20)}${'<table><tr><td><b><i><a href=/>x'.repeat(500)}`,
};

/** The names of the pages. */
export const NAMES = Object.keys(PAGES);

/** What became of one page, and how long it took after it was parsed, in ms. */
export interface Outcome {
  readonly elements: number;
  readonly ms: number;
  readonly outcome: string;
}

/** Makes one page and extracts its article. */
export function measure(name: string): Outcome {
  const page = new DOMParser().parseFromString(PAGES[name]?.() ?? '', 'text/html');
  const elements = page.getElementsByTagName('*').length;
  const started = performance.now();
  const { article, problem } = capturePage(page, 'https://a.example/knots');
  const ms = performance.now() - started;
  return { elements, ms, outcome: article ? `${article.text.length} characters` : `refused: ${problem}` };
}
