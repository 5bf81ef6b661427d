import { computed, createModel, effect, signal } from '@preact/signals';
import type { CaptureScope } from '../../utils/model/capture';
import { asUnavailable, createAttempts } from './attempts';
import { createKeeping } from './keeping';
import { createLibraryPlace } from './library-place';
import { createPageReader } from './page-reader';
import type { PopupPorts } from './popup-ports';
import { isTaggable, type PrimaryAction, previewOf, primaryOf } from './popup-states';
import { createShownPicture } from './shown-picture';

/** The page in the tab: what would be kept, whether it is, and everything that can be done about it. */
export const PopupModel = createModel((ports: PopupPorts) => {
  const { tab, library } = ports;
  const closing = new AbortController();
  /** "Save the selection" was asked for with nothing selected. */
  const nothingSelected = signal(false);
  const attempts = createAttempts(() => {
    nothingSelected.value = false;
  });
  const picture = createShownPicture(closing.signal);
  const reader = createPageReader(ports);
  const place = createLibraryPlace(library, { addresses: reader.addresses, picture, closing: closing.signal });
  const { keep, keepArticle, changeTags, setTrashed } = createKeeping(ports, place, attempts);
  const { page } = reader;
  const { kept, saved, pictures, tags } = place;
  const { slow, failure } = attempts;
  const knownTags = signal<readonly string[]>([]);
  const canKeepLink = /^https?:/.test(tab.url);
  let saveWhenReady = false;

  const preview = computed(() => previewOf(page.value, saved.value, pictures.value, tab));
  const primary = computed(() =>
    primaryOf({ page: page.value, kept: kept.value, hasFailed: failure.value !== null, canKeepLink }),
  );
  /** There is something that tags can be put on: what is saved, or what could be. */
  const taggable = computed(() => isTaggable({ page: page.value, kept: kept.value, canKeepLink }));

  effect(() => () => closing.abort());

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
    picture: picture.address,
    /** True when the tab's address can be kept as a link. */
    canKeepLink: () => canKeepLink,

    /** Reads the page and looks it up in the library, which it follows from then on; saves at once when the settings say so. */
    async start() {
      place.follow();
      await Promise.all([capture(), lookUp()]);
      if (page.peek().name !== 'ready' || failure.peek()) return;
      await place.find().catch(asUnavailable);
      const untouched = kept.peek().name === 'unsaved' && !closing.signal.aborted;
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
      const captured = await reader.read(scope);
      kept.value = before;
      if (!captured.ok && scope === 'selection' && captured.error === 'no-article') nothingSelected.value = true;
      else reader.tell(captured);
      const mode = before.name === 'saved' && scope !== 'selection' ? 'update' : 'add';
      if (captured.ok) await keepArticle(captured.value, mode);
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

    pick: reader.pick,
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

  /** Finds out whether the page is saved already and which tags there are to offer. */
  async function lookUp() {
    try {
      await place.find();
      knownTags.value = (await library.tags()).map(({ tag }) => tag);
    } catch (error) {
      attempts.failed(asUnavailable(error).error, async () => {
        failure.value = null;
        await lookUp();
      });
    }
  }

  async function capture() {
    const captured = await reader.read('article');
    if (closing.signal.aborted) return;
    reader.tell(captured);
    if (captured.ok && captured.value.leadImage)
      void ports.previewPicture?.(captured.value.leadImage).then(picture.show, () => {});
    if (!saveWhenReady) return;
    saveWhenReady = false;
    slow.value = false;
    kept.value = { name: 'unsaved' };
    if (captured.ok) await model.save();
  }

  return model;
});
