import type { ArticleId } from '../../model/article';
import type { FoundText } from '../../model/saved-article';
import { parseQuery } from '../../search/parse-query';
import { wordsOf } from '../../search/query';
import { marksIn, snippetOf } from '../../search/snippet';
import type { LibraryContext } from '../context';

/** Where articles that were found have what was searched for; for the rows in sight only, because their texts are read. */
export async function foundTexts(
  context: LibraryContext,
  ids: readonly ArticleId[],
  search: string,
): Promise<ReadonlyMap<ArticleId, FoundText>> {
  const query = parseQuery(search);
  const words = query ? wordsOf(query) : [];
  if (words.length === 0) return new Map();
  const inTitle = words.filter(({ field }) => field === null || field === 'title');
  const inText = words.filter(({ field }) => field === null || field === 'text');
  const found = await context.connection.read(['articles', 'contents'], (transaction) =>
    Promise.all(
      ids.map(async (id): Promise<[ArticleId, FoundText] | null> => {
        const row = await transaction.objectStore('articles').get(id);
        const content = row && (await transaction.objectStore('contents').get(row.current.value));
        if (!row) return null;
        const snippet = snippetOf(inText, content?.text ?? '');
        return [id, { titleMarks: marksIn(inTitle, row.title), ...snippet }];
      }),
    ),
  );
  return new Map(found.filter((each) => each !== null));
}
