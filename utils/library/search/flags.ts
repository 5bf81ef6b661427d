import type { ArticleState } from '../../model/saved-article';
import type { DocumentNumber, WriteTransaction } from '../schema';
import { CHUNK, chunkOf } from './chunks';

/** The bits of a document's flags; none is set of a document that is dead. */
export const FLAGS = { alive: 1, trash: 2, archived: 4, favourite: 8, dated: 16 } as const;

/** The flags of an article's document. */
export function flagsOf({ deleted, archived, favourite, readBy }: ArticleState): number {
  return (
    FLAGS.alive |
    (deleted.value ? FLAGS.trash : 0) |
    (archived.value ? FLAGS.archived : 0) |
    (favourite.value ? FLAGS.favourite : 0) |
    (readBy?.value ? FLAGS.dated : 0)
  );
}

/** Writes the flags of documents within a transaction over `documentFlags`; once a transaction, or the second call would undo the first. */
export async function putFlags(
  transaction: WriteTransaction,
  flags: Iterable<readonly [DocumentNumber, number]>,
): Promise<void> {
  const chunks = Map.groupBy(flags, ([document]) => chunkOf(document));
  const store = transaction.objectStore('documentFlags');
  await Promise.all(
    [...chunks].map(async ([chunk, changes]) => {
      const bytes = (await store.get(chunk)) ?? new Uint8Array(CHUNK);
      for (const [document, value] of changes) bytes[document % CHUNK] = value;
      await store.put(bytes, chunk);
    }),
  );
}

/** Brings the flags of articles' documents up to their states, within a transaction over `documents` and `documentFlags`. */
export async function putStateFlags(transaction: WriteTransaction, states: readonly ArticleState[]): Promise<void> {
  const known = await Promise.all(states.map(({ articleId }) => transaction.objectStore('documents').get(articleId)));
  const flags = states.flatMap((state, i) => {
    const document = known[i];
    return document === undefined ? [] : [[document, flagsOf(state)] as const];
  });
  await putFlags(transaction, flags);
}
