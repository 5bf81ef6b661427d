import { computed, createModel, signal } from '@preact/signals';
import type { ArticleId, ReceiptEntry } from '../../utils/model/article';
import type { Library, LibraryChange } from '../../utils/model/library';
import type { ArticlePicture } from '../../utils/model/picture';
import type {
  Article,
  ArticleState,
  PictureCount,
  ReadingPosition,
  SavedContent,
} from '../../utils/model/saved-article';
import type { VersionsLibrary } from '../versions/versions-model';

/** What of the library the reader uses. */
export type ReaderLibrary = Pick<
  Library,
  'article' | 'state' | 'content' | 'pictures' | 'picture' | 'revise' | 'setPosition' | 'subscribe'
> &
  VersionsLibrary;

/** What the reader shows: nothing yet, that the article is gone, that the library can't be read, or the article. */
export type ReaderScreen = 'loading' | 'gone' | 'unavailable' | 'article';

/** How long a place must hold before it is written, in ms. */
const POSITION_REST = 400;

/** What tells one entry of a receipt from another: two windows may show different texts of an article. */
const TOLD = ['step', 'reason', 'text', 'url', 'html', 'back'] as const;

/** One open article: what the screen draws of it, kept up to date with the library until it is disposed. */
export const ReaderModel = createModel((library: ReaderLibrary, id: ArticleId) => {
  const screen = signal<ReaderScreen>('loading');
  const article = signal<Article | null>(null);
  const state = signal<ArticleState | null>(null);
  const content = signal<SavedContent | null>(null);
  const pictures = signal<readonly ArticlePicture[]>([]);
  const counts = computed<PictureCount>(() => ({
    total: pictures.value.length,
    kept: pictures.value.filter(({ status }) => status === 'kept').length,
    pending: pictures.value.filter(({ status }) => status === 'pending').length,
  }));
  /** Whether the host permission would let more pictures be kept. */
  const needsPermission = computed(() => pictures.value.some(({ failure }) => failure === 'needs-permission'));

  let position: ReadingPosition | null = null;
  let writing: ReturnType<typeof setTimeout> | undefined;
  let latestLoad = 0;

  async function load(): Promise<void> {
    const load = ++latestLoad;
    const read = Promise.all([library.article(id), library.state(id), library.content(id), library.pictures(id)]);
    const found = await read.catch(() => null);
    // A later change has been read in the meantime.
    if (load !== latestLoad) return;
    if (!found) {
      screen.value = 'unavailable';
      return;
    }
    const [nextArticle, nextState, nextContent, nextPictures] = found;
    article.value = nextArticle;
    state.value = nextState;
    // The same text stays the same object, so that the page is not drawn anew.
    if (content.value?.id !== nextContent?.id) content.value = nextContent;
    pictures.value = nextPictures;
    screen.value = nextArticle ? 'article' : 'gone';
  }

  async function refresh({ kind, ids }: LibraryChange): Promise<void> {
    if (ids.length > 0 && !ids.includes(id)) return;
    if (kind === 'states') state.value = await library.state(id);
    else if (kind === 'pictures') pictures.value = await library.pictures(id);
    else await load();
  }

  /** Writes the place now, if it has changed since the last time. */
  async function writePosition(): Promise<void> {
    clearTimeout(writing);
    const place = position;
    position = null;
    if (place) await library.setPosition(id, place);
  }

  /** Puts a left-out block back, or leaves it out again; false when it could not be. The library's news then bring the new text. */
  async function toggleBlock(entry: ReceiptEntry): Promise<boolean> {
    // Cleaning comes with it, which nobody who only reads needs.
    const { toggleBlock: toggled } = await import('../../utils/extraction/put-back');
    const done = await library.revise(id, (shown) => toggled(shown, indexIn(shown.receipt, entry)));
    return done.ok;
  }

  /** Undoes a change to a link or a fold, or makes it again; false when it could not be. */
  async function toggleChange(entry: ReceiptEntry): Promise<boolean> {
    const { toggleChange: toggled } = await import('../../utils/extraction/put-back');
    const lang = article.value?.lang ?? null;
    const done = await library.revise(id, (shown) => toggled(shown, indexIn(shown.receipt, entry), lang));
    return done.ok;
  }

  return {
    screen,
    article,
    state,
    content,
    pictures,
    counts,
    needsPermission,
    load,
    writePosition,
    toggleBlock,
    toggleChange,
    /** Follows the library until `signal` aborts. */
    follow(signal: AbortSignal): void {
      library.subscribe((change) => void refresh(change), signal);
    },
    /** Remembers where the reader is, and writes it once the scrolling rests. */
    moveTo(place: ReadingPosition): void {
      position = place;
      clearTimeout(writing);
      writing = setTimeout(() => void writePosition(), POSITION_REST);
    },
  };
});

function indexIn(receipt: readonly ReceiptEntry[], entry: ReceiptEntry): number {
  return receipt.findIndex(
    (other) => TOLD.every((field) => other[field] === entry[field]) && other.link?.before === entry.link?.before,
  );
}
