import { render } from 'preact';
import { useState } from 'preact/hooks';
import { onTestFinished, vi } from 'vitest';
import { ArticleReader, type ArticleReaderProps } from '../../../components/reader/ArticleReader';
import '../../../components/theme/reset.css';
import '../../../components/theme/tokens.css';
import { openLibrary } from '../../../utils/library/library';
import type { ArticleImage, ExtractedArticle } from '../../../utils/model/article';
import { DEFAULT_SETTINGS, type ReaderSettings } from '../../../utils/model/settings';

/** An article as a capture would yield it, with `content` as its text and `over` on top. */
export function extracted(content: string, over: Partial<ExtractedArticle> = {}): ExtractedArticle {
  const holder = new DOMParser().parseFromString(content, 'text/html').body;
  return {
    kind: 'article',
    url: 'https://news.example/story',
    canonicalUrl: 'https://news.example/story',
    title: 'The tide tables of Port Arden',
    authors: ['Mara Lind'],
    siteName: 'The Harbour Post',
    publishedTime: '2026-03-28T09:30:00.000Z',
    publishedTimeRaw: '28 March 2026, 09:30 GMT',
    modifiedTime: null,
    lang: 'en',
    dir: 'ltr',
    excerpt: '',
    categories: [],
    leadImage: null,
    thumbnail: null,
    content,
    text: holder.textContent ?? '',
    wordCount: 100,
    cjkCharCount: 0,
    readingMinutes: 7,
    images: [],
    sources: {},
    receipt: [],
    frontMatter: null,
    ...over,
  };
}

/** A picture row for `ExtractedArticle.images`. */
export function image(url: string, over: Partial<ArticleImage> = {}): ArticleImage {
  return { url, sources: [url], alt: '', width: null, height: null, ...over };
}

/** A real picture of that size and colour, as bytes. */
export async function picture(width: number, height: number, colour: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'rgb(255 255 255 / 35%)';
  context.fillRect(0, height * 0.66, width, height);
  return canvas.convertToBlob({ type: 'image/png' });
}

let libraries = 0;

/** A real library of its own with one article in it. */
export async function libraryWith(article: ExtractedArticle) {
  const library = openLibrary({ name: `reader-test-${Date.now()}-${libraries++}` });
  const saved = await library.save({ article, mode: 'add' });
  if (!saved.ok) throw new Error(saved.error);
  const { id } = saved.value;
  return {
    library,
    id,
    async keep(url: string, blob: Blob): Promise<void> {
      const hash = Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())), (byte) =>
        byte.toString(16).padStart(2, '0'),
      ).join('');
      const kept = await library.keepPicture(id, url, { hash, blob, type: blob.type, bytes: blob.size });
      if (!kept.ok) throw new Error(kept.error);
    },
  };
}

/** Draws the reader on the page, in a window of its own width, and takes it away after the test. */
export function openReader(
  library: ArticleReaderProps['library'],
  articleId: string,
  over: Partial<ArticleReaderProps> & { width?: number; start?: Partial<ReaderSettings> } = {},
) {
  const holder = document.createElement('div');
  if (over.width) holder.style.inlineSize = `${over.width}px`;
  document.body.append(holder);
  const calls = {
    onBack: vi.fn(),
    openInTab: vi.fn(),
    onFavourite: vi.fn(),
    onArchive: vi.fn(),
    onDelete: vi.fn(),
    onTags: vi.fn(),
    onRetryPictures: vi.fn(),
    onAllowPictures: vi.fn(),
  };
  function Shell() {
    const [settings, setSettings] = useState<ReaderSettings>({ ...DEFAULT_SETTINGS.reader, ...over.start });
    return (
      <ArticleReader
        library={library}
        articleId={articleId}
        settings={settings}
        uiLanguage="en"
        onSettings={(patch) => setSettings((before) => ({ ...before, ...patch }))}
        {...calls}
        {...over}
      />
    );
  }
  render(<Shell />, holder);
  const close = () => {
    render(null, holder);
    holder.remove();
  };
  onTestFinished(close);
  return { holder, close, ...calls };
}
