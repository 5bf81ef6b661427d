import { openDatabase } from '../../utils/library/db';
import { entryOf, wordsOf } from '../../utils/library/entries';
import type { ArticleRow, WriteTransaction } from '../../utils/library/schema';
import type { ExtractedArticle } from '../../utils/model/article';
import type { ArticleState } from '../../utils/model/saved-article';
import type { Stamped } from '../../utils/model/stamped';
import { anArticle } from '../library/support';

/** What one article of a filled library is like, besides being in it. */
export interface Filling {
  readonly article: Partial<ExtractedArticle>;
  /** ms since 1970. */
  readonly savedAt: number;
  readonly archived?: boolean;
  readonly favourite?: boolean;
  readonly tags?: readonly string[];
}

/** Fills a library with `count` articles past its own writing, which would take minutes; `fillingOf` says what each is like. */
export async function fillLibrary(name: string, count: number, fillingOf: (i: number) => Filling): Promise<void> {
  const database = await openDatabase(name);
  const transaction = database.transaction(['articles', 'states', 'entries', 'words'], 'readwrite');
  const writes = Array.from({ length: count }, (_, i) => writeArticle(transaction as never, i, fillingOf(i)));
  await Promise.all([...writes, transaction.done]);
  database.close();
}

function writeArticle(transaction: WriteTransaction, i: number, filling: Filling): Promise<unknown> {
  const row = rowOf(i, filling);
  const state = stateOf(i, filling);
  return Promise.all([
    transaction.objectStore('articles').put(row),
    transaction.objectStore('states').put(state),
    transaction.objectStore('entries').put(entryOf(row, state, { total: 0, kept: 0, pending: 0 })),
    transaction.objectStore('words').put(wordsOf(row), row.id),
  ]);
}

function rowOf(i: number, { article, savedAt }: Filling): ArticleRow {
  const id = idOf(i);
  const whole = anArticle(`${i}`, article);
  const { content: _1, text: _2, images: _3, receipt: _4, sources: _5, frontMatter: _6, ...description } = whole;
  return {
    ...description,
    id,
    savedAt,
    versions: [{ contentId: id, capturedAt: i }],
    current: stampedAt(id, i),
    keys: [`news.example/${i}`],
    contentIds: [id],
    described: stampedAt(true as const, i),
  };
}

function stateOf(i: number, { archived = false, favourite = false, tags = [] }: Filling): ArticleState {
  return {
    articleId: idOf(i),
    archived: stampedAt(archived, i),
    favourite: stampedAt(favourite, i),
    deleted: stampedAt(false, i),
    position: stampedAt(null, i),
    tags: Object.fromEntries(tags.map((tag) => [tag, stampedAt(true, i)])),
  };
}

const idOf = (i: number) => i.toString(16).padStart(32, '0');

function stampedAt<T>(value: T, i: number): Stamped<T> {
  return { value, time: `${i.toString(16).padStart(12, '0')}-0000`, device: 'd' };
}
