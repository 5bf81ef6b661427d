import type { ArticleId } from '../../model/article';
import type { PictureFailure } from '../../model/picture';
import type { StorageFacts } from '../../model/storage';
import type { LibraryContext } from '../context';
import { startingWith } from '../held';
import type { ReadTransaction } from '../schema';

const FAILURES: readonly PictureFailure[] = [
  'needs-permission',
  'refused',
  'unreachable',
  'not-a-picture',
  'too-large',
];

/** What the database can count by itself: see `Upkeep.facts`. */
export function storageFacts({ connection }: LibraryContext): Promise<StorageFacts> {
  const stores = ['articles', 'entries', 'contents', 'pictures', 'blobs'] as const;
  const index = ['documents', 'pendingDocuments', 'segments', 'indexState'] as const;
  return connection.read([...stores, ...index], async (transaction) => {
    const [articles, inTrash, texts, pictures, missing, indexed] = await Promise.all([
      transaction.objectStore('articles').count(),
      transaction.objectStore('entries').index('places').count(startingWith('trash', 'saved')),
      transaction.objectStore('contents').count(),
      transaction.objectStore('blobs').count(),
      missingByFailure(transaction),
      indexFacts(transaction),
    ]);
    return { articles, inTrash, texts, pictures, missing, index: indexed };
  });
}

/** See `Upkeep.articlesMissingPictures`. */
export function articlesMissingPictures({ connection }: LibraryContext): Promise<ArticleId[]> {
  return connection.read(['pictures', 'entries'], async (transaction) => {
    const keys = await transaction.objectStore('pictures').index('failure').getAllKeys();
    const ids = [...new Set(keys.map(([id]) => id))];
    const trash = await transaction.objectStore('entries').index('places').getAllKeys(startingWith('trash', 'saved'));
    const trashed = new Set(trash);
    return ids.filter((id) => !trashed.has(id));
  });
}

async function missingByFailure(transaction: ReadTransaction): Promise<StorageFacts['missing']> {
  const failures = transaction.objectStore('pictures').index('failure');
  const counts = await Promise.all(FAILURES.map((failure) => failures.count(failure)));
  return Object.fromEntries(FAILURES.map((failure, i) => [failure, counts[i] ?? 0]).filter(([, count]) => count !== 0));
}

async function indexFacts(transaction: ReadTransaction): Promise<StorageFacts['index']> {
  const [documents, pending, segments, state] = await Promise.all([
    transaction.objectStore('documents').count(),
    transaction.objectStore('pendingDocuments').count(),
    transaction.objectStore('segments').getAll(),
    transaction.objectStore('indexState').get('state'),
  ]);
  const since = state?.unindexed ?? null;
  const unindexed = since === null ? 0 : await transaction.objectStore('articles').count(IDBKeyRange.lowerBound(since));
  return { documents, pending, segments: segments.filter(({ status }) => status === 'whole').length, unindexed };
}
