import { ok } from '../../model/result';
import type { LibraryContext } from '../context';
import type { ArticleRow, StoreName, WriteTransaction } from '../schema';
import {
  DOCUMENT_STORES,
  type NewDocument,
  NO_INDEX,
  type PreparedTerms,
  prepareTerms,
  putDocuments,
} from './documents';
import { putTagNames } from './tag-names';

/** Articles indexed in one step: some ten ms in which nothing else can be saved. */
const AT_ONCE = 20;

const STORES: readonly StoreName[] = [...DOCUMENT_STORES, 'articles', 'states', 'tagNames'];

/** An article of an older library and its terms; null where it has them already. */
interface OldArticle {
  readonly row: ArticleRow;
  readonly terms: PreparedTerms | null;
}

/** Indexes some articles of an older library; true when there were some to look at. */
export async function indexOldArticles(context: LibraryContext): Promise<boolean> {
  const old = await readSome(context);
  if (!old) return false;
  const written = await context.connection.write(STORES, async (transaction) => {
    const fresh = (await Promise.all(old.map((each) => stillOld(transaction, each)))).filter((each) => each !== null);
    await putDocuments(transaction, fresh);
    await putTagNames(
      transaction,
      fresh.map(({ state }) => state),
    );
    const last = old.at(-1);
    const states = transaction.objectStore('indexState');
    const state = (await states.get('state')) ?? NO_INDEX;
    const unindexed = old.length < AT_ONCE || !last ? null : `${last.row.id}\u0000`;
    await states.put({ ...state, unindexed }, 'state');
    return ok(true);
  });
  return written.ok;
}

/** The next articles; null when there are none to look at. */
function readSome({ connection }: LibraryContext): Promise<OldArticle[] | null> {
  return connection.read(['indexState', 'articles', 'documents', 'contents'], async (transaction) => {
    const state = await transaction.objectStore('indexState').get('state');
    if (!state || state.unindexed === null) return null;
    const range = IDBKeyRange.lowerBound(state.unindexed);
    const rows = await transaction.objectStore('articles').getAll(range, AT_ONCE);
    return Promise.all(
      rows.map(async (row): Promise<OldArticle> => {
        const [document, content] = await Promise.all([
          transaction.objectStore('documents').get(row.id),
          transaction.objectStore('contents').get(row.current.value),
        ]);
        const isNew = document === undefined;
        return { row, terms: isNew ? prepareTerms({ ...row, text: content?.text ?? '' }) : null };
      }),
    );
  });
}

/** The article as it is now; null when it was changed since it was read, which brings its terms with it, or is gone. */
async function stillOld(transaction: WriteTransaction, old: OldArticle): Promise<NewDocument | null> {
  const { id } = old.row;
  const [row, state, document] = await Promise.all([
    transaction.objectStore('articles').get(id),
    transaction.objectStore('states').get(id),
    transaction.objectStore('documents').get(id),
  ]);
  return row && state && old.terms && document === undefined ? { row, state, prepared: old.terms } : null;
}
