import type { CaptureKind, ExtractedArticle } from '../model/article';
import type { CaptureAnswer, CaptureScope } from '../model/capture';
import { countText, readingMinutes } from '../model/reading-time';
import { excerptOf, leadPictureOf } from '../model/summary';
import { type CleanContent, cleanContent, cleanPrepared } from './content';
import { httpUrl } from './dom';
import { findArticle, type Hints, SAMPLE } from './find-article';
import { wholeBlocks } from './left-out';
import { dropLeftovers } from './leftovers/leftovers';
import { type Metadata, readMetadata } from './metadata';
import { findNextPage } from './next-page/next-page';
import { isNoArticle } from './no-article';
import { runAtOnce, runInSlices, type Stage, type Staged } from './stages';
import { selectedContent } from './steps/selection';
import { visibleText } from './steps/visible-text';

/** What of the page to extract. */
export interface ExtractOptions extends Hints {
  /** `article` unless told otherwise. */
  readonly kind?: CaptureScope;
  /** The ranges that `selection` takes; the document's own selection when they are not given. */
  readonly selection?: readonly Range[];
}

/** Words, or half as many CJK characters, below which a page without any claim to be an article has none. */
const LEAST_WORDS = 40;

/**
 * Extracts a page's article (or selection, or visible text) with its metadata as plain data. Null when there is none, or when
 * the page is too large to be worked through. Never changes the document; works in live and inert documents alike.
 */
export function extractArticle(document: Document, url: string, options: ExtractOptions = {}): ExtractedArticle | null {
  return capturePage(document, url, options).article;
}

/** `extractArticle`, with the reason when there is no article and the time each stage took. */
export function capturePage(document: Document, url: string, options: ExtractOptions = {}): CaptureAnswer {
  const watch = new Stopwatch();
  return runAtOnce(capture(document, url, options, watch), (stage) => watch.lap(stage));
}

/** `capturePage` of a page that somebody is looking at: it does not stand still for longer than a stage takes. */
export function capturePageInSlices(document: Document, url: string, options: ExtractOptions): Promise<CaptureAnswer> {
  const watch = new Stopwatch();
  return runInSlices(capture(document, url, options, watch), (stage) => watch.lap(stage));
}

function* capture(document: Document, url: string, options: ExtractOptions, watch: Stopwatch): Staged<CaptureAnswer> {
  const kind = options.kind ?? 'article';
  if (/\/pdf$/.test(document.contentType)) return watch.refuse('pdf');
  if (kind === 'visible-text') return captureText(document, url, watch);
  if (kind === 'selection')
    return captureSelection(document, url, options.selection ?? selectedRanges(document), watch);
  return yield* captureArticle(document, url, watch, options);
}

function* captureArticle(page: Document, url: string, watch: Stopwatch, hints: Hints): Staged<CaptureAnswer> {
  const found = yield* findArticle(page, url, hints);
  if (!found.ok) return watch.refuse(found.error);
  const { element, metadata, baseUrl, isChosen, nextLink } = found.value;
  const leftOut = wholeBlocks([...found.value.leftOut, ...(isChosen ? [] : dropLeftovers(element, metadata))]);
  yield 'clean';
  if (!isChosen && isNoArticle({ page, url, metadata, element })) return watch.refuse('no-article');
  yield 'clean';
  const clean = cleanPrepared(element, { baseUrl, title: metadata.title, lang: metadata.lang }, leftOut);
  const { canonicalUrl } = metadata;
  const nextPage = findNextPage(page, { url, baseUrl, canonicalUrl, selector: nextLink });
  const article = { ...compose('article', url, metadata, clean), nextPage };
  yield 'clean';
  return isArticle(article, metadata, isChosen) ? watch.answer(article) : watch.refuse('no-article');
}

function captureSelection(page: Document, url: string, ranges: readonly Range[], watch: Stopwatch): CaptureAnswer {
  const selected = selectedContent(page, ranges);
  watch.lap('prepare');
  if (!selected) return watch.refuse('no-article');
  return captureElement('selection', page, url, selected, watch);
}

