import { openDatabase } from '../../utils/library/db';
import { entryOf } from '../../utils/library/entries';
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

/** Articles written in one transaction: with all ten thousand in one it takes twice as long. */
const AT_ONCE = 500;

/**
 * Fills a library with `count` articles past its own writing, which would take minutes; `fillingOf` says what each is like. Their texts are
 * only there if they are asked for.
 */
export async function fillLibrary(
  name: string,
  count: number,
  fillingOf: (i: number) => Filling,
  { withTexts = false } = {},
): Promise<void> {
  const database = await openDatabase(name);
  for (let from = 0; from < count; from += AT_ONCE) {
    const transaction = database.transaction(['articles', 'states', 'entries', 'contents'], 'readwrite');
    const some = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, i) => from + i);
    const writes = some.map((i) => writeArticle(transaction as never, i, fillingOf(i), withTexts));
    await Promise.all([...writes, transaction.done]);
  }
  database.close();
}

async function writeArticle(
  transaction: WriteTransaction,
  i: number,
  filling: Filling,
  withText: boolean,
): Promise<void> {
  const { content, text, images, receipt, sources, frontMatter, ...description } = anArticle(`${i}`, filling.article);
  const row = rowOf(i, filling, description);
  const state = stateOf(i, filling);
  const saved = { id: row.id, content, text, images, receipt, sources, frontMatter };
  await Promise.all([
    transaction.objectStore('articles').put(row),
    transaction.objectStore('states').put(state),
    transaction.objectStore('entries').put(entryOf(row, state, { total: 0, kept: 0, pending: 0 })),
    withText ? transaction.objectStore('contents').put(saved) : null,
  ]);
}

/** What an article is besides what its text is. */
type Description = Omit<ExtractedArticle, 'content' | 'text' | 'images' | 'receipt' | 'sources' | 'frontMatter'>;

function rowOf(i: number, { savedAt }: Filling, description: Description): ArticleRow {
  const id = idOf(i);
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
