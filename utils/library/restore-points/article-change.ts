import type { ArticleState } from '../../model/saved-article';
import type { Clock } from '../clock';
import type { ArticleRow, FormerArticle, FormerRow, PictureRow, ReadTransaction, WriteTransaction } from '../schema';
import { isSame, picturesAsTheyWere, rowAsItWas, stateAsItWas } from './as-it-was';
import { readFormer } from './former-rows';

/** An article that a point makes as it was: gone for `target` null. */
export interface ArticleChange {
  readonly id: string;
  readonly current: FormerArticle;
  readonly target: ArticleTarget | null;
}

/** What an article becomes. */
export interface ArticleTarget {
  readonly row: ArticleRow;
  readonly state: ArticleState;
  readonly pictures: readonly PictureRow[];
}

/** Gives out stamps that are good for nothing: to see what would change. */
export const NO_CLOCK: Clock = {
  stamp: (value) => ({ value, time: '', device: '' }),
  keep: async () => undefined,
};

/**
 * What becomes of a kept article; null when it is as it was, `gone` when only a part of it was kept and the rest is gone. Within a
 * transaction over what a point keeps of articles.
 */
export async function articleChange(
  transaction: ReadTransaction | WriteTransaction,
  former: FormerRow,
  clock: Clock,
): Promise<ArticleChange | 'gone' | null> {
  const id = former.key as string;
  const { row, state, pictures } = former.row as FormerArticle;
  const [current, earlier] = await Promise.all([
    readFormer(transaction, id),
    (transaction as ReadTransaction).objectStore('formerRows').get([former.point, 'state', id]),
  ]);
  if (former.kind !== 'article') return partChange(id, former, current, clock);
  if (!row || !state) return current.row ? { id, current, target: null } : null;
  // A state that is kept by itself was kept before the whole article was.
  const wanted = (earlier?.row as ArticleState | undefined) ?? state;
  const target: ArticleTarget = {
    row: rowAsItWas(row, current.row, clock),
    state: stateAsItWas(wanted, current.state, current.tombstone, clock),
    pictures: picturesAsTheyWere(pictures, current.pictures),
  };
  return changeTo(id, current, target);
}

function partChange(id: string, { kind, row: kept }: FormerRow, current: FormerArticle, clock: Clock) {
  const { row, pictures } = kept as FormerArticle;
  if (!current.row || !current.state || !row) return 'gone';
  return changeTo(id, current, {
    row: kind === 'text' ? rowAsItWas(row, current.row, clock) : current.row,
    state: current.state,
    pictures: picturesAsTheyWere(pictures, current.pictures),
  });
}

function changeTo(id: string, current: FormerArticle, target: ArticleTarget): ArticleChange | null {
  const { tombstone: _, ...rest } = current;
  return isSame(target, rest) ? null : { id, current, target };
}