function captureText(page: Document, url: string, watch: Stopwatch): CaptureAnswer {
  const blocks = page.body ? visibleText(page) : [];
  if (blocks.length === 0) return watch.refuse('no-article');
  const holder = page.implementation.createHTMLDocument('').body;
  for (const block of blocks) {
    const paragraph = holder.ownerDocument.createElement('p');
    paragraph.append(block);
    holder.append(paragraph);
  }
  watch.lap('prepare');
  return captureElement('visible-text', page, url, holder, watch);
}

function captureElement(
  kind: CaptureKind,
  page: Document,
  url: string,
  element: Element,
  watch: Stopwatch,
): CaptureAnswer {
  const baseUrl = httpUrl(page.querySelector('base[href]')?.getAttribute('href'), url) ?? url;
  const sample = (element.textContent ?? '').slice(0, SAMPLE);
  const metadata = readMetadata(page, { url, baseUrl, sample, byline: null });
  watch.lap('metadata');
  // What was asked for is kept as it is, a heading that says the title included.
  const clean = cleanContent(element, { baseUrl, title: '', lang: metadata.lang });
  const article = compose(kind, url, metadata, clean);
  watch.lap('clean');
  return clean.content === '' ? watch.refuse('no-article') : watch.answer(article);
}

function compose(kind: CaptureKind, url: string, metadata: Metadata, clean: CleanContent): ExtractedArticle {
  const { isArticle: _claim, articleBody: _body, excerpt, leadImage, thumbnail, ...said } = metadata;
  const counts = countText(clean.text);
  const sources = { ...said.sources };
  const confidence = { ...said.confidence };
  const lead = leadImage ?? leadPictureOf(clean.images)?.url ?? null;
  if (!leadImage && lead) [sources.leadImage, confidence.leadImage] = ['page', 'low'];
  if (!thumbnail && lead) {
    [sources.thumbnail, confidence.thumbnail] = [sources.leadImage ?? 'page', confidence.leadImage ?? 'low'];
  }
  const summary = excerpt && !isBeginning(excerpt, clean.text) ? excerpt : excerptOf(clean.text);
  if (summary !== excerpt && clean.text) [sources.excerpt, confidence.excerpt] = ['page', 'low'];
  return {
    kind,
    url,
    ...said,
    title: said.title || excerptOf(clean.text),
    excerpt: summary,
    leadImage: lead,
    thumbnail: thumbnail ?? lead,
    content: clean.content,
    text: clean.text,
    ...counts,
    readingMinutes: readingMinutes(counts),
    images: clean.images,
    sources,
    confidence,
    receipt: clean.receipt,
    frontMatter: null,
  };
}

/** A description that is only the beginning of the text, cut wherever the site cuts, summarises nothing: ours ends no worse. */
function isBeginning(description: string, text: string): boolean {
  return text.startsWith(description.replace(/\s*(?:…|\.{3}|。{3})$/, ''));
}

/** A page that neither calls itself an article nor is chosen as one must have a few sentences to be one. */
function isArticle(
  { wordCount, cjkCharCount, content }: ExtractedArticle,
  { isArticle: claims }: Metadata,
  isChosen: boolean,
): boolean {
  if (content === '') return false;
  const amount = wordCount + cjkCharCount / 2;
  return claims || isChosen ? amount > 0 : amount >= LEAST_WORDS;
}

function selectedRanges(document: Document): Range[] {
  const selection = document.getSelection();
  if (!selection) return [];
  return Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index));
}

/** How long each stage takes, and the answer that carries it. */
class Stopwatch {
  readonly #started = performance.now();
  #lap = this.#started;
  readonly #times: Record<Stage, number> = { prepare: 0, readability: 0, clean: 0, metadata: 0, total: 0 };

  lap(stage: Stage): void {
    const now = performance.now();
    this.#times[stage] += now - this.#lap;
    this.#lap = now;
  }

  answer(article: ExtractedArticle): CaptureAnswer {
    return { article, problem: null, milliseconds: this.#total() };
  }

  refuse(problem: NonNullable<CaptureAnswer['problem']>): CaptureAnswer {
    return { article: null, problem, milliseconds: this.#total() };
  }

  #total(): CaptureAnswer['milliseconds'] {
    return { ...this.#times, total: performance.now() - this.#started };
  }
}
