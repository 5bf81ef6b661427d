import { openLibrary } from '../../utils/library/library';
import { madeUpArticle } from './made-up-article';

const library = openLibrary();

/** Saves the made-up articles number `from` to `to` (exclusive); runs in a page of the extension. */
export async function seed(from: number, to: number): Promise<void> {
  const saves = Array.from({ length: to - from }, (_, at) =>
    library.save({ article: madeUpArticle(from + at), mode: 'add', tags: [`tag ${(from + at) % 12}`] }),
  );
  for (const saved of await Promise.all(saves)) if (!saved.ok) throw new Error(saved.error);
}
