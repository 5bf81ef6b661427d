import type { Progressing, PutBackExample, PutBackPlan } from '../../model/restore-point';
import type { ArticleState } from '../../model/saved-article';
import type { LibraryContext } from '../context';
import type { FormerRow, ReadTransaction, StoreName } from '../schema';
import { articleChange, NO_CLOCK } from './article-change';
import { isSame, stateAsItWas } from './as-it-was';
import { ARTICLE_KINDS, kindsOf, someRows } from './former-rows';
import { KEEP_ARTICLE_STORES } from './keep';
import { isReadable } from './points';

/** Rows looked at in one transaction. */
const AT_ONCE = 200;

/** Articles named for people to recognise. */
const MOST_EXAMPLES = 20;

type Finding = PutBackExample['change'] | 'gone' | 'other' | null;

/** What putting a point back would do: see `Library.planPutBack`. */
export async function planPutBack(
  { connection }: LibraryContext,
  id: string,
  { onProgress, signal }: Progressing = {},
): Promise<PutBackPlan | null> {
  const found = await connection.read(['restorePoints', 'formerRows'], async (transaction) => {
    const row = await transaction.objectStore('restorePoints').get(id);
    return row && isReadable(row) ? { row, kinds: await kindsOf(transaction, id) } : null;
  });
  if (!found) return null;
  const counts = { returns: 0, leaves: 0, changes: 0, gone: 0, other: 0 };
  const examples: PutBackExample[] = [];
  let done = 0;
  for (const kind of found.kinds) {
    let after: IDBValidKey | null = null;
    do {
      const start: IDBValidKey | null = after;
      const slice: Planning = await connection.read(storesOf(kind), (transaction) =>
        planSome(transaction, id, kind, start),
      );
      for (const { finding, example } of slice.findings) {
        if (finding) counts[finding]++;
        if (example && examples.length < MOST_EXAMPLES) examples.push(example);
      }
      done += slice.findings.length;
      onProgress?.(done, found.row.articles + found.row.others);
      after = slice.last;
    } while (after !== null && !signal?.aborted);
  }
  const { returns: returning, leaves: leaving, changes: changing, gone, other: others } = counts;
  return { returning, leaving, changing, gone, others, examples };
}

function storesOf(kind: string): StoreName[] {
  const others = kind === 'state' || ARTICLE_KINDS.includes(kind) ? [] : [kind as StoreName];
  return [...KEEP_ARTICLE_STORES, ...others];
}

interface Planning {
  readonly findings: readonly Planned[];
  readonly last: IDBValidKey | null;
}

interface Planned {
  readonly finding: Finding;
  readonly example?: PutBackExample;
}

async function planSome(
  transaction: ReadTransaction,
  id: string,
  kind: string,
  after: IDBValidKey | null,
): Promise<Planning> {
  const former = await someRows(transaction, id, kind, after, AT_ONCE);
  const last = former.length < AT_ONCE ? null : (former.at(-1)?.key ?? null);
  const plan = ARTICLE_KINDS.includes(kind) ? planArticle : kind === 'state' ? planState : planRow;
  return { findings: await Promise.all(former.map((row) => plan(transaction, row))), last };
}

async function planArticle(transaction: ReadTransaction, former: FormerRow): Promise<Planned> {
  const change = await articleChange(transaction, former, NO_CLOCK);
  if (!change || change === 'gone') return { finding: change };
  const { id, current, target } = change;
  const finding = !target ? 'leaves' : current.row ? 'changes' : 'returns';
  const { title = '' } = target?.row ?? current.row ?? {};
  return { finding, example: { id, title, change: finding } };
}

async function planState(transaction: ReadTransaction, { point, key, row }: FormerRow): Promise<Planned> {
  const id = key as string;
  const [state, article, whole] = await Promise.all([
    transaction.objectStore('states').get(id),
    transaction.objectStore('articles').get(id),
    transaction.objectStore('formerRows').getKey([point, 'article', id]),
  ]);
  // Then it is counted with the whole article.
  if (whole) return { finding: null };
  if (!state || !article) return { finding: 'gone' };
  if (isSame(stateAsItWas(row as ArticleState, state, null, NO_CLOCK), state)) return { finding: null };
  return { finding: 'changes', example: { id, title: article.title, change: 'changes' } };
}

async function planRow(transaction: ReadTransaction, { kind, key, row }: FormerRow): Promise<Planned> {
  const current = (await transaction.objectStore(kind as StoreName).get(key as never)) ?? null;
  return { finding: isSame(row, current) ? null : 'other' };
}
