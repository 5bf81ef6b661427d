import type { CaptureKind, ExtractedArticle } from '../../utils/model/article';
import type { LibraryError, SaveOutcome } from '../../utils/model/library';
import type { Result } from '../../utils/model/result';
import type { Attempts } from './attempts';
import type { LibraryPlace } from './library-place';
import type { PopupPorts } from './popup-ports';
import { putBackAsBefore } from './put-back-as-before';

/** Saves with these tags. */
type Save = (tags: readonly string[]) => Promise<Result<SaveOutcome, LibraryError>>;

/** What the popup does to the library: keeps the page, tags it, takes it away and brings it back. What fails can be tried again. */
export function createKeeping(
  { library, save }: Pick<PopupPorts, 'library' | 'save'>,
  place: LibraryPlace,
  attempts: Attempts,
) {
  const { kept, tags } = place;

  async function attempt(work: () => Promise<Result<unknown, LibraryError>>, retry: () => Promise<void>) {
    await attempts.attempt(work, retry);
    if (attempts.failure.peek() === 'not-found') kept.value = { name: 'unsaved' };
  }

  /** Saves by `how` and, once it is in the library, shows it as saved with the tags chosen meanwhile. */
  async function keep(how: Save, kind: CaptureKind): Promise<void> {
    const before = kept.peek();
    if (before.name === 'saving') return;
    // A link goes without its tags: they follow.
    const sent = kind === 'link' ? [] : tags.peek();
    kept.value = { name: 'saving' };
    await attempt(
      async () => {
        const result = await how(sent);
        if (result.ok) await settle(result.value, kind, sent);
        return result;
      },
      () => keep(how, kind),
    );
    if (kept.peek().name === 'saving') kept.value = before;
  }

  async function settle({ id, savedAt, outcome }: SaveOutcome, kind: CaptureKind, sent: readonly string[]) {
    const isNew = outcome === 'added';
    const add = tags.peek().filter((tag) => !isNew || !sent.includes(tag));
    const remove = isNew ? sent.filter((tag) => !tags.peek().includes(tag)) : [];
    place.change({ name: 'saved', id, savedAt, kind, outcome });
    if (add.length > 0 || remove.length > 0) await library.changeTags([id], { add, remove });
    await place.load(id);
  }

  async function changeTags(add: readonly string[], remove: readonly string[]): Promise<void> {
    const next = [...tags.peek().filter((tag) => !remove.includes(tag)), ...add];
    tags.value = [...new Set(next)];
    const now = kept.peek();
    if (now.name !== 'saved') return;
    await attempt(
      () => library.changeTags([now.id], { add, remove }),
      () => changeTags(add, remove),
    );
  }

  async function setTrashed(deleted: boolean): Promise<void> {
    const now = kept.peek();
    if (now.name !== 'saved' && now.name !== 'trashed') return;
    const { id, savedAt, kind } = now;
    await attempt(
      async () => {
        const result = await library.setDeleted([id], deleted);
        if (!result.ok) return result;
        place.change(
          deleted
            ? { name: 'trashed', id, savedAt, kind, justNow: true }
            : { name: 'saved', id, savedAt, kind, outcome: 'restored' },
        );
        if (!deleted) await place.load(id);
        return result;
      },
      () => setTrashed(deleted),
    );
  }

  return {
    keep,
    /** Keeps an article, `update` as the newest text of the one that is saved. */
    async keepArticle(article: ExtractedArticle, mode: 'add' | 'update'): Promise<void> {
      const before = kept.peek();
      const isNewer = mode === 'update' && 'id' in before;
      const as = async () => (isNewer ? putBackAsBefore(library, before.id, article) : article);
      await keep(async (chosen) => save(await as(), mode, chosen), article.kind);
    },
    changeTags,
    setTrashed,
  };
}
