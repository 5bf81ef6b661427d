import { openDB } from 'idb';
import type { ArticleRow, FormerRow, PictureRow } from '../../../utils/library/schema';
import type { ArticleState } from '../../../utils/model/saved-article';
import type { Stamped } from '../../../utils/model/stamped';
import { everything } from '../support';

/** An article as people and lists see it: everything that is stored of it but when it was last changed. */
export interface Seen {
  readonly row: unknown;
  readonly state: Record<string, unknown>;
  readonly pictures: readonly PictureRow[];
  /** Its texts that are there. */
  readonly texts: readonly string[];
}

/** Every article of a library by its id, past the library's own reading. */
export async function seen(name: string): Promise<Map<string, Seen>> {
  const records = await everything(name);
  const contents = new Set((records.contents as { id: string }[]).map(({ id }) => id));
  const states = new Map((records.states as ArticleState[]).map((state) => [state.articleId, state]));
  return new Map(
    (records.articles as ArticleRow[]).map((article) => {
      const { described: _, current, ...row } = article;
      const pictures = (records.pictures as PictureRow[]).filter(({ articleId }) => articleId === article.id);
      const texts = article.contentIds.filter((id) => contents.has(id));
      const state = valuesOf(states.get(article.id));
      return [article.id, { row: { ...row, current: current.value }, state, pictures, texts }];
    }),
  );
}

/** A state without its stamps; a tag that is off is none. */
export function valuesOf(state: ArticleState | undefined): Record<string, unknown> {
  const { tags = {}, articleId: _, ...fields } = state ?? ({} as Partial<ArticleState>);
  const on = Object.entries(tags).filter(([, { value }]) => value);
  const values = Object.entries(fields).map(([name, field]) => [name, (field as Stamped<unknown>).value]);
  return {
    ...Object.fromEntries(values),
    tags: on.sort(([, a], [, b]) => (a.time < b.time ? -1 : 1)).map(([tag]) => tag),
  };
}

/** What is kept under a point, by kind. */
export async function kept(name: string, point: string): Promise<Record<string, string[]>> {
  const database = await openDB(name);
  const rows: FormerRow[] = await database.getAll('formerRows');
  database.close();
  const own = rows.filter((row) => row.point === point);
  return Object.fromEntries(
    [...Map.groupBy(own, ({ kind }) => kind)].map(([kind, some]) => [kind, some.map(({ key }) => key as string)]),
  );
}
