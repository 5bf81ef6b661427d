import { batch, computed, createModel, effect, signal } from '@preact/signals';
import { reportError } from '../../utils/errors';
import type { ArticleId, CaptureKind, ExtractedArticle } from '../../utils/model/article';
import type { CaptureProblem, CaptureScope } from '../../utils/model/capture';
import type { LibraryChange, LibraryError, SaveOutcome } from '../../utils/model/library';
import { fail, type Result } from '../../utils/model/result';
import type { Article, PictureCount, SavedMark } from '../../utils/model/saved-article';
import { asUnavailable, createAttempts } from './attempts';
import { keptPicture } from './kept-picture';
import type { PopupPorts } from './popup-ports';
import {
  type KeptState,
  type PageState,
  type Preview,
  type PrimaryAction,
  previewOfTab,
  stateOfMark,
} from './popup-states';
import { putBackAsBefore } from './put-back-as-before';

/** The page in the tab: what would be kept, whether it is, and everything that can be done about it. */
export const PopupModel = createModel((ports: PopupPorts) => {
  const { tab, library } = ports;
  const page = signal<PageState>({ name: 'looking' });
  const kept = signal<KeptState>({ name: 'unsaved' });
  const saved = signal<Article | null>(null);
  const attempts = createAttempts();
  const { slow, failure } = attempts;
  /** "Save the selection" was asked for with nothing selected. */
  const nothingSelected = signal(false);
  const tags = signal<readonly string[]>([]);
  const knownTags = signal<readonly string[]>([]);
  const pictures = signal<PictureCount | null>(null);
  const picture = signal<string | null>(null);
  const lifetime = new AbortController();
  let saveWhenReady = false;
  /** How often the popup itself has changed where the page stands. */
  let changes = 0;

  const preview = computed<Preview>(() => {
    if (page.value.name === 'ready') {
      const { article } = page.value;
      return { ...article, pictures: article.images.length };
    }
    if (saved.value) return { ...saved.value, pictures: pictures.value?.total ?? null };
    return previewOfTab(tab);
  });

  const canKeepLink = /^https?:/.test(tab.url);

  const primary = computed<PrimaryAction>(() => {
    if (failure.value) return 'retry';
    if (kept.value.name === 'saved') return 'read';
    if (kept.value.name === 'trashed') return 'restore';
    if (kept.value.name === 'saving') return null;
    if (page.value.name !== 'problem') return 'save';
    if (page.value.problem === 'no-article' || page.value.problem === 'too-large') return 'visible-text';
    return canKeepLink ? 'link' : null;
  });

  /** There is something that tags can be put on: what is saved, or what could be. */
  const taggable = computed(
    () =>
      kept.value.name === 'saved' || (kept.value.name !== 'trashed' && (page.value.name !== 'problem' || canKeepLink)),
  );

  async function attempt(work: () => Promise<Result<unknown, LibraryError>>, retry: () => Promise<void>) {
    nothingSelected.value = false;
    await attempts.attempt(work, retry);
    if (failure.peek() === 'not-found') kept.value = { name: 'unsaved' };
  }

  /** Saves by `how` and, once it is in the library, shows it as saved with the tags chosen meanwhile. */
  async function keep(how: (tags: readonly string[]) => Promise<Result<SaveOutcome, LibraryError>>, kind: CaptureKind) {
    const before = kept.peek();
    if (before.name === 'saving') return;
    // A link goes without its tags: they follow.
    const sent = kind === 'link' ? [] : tags.peek();
    kept.value = { name: 'saving' };
    await attempt(
      async () => {
        const result = await how(sent);
        if (!result.ok) return result;
        const { id, savedAt, outcome } = result.value;
        const isNew = outcome === 'added';
        const late = tags.peek().filter((tag) => !isNew || !sent.includes(tag));
        const dropped = isNew ? sent.filter((tag) => !tags.peek().includes(tag)) : [];
        changes++;
        kept.value = { name: 'saved', id, savedAt, kind, outcome };
        if (late.length > 0 || dropped.length > 0) await library.changeTags([id], { add: late, remove: dropped });
        await loadSaved(id);
        return result;
      },
      () => keep(how, kind),
    );
    if (kept.peek().name === 'saving') kept.value = before;
  }

  async function keepArticle(article: ExtractedArticle, mode: 'add' | 'update') {
    const before = kept.peek();
    const as =
      mode === 'update' && 'id' in before ? () => putBackAsBefore(library, before.id, article) : async () => article;
    await keep(async (chosen) => ports.save(await as(), mode, chosen), article.kind);
  }

  /** Looks the page up in the library; keeps what is shown when nothing changed. */
  async function findMark(urls: readonly string[]): Promise<void> {
    const before = changes;
    const mark = await markOf(urls);
    const now = kept.peek();
    if (now.name === 'saving') return;
    // Asked before the popup itself changed the answer.
    if (before !== changes) return findMark(urls);
    const next = stateOfMark(mark);
    const same = now.name === next.name && ('id' in now ? now.id : null) === ('id' in next ? next.id : null);
    if (!same) kept.value = next;
    if (mark && !mark.deleted) await loadSaved(mark.id);
    else if (!mark) saved.value = null;
  }

  /** A selection is an article of its own, which the page's addresses do not find. */
  async function markOf(urls: readonly string[]): Promise<SavedMark | null> {
    const now = kept.peek();
    if (!('id' in now) || now.kind !== 'selection') return library.findSaved(urls);
    const [item] = await library.items([now.id]);
    return item ? { id: now.id, savedAt: item.article.savedAt, kind: now.kind, deleted: item.deleted } : null;
  }

  async function loadSaved(id: ArticleId) {
    const [article, [item]] = await Promise.all([library.article(id), library.items([id])]);
    if (lifetime.signal.aborted) return;
    batch(() => {
      saved.value = article;
      pictures.value = item?.pictures ?? null;
      tags.value = item?.tags ?? tags.peek();
    });
    if (article && picture.peek() === null) showPicture(await keptPicture(library, article));
  }

  function showPicture(url: string | null) {
    if (url && (lifetime.signal.aborted || picture.peek())) revoke(url);
    else if (url) picture.value = url;
  }

  function addresses(): string[] {
    const state = page.peek();
    return state.name === 'ready' ? [tab.url, state.article.url, state.article.canonicalUrl] : [tab.url];
  }

  function onLibraryChange(change: LibraryChange) {
    const now = kept.peek();
    const ours = change.kind === 'all' || !('id' in now) || change.ids.includes(now.id);
    if (ours) findMark(addresses()).catch((error) => reportError('popup', error));
  }

  async function changeTags(add: readonly string[], remove: readonly string[]) {
    const next = [...tags.peek().filter((tag) => !remove.includes(tag)), ...add];
    tags.value = [...new Set(next)];
    const now = kept.peek();
    if (now.name !== 'saved') return;
    await attempt(
      () => library.changeTags([now.id], { add, remove }),
      () => changeTags(add, remove),
    );
  }

  async function setTrashed(deleted: boolean) {
    const now = kept.peek();
    if (now.name !== 'saved' && now.name !== 'trashed') return;
    const { id, savedAt, kind } = now;
    await attempt(
      async () => {
        const result = await library.setDeleted([id], deleted);
        if (!result.ok) return result;
        changes++;
        kept.value = deleted
          ? { name: 'trashed', id, savedAt, kind, justNow: true }
          : { name: 'saved', id, savedAt, kind, outcome: 'restored' };
        if (!deleted) await loadSaved(id);
        return result;
      },
      () => setTrashed(deleted),
    );
  }

  effect(() => () => {
    lifetime.abort();
    if (picture.peek()) revoke(picture.peek() as string);
  });

  const model = {
    page,
    kept,
    preview,
    primary,
    taggable,
    slow,
    failure,
    nothingSelected,
    tags,
    knownTags,
    pictures,
    picture,
    /** True when the tab's address can be kept as a link. */
    canKeepLink: () => canKeepLink,

    /** Reads the page and looks it up in the library, which it follows from then on; saves at once when the settings say so. */
    async start() {
      library.subscribe(onLibraryChange, lifetime.signal);
      await Promise.all([capture(), lookUp()]);
      const state = page.peek();
      if (state.name !== 'ready' || failure.peek()) return;
      await findMark(addresses()).catch(asUnavailable);
      const untouched = kept.peek().name === 'unsaved' && !lifetime.signal.aborted;
      if (ports.settings.saveOnClick && untouched) await model.save();
    },

    /** Keeps the page's article; asked before the page was read, it waits for that. */
    async save() {
      const state = page.peek();
      if (state.name === 'ready') await keepArticle(state.article, 'add');
      else if (state.name === 'looking' && !saveWhenReady) {
        saveWhenReady = true;
        kept.value = { name: 'saving' };
        slow.value = true;
      }
    },

    /** Keeps the page's text as it is now as the newest version of the saved article. */
    async update() {
      const state = page.peek();
      if (state.name === 'ready') await keepArticle(state.article, 'update');
    },

    /** Keeps the selection or the visible text instead of the article. */
    async saveAs(scope: Exclude<CaptureScope, 'article'>) {
      const before = kept.peek();
      if (before.name === 'saving') return;
      nothingSelected.value = false;
      kept.value = { name: 'saving' };
      const captured = await capturing(scope);
      kept.value = before;
      if (captured.ok) {
        page.value = { name: 'ready', article: captured.value };
        await keepArticle(captured.value, before.name === 'saved' && scope !== 'selection' ? 'update' : 'add');
      } else if (scope === 'selection' && captured.error === 'no-article') nothingSelected.value = true;
      else page.value = { name: 'problem', problem: captured.error };
    },

    /** Keeps only the address. */
    async saveLink() {
      await keep(() => ports.saveLink(tab.url, preview.peek().title), 'link');
    },

    /** Reads the page once more. */
    async captureAgain() {
      page.value = { name: 'looking' };
      await capture();
    },

    /** Opens the saved article in the side panel, in the very turn it is called: see `PopupPorts.read`. */
    read() {
      const now = kept.peek();
      if (now.name === 'saved') ports.read(now.id);
    },

    /** Lets the reader pick the article on the page. */
    async pick() {
      try {
        await ports.pick();
      } catch (error) {
        reportError('popup pick', error);
        page.value = { name: 'problem', problem: 'page-unreachable' };
      }
    },

    undo: () => setTrashed(true),
    restore: () => setTrashed(false),
    retry: attempts.retry,
    addTag: (tag: string) => changeTags([tag], []),
    removeTag: (tag: string) => changeTags([], [tag]),

    /** Does what the primary button says. */
    doPrimary() {
      const does: Record<NonNullable<PrimaryAction>, () => unknown> = {
        save: model.save,
        read: model.read,
        restore: model.restore,
        retry: model.retry,
        link: model.saveLink,
        'visible-text': () => model.saveAs('visible-text'),
      };
      const action = primary.peek();
      if (action) does[action]();
    },
  };

  function capturing(scope: CaptureScope): Promise<Result<ExtractedArticle, CaptureProblem>> {
    return ports.capture(scope).catch((error) => {
      reportError('popup capture', error);
      return fail('page-unreachable');
    });
  }

  /** Finds out whether the page is saved already and which tags there are to offer. */
  async function lookUp() {
    try {
      await findMark(addresses());
      knownTags.value = (await library.tags()).map(({ tag }) => tag);
    } catch (error) {
      attempts.failed(asUnavailable(error).error, async () => {
        failure.value = null;
        await lookUp();
      });
    }
  }

  async function capture() {
    const captured = await capturing('article');
    if (lifetime.signal.aborted) return;
    if (captured.ok) {
      page.value = { name: 'ready', article: captured.value };
      const { leadImage } = captured.value;
      if (leadImage) void ports.previewPicture?.(leadImage).then(showPicture, () => {});
    } else page.value = { name: 'problem', problem: captured.error };
    if (!saveWhenReady) return;
    saveWhenReady = false;
    slow.value = false;
    kept.value = { name: 'unsaved' };
    if (captured.ok) await model.save();
  }

  return model;
});

function revoke(url: string) {
  if (url.startsWith('blob:')) URL.revokeObjectURL(url);
}
