import type { ArticleId } from '../../model/article';
import type { ChangeDone, ChangeOptions, ChangeStep, TagNode } from '../../model/organise';
import type { LibraryContext } from '../context';
import { startingWith } from '../held';
import type { ReadTransaction } from '../schema';
import { tagRanges, tidyTag } from '../tags';
import { changeArticles } from './change-articles';

/** Every tag in use on articles that are not in the trash, and every tag above one, in alphabetical order. */
export function tagTree({ connection }: LibraryContext): Promise<TagNode[]> {
  return connection.read(['entries'], async (transaction) => {
    const inUse = await tagsInUse(transaction, 0);
    const all = new Set([...inUse, ...inUse.flatMap(tagsAbove)]);
    const nodes = await Promise.all([...all].map((tag) => nodeOf(transaction, tag)));
    return nodes.sort(({ tag: one }, { tag: other }) => byParts(one.split('/'), other.split('/')));
  });
}

const names = new Intl.Collator(undefined, { numeric: true });

/** Part by part, so that what is below a tag follows it at once. */
function byParts([one, ...ones]: readonly string[], [other, ...others]: readonly string[]): number {
  if (one === undefined || other === undefined) return one === other ? 0 : one === undefined ? -1 : 1;
  return names.compare(one, other) || (one === other ? byParts(ones, others) : one < other ? -1 : 1);
}

async function nodeOf(transaction: ReadTransaction, tag: string): Promise<TagNode> {
  const tagged = transaction.objectStore('entries').index('tagged');
  const [own, below] = tagRanges(0, tag);
  if ((await tagged.count(below)) === 0) {
    const count = await tagged.count(own);
    return { tag, own: count, all: count };
  }
  const [withIt, withOther] = await Promise.all([tagged.getAllKeys(own), tagged.getAllKeys(below)]);
  return { tag, own: withIt.length, all: new Set([...withIt, ...withOther]).size };
}

/** A tag's ways up: `a/b/c` is below `a/b` and `a`. */
function tagsAbove(tag: string): string[] {
  const parts = tag.split('/');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'));
}

/** Two requests for each tag. */
async function tagsInUse(transaction: ReadTransaction, trashed: 0 | 1): Promise<string[]> {
  const tags: string[] = [];
  let cursor = await transaction.objectStore('entries').index('tagged').openKeyCursor(startingWith(trashed));
  while (cursor) {
    const [, tag] = cursor.key as [number, string, string];
    tags.push(tag);
    // After every time of this tag: arrays sort after strings.
    cursor = await cursor.continue([trashed, tag, []] as never);
  }
  return tags;
}

/**
 * Renames a tag, and what is below it, on every article, in the trash too. Where the new name is in use already, the two become
 * one.
 */
export async function renameTag(
  context: LibraryContext,
  from: string,
  to: string,
  options: ChangeOptions = {},
): Promise<ChangeDone> {
  const name = tidyTag(to);
  if (name === '' || name === from) return { changed: 0, undo: [], failure: null };
  const held = await heldBelow(context, from);
  // What gets a name that another has yet to give up would be renamed twice.
  const ordered = name.startsWith(`${from}/`) ? held.toReversed() : held;
  const steps = ordered.map(
    ({ tag, ids }): ChangeStep => ({
      ids,
      change: { addTags: [name + tag.slice(from.length)], removeTags: [tag] },
    }),
  );
  return changeArticles(context, steps, { reason: 'rename-tag', ...options });
}

/** Takes a tag, and what is below it, off every article, in the trash too. */
export async function removeTag(
  context: LibraryContext,
  tag: string,
  options: ChangeOptions = {},
): Promise<ChangeDone> {
  const held = await heldBelow(context, tag);
  const steps = held.map((each): ChangeStep => ({ ids: each.ids, change: { removeTags: [each.tag] } }));
  return changeArticles(context, steps, { reason: 'remove-tag', ...options });
}

/** A tag and those below it, each after what is above it, with the articles that have them. */
function heldBelow({ connection }: LibraryContext, tag: string): Promise<{ tag: string; ids: ArticleId[] }[]> {
  return connection.read(['entries'], async (transaction) => {
    const inUse = (await Promise.all(([0, 1] as const).map((trashed) => tagsInUse(transaction, trashed)))).flat();
    const concerned = [...new Set(inUse)].filter((each) => each === tag || each.startsWith(`${tag}/`)).sort();
    return Promise.all(concerned.map(async (each) => ({ tag: each, ids: await idsWith(transaction, each) })));
  });
}

async function idsWith(transaction: ReadTransaction, tag: string): Promise<ArticleId[]> {
  const tagged = transaction.objectStore('entries').index('tagged');
  const each = await Promise.all([tagged.getAllKeys(startingWith(0, tag)), tagged.getAllKeys(startingWith(1, tag))]);
  return each.flat();
}
