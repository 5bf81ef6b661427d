import { batch, signal } from '@preact/signals';
import { reportError } from '../../utils/errors';
import type { ArticleId } from '../../utils/model/article';
import type { LibraryChange } from '../../utils/model/library';
import type { Article, PictureCount, SavedMark } from '../../utils/model/saved-article';
import { keptPicture } from './kept-picture';
import type { PopupLibrary } from './popup-ports';
import { type KeptState, stateOfMark } from './popup-states';
import type { ShownPicture } from './shown-picture';

/** Where the page stands in the library, and what the library holds of it. */
export type LibraryPlace = ReturnType<typeof createLibraryPlace>;

interface Around {
  /** Under which addresses the page may be saved, as far as is known by now. */
  addresses(): readonly string[];
  /** Where the picture of a saved article is shown. */
  readonly picture: ShownPicture;
  readonly closing: AbortSignal;
}

/** A page that has not been looked up yet. */
export function createLibraryPlace(library: PopupLibrary, { addresses, picture, closing }: Around) {
  const kept = signal<KeptState>({ name: 'unsaved' });
  const saved = signal<Article | null>(null);
  const pictures = signal<PictureCount | null>(null);
  const tags = signal<readonly string[]>([]);
  /** How often the popup itself has changed where the page stands. */
  let changes = 0;

  /** Looks the page up in the library; keeps what is shown when nothing changed. */
  async function find(): Promise<void> {
    const before = changes;
    const mark = await markOf(addresses());
    const now = kept.peek();
    if (now.name === 'saving') return;
    // Asked before the popup itself changed the answer.
    if (before !== changes) return find();
    const next = stateOfMark(mark);
    if (!isSamePlace(now, next)) kept.value = next;
    if (mark && !mark.deleted) await load(mark.id);
    else if (!mark) saved.value = null;
  }

  /** A selection is an article of its own, which the page's addresses do not find. */
  async function markOf(urls: readonly string[]): Promise<SavedMark | null> {
    const now = kept.peek();
    if (!('id' in now) || now.kind !== 'selection') return library.findSaved(urls);
    const [item] = await library.items([now.id]);
    return item ? { id: now.id, savedAt: item.article.savedAt, kind: now.kind, deleted: item.deleted } : null;
  }

  async function load(id: ArticleId): Promise<void> {
    const [article, [item]] = await Promise.all([library.article(id), library.items([id])]);
    if (closing.aborted) return;
    batch(() => {
      saved.value = article;
      pictures.value = item?.pictures ?? null;
      tags.value = item?.tags ?? tags.peek();
    });
    if (article && picture.address.peek() === null) picture.show(await keptPicture(library, article));
  }

  function onLibraryChange(change: LibraryChange) {
    const now = kept.peek();
    const ours = change.kind === 'all' || !('id' in now) || change.ids.includes(now.id);
    if (ours) find().catch((error) => reportError('popup', error));
  }

  return {
    kept,
    saved,
    pictures,
    tags,
    find,
    /** Reads what the library holds of the saved article. */
    load,
    /** The popup has changed where the page stands. */
    change(to: KeptState): void {
      changes++;
      kept.value = to;
    },
    /** Looks the page up again whenever the library changes. */
    follow: () => library.subscribe(onLibraryChange, closing),
  };
}

function isSamePlace(one: KeptState, other: KeptState): boolean {
  const idOf = (state: KeptState) => ('id' in state ? state.id : null);
  return one.name === other.name && idOf(one) === idOf(other);
}
