/** True positives, false positives and false negatives of one page, as shares of their sum. */
export type Shares = readonly [tp: number, fp: number, fn: number];

/** What a set of pages scores: precision and recall averaged over pages, F1 of the two averages, share of pages equal word for word. */
export interface Score {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly exact: number;
}

const WORD = /[\p{L}\p{N}_]+/gu;
/** Scripts written without spaces: every character is a token. */
const NO_SPACES =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々〇])/u;

/** Words, or characters where a script has no spaces. */
export function tokens(text: string): string[] {
  return (text.match(WORD) ?? []).flatMap((word) => word.split(NO_SPACES).filter((part) => part !== ''));
}

/**
 * How much of two texts is the same, by runs of four tokens: the measure of the article-extraction-benchmark of scrapinghub
 * (github.com/scrapinghub/article-extraction-benchmark, README), which counts each run as often as it stands in a text.
 */
export function compareTexts(truth: string, found: string): Shares {
  const wanted = runs(truth);
  const given = runs(found);
  let [tp, fp, fn] = [0, 0, 0];
  for (const [run, count] of wanted) {
    tp += Math.min(count, given.get(run) ?? 0);
    fn += Math.max(0, count - (given.get(run) ?? 0));
  }
  for (const [run, count] of given) fp += Math.max(0, count - (wanted.get(run) ?? 0));
  const all = tp + fp + fn;
  return all > 0 ? [tp / all, fp / all, fn / all] : [0, 0, 0];
}

function runs(text: string): Map<string, number> {
  const words = tokens(text);
  const found = new Map<string, number>();
  for (let at = 0; at < Math.max(1, words.length - 3); at++) {
    const run = words.slice(at, at + 4).join(' ');
    if (run !== '') found.set(run, (found.get(run) ?? 0) + 1);
  }
  return found;
}

/** The score of many pages. */
export function scoreOf(pages: readonly { readonly shares: Shares; readonly exact: boolean }[]): Score {
  const precision = mean(pages.filter(({ shares: [tp, fp] }) => tp + fp > 0).map(({ shares }) => precisionOf(shares)));
  const recall = mean(pages.filter(({ shares: [tp, , fn] }) => tp + fn > 0).map(({ shares }) => recallOf(shares)));
  return { f1: f1(precision, recall), precision, recall, exact: mean(pages.map(({ exact }) => (exact ? 1 : 0))) };
}

/** F1 of one page. */
export function pageF1(shares: Shares): number {
  return f1(precisionOf(shares), recallOf(shares));
}

function precisionOf([tp, fp, fn]: Shares): number {
  if (fp === 0 && fn === 0) return 1;
  return tp === 0 ? 0 : tp / (tp + fp);
}

function recallOf([tp, fp, fn]: Shares): number {
  if (fp === 0 && fn === 0) return 1;
  return tp === 0 ? 0 : tp / (tp + fn);
}

function f1(precision: number, recall: number): number {
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
}

function mean(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}
