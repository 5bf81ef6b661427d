import { computed, createModel, effect, signal } from '@preact/signals';
import { reportError } from '../../utils/errors';
import type { ArticleId } from '../../utils/model/article';
import type { CheckFinding } from '../../utils/model/page-check';
import type { Article } from '../../utils/model/saved-article';
import { webUrl } from '../reader/web-url';
import { type AskWeb, type CheckedLibrary, checkArticle } from './check-article';
import { offerOf } from './offer-of';
import { eachPolitely } from './politely';
import { settle, type Undo } from './settle';

/** An article that is checked. */
export interface CheckRow {
  readonly article: Article;
  /** What was found; null while it is not known. */
  readonly finding: CheckFinding | null;
  /** What came of the offer: nothing asked for, done, undone, or not possible. */
  readonly settled: 'not' | 'done' | 'undone' | 'failed';
  readonly undo: Undo | null;
}

/** A check of some articles for changes of their pages, as far as it is. `start` begins it, `stop` ends it early. */
export const CheckModel = createModel((library: CheckedLibrary, ask: AskWeb, ids: readonly ArticleId[]) => {
  const rows = signal<readonly CheckRow[]>([]);
  const isRunning = signal(true);
  const checked = computed(() => rows.value.filter(({ finding }) => finding !== null).length);
  /** How many offers are open that keep what stands on the page now. */
  const toKeep = computed(() => rows.value.filter(isToKeep).length);
  const stopping = new AbortController();

  effect(() => () => stopping.abort());

  function change(id: ArticleId, by: Partial<CheckRow>): void {
    rows.value = rows.peek().map((row) => (row.article.id === id ? { ...row, ...by } : row));
  }

  async function check({ article: { id } }: CheckRow): Promise<void> {
    const finding = await checkArticle(library, ask, id).catch((error: unknown): CheckFinding => {
      reportError('checking a page', error);
      return { id, is: 'unreachable', problem: 'page-unreachable' };
    });
    change(id, { finding });
  }

  async function settleRow({ article: { id }, finding }: CheckRow): Promise<void> {
    const undo = finding && (await settle(library, finding));
    change(id, { undo, settled: undo ? 'done' : 'failed' });
  }

  return {
    rows,
    isRunning,
    checked,
    toKeep,
    async start(): Promise<void> {
      const articles = await Promise.all(ids.map((id) => library.article(id)));
      const found = articles.filter((article) => article !== null);
      rows.value = found.map((article) => ({ article, finding: null, settled: 'not', undo: null }));
      await eachPolitely(rows.peek(), hostOf, check, stopping.signal);
      isRunning.value = false;
    },
    stop: () => stopping.abort(),
    settle: settleRow,
    async settleAll(): Promise<void> {
      for (const row of rows.peek().filter(isToKeep)) await settleRow(row);
    },
    async undo({ article: { id }, undo }: CheckRow): Promise<void> {
      const undone = await undo?.();
      change(id, { undo: null, settled: undone ? 'undone' : 'failed' });
    },
  };
});

function isToKeep({ finding, settled }: CheckRow): boolean {
  return finding !== null && offerOf(finding) === 'keep' && settled !== 'done';
}

/** Whom a check of the article asks; articles of no web page ask nobody. */
function hostOf({ article }: CheckRow): string {
  const address = webUrl(article.canonicalUrl) ?? webUrl(article.url);
  return address ? new URL(address).host : '';
}
