import type { RestorePoint } from '../../model/restore-point';
import { type Clock, openClock } from '../clock';
import { countPictures, entryOf } from '../entries';
import { deleteJob, pictureJob } from '../jobs';
import { picturesOf } from '../pictures';
import { removeArticles } from '../purge';
import { releasePictures, releaseTexts } from '../release';
import type { FormerArticle, FormerRow, PictureRow, WriteTransaction } from '../schema';
import { type NewDocument, prepareTerms, putDocuments } from '../search/documents';
import { putTagNames } from '../search/tag-names';
import { type ArticleChange, type ArticleTarget, articleChange } from './article-change';
import { addHeldBytes, keepArticles, keepPictures, keepTexts } from './keep';
import type { PutBackSlice } from './put-back';

/** Puts articles back, all of one kind, whole or in part: rows, states, pictures, and all that lists and searches are made of. */
export async function putBackArticles(
  transaction: WriteTransaction,
  former: readonly FormerRow[],
  undo: RestorePoint,
  now: number,
): Promise<PutBackSlice> {
  const clock = await openClock(transaction, now);
  const found = await Promise.all(former.map((row) => articleChange(transaction, row, clock)));
  const changes = found.filter((change) => change !== null && change !== 'gone');
  const ids = changes.map(({ id }) => id);
  // What is put back in part is kept in part.
  const keep = former[0]?.kind === 'text' ? keepTexts : former[0]?.kind === 'pictures' ? keepPictures : keepArticles;
  await keep(transaction, undo, ids);
  // One after the other: both write the flags of documents.
  const removed = await removeThose(transaction, changes, clock);
  const replaced = await putThose(transaction, changes, now);
  await addHeldBytes(transaction, undo, removed + replaced);
  if (ids.length > 0) await clock.keep('places');
  return { articles: ids, others: 0, gone: found.filter((change) => change === 'gone').length };
}

function removeThose(transaction: WriteTransaction, changes: readonly ArticleChange[], clock: Clock): Promise<number> {
  const present = changes.flatMap(({ current: { row, state }, target }) =>
    row && !target ? [{ row, state: state ?? undefined }] : [],
  );
  return removeArticles(transaction, present, clock);
}

async function putThose(
  transaction: WriteTransaction,
  changes: readonly ArticleChange[],
  now: number,
): Promise<number> {
  const targets = changes.flatMap(({ current, target }) => (target ? [{ current, target }] : []));
  const documents = await Promise.all(
    targets.map(async ({ current, target }) => {
      await putWhole(transaction, target, now);
      return documentOf(transaction, current, target);
    }),
  );
  await putDocuments(transaction, documents);
  await putTagNames(
    transaction,
    targets.map(({ target }) => target.state),
  );
  const held = await Promise.all([
    releaseTexts(
      transaction,
      targets.flatMap(({ current }) => current.row?.contentIds ?? []),
    ),
    releasePictures(
      transaction,
      targets.flatMap(({ current }) => hashesOf(current.pictures)),
    ),
  ]);
  return held[0] + held[1];
}

async function putWhole(
  transaction: WriteTransaction,
  { row, state, pictures }: ArticleTarget,
  now: number,
): Promise<void> {
  const store = transaction.objectStore('pictures');
  const count = countPictures(pictures);
  await store.delete(picturesOf(row.id));
  await Promise.all([
    ...pictures.map((picture) => store.put(picture)),
    transaction.objectStore('articles').put(row),
    transaction.objectStore('states').put(state),
    transaction.objectStore('entries').put(entryOf(row, state, count)),
    transaction.objectStore('tombstones').delete(row.id),
    count.pending > 0
      ? transaction.objectStore('jobs').put(pictureJob(row.id, null, now))
      : deleteJob(transaction, row.id),
  ]);
}

/** What searches are to find it by: made anew when what it is searched by may have changed. */
async function documentOf(
  transaction: WriteTransaction,
  current: FormerArticle,
  { row, state }: ArticleTarget,
): Promise<NewDocument> {
  if (current.row === row) return { row, state, prepared: null };
  const content = await transaction.objectStore('contents').get(row.current.value);
  return { row, state, prepared: prepareTerms({ ...row, text: content?.text ?? '' }) };
}

function hashesOf(pictures: readonly PictureRow[]): string[] {
  return pictures.flatMap(({ hash }) => (hash === null ? [] : [hash]));
}
