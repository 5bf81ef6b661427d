import { render } from 'preact';
import { onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import '../../../components/theme/reset.css';
import '../../../components/theme/tokens.css';
import { PopupScreen } from '../../../components/popup/PopupScreen';
import type { PopupPorts } from '../../../components/popup/popup-ports';
import { addPageTo } from '../../../components/reader/add-page';
import type { ExtractedArticle } from '../../../utils/model/article';
import { fail, ok } from '../../../utils/model/result';
import { DEFAULT_SETTINGS } from '../../../utils/model/settings';
import { anArticle, freshLibrary } from '../../library/support';

/** What the popup asked of the world beyond the library, in order: `read <id>`, `close`, … */
export type Asked = string[];

interface OpenOptions {
  /** What the page yields; the library under it is real. */
  article?: ExtractedArticle;
  library?: ReturnType<typeof freshLibrary>;
  ports?: Partial<PopupPorts>;
  /** Room for the popup, in CSS pixels. */
  width?: number;
}

/** Opens the popup on a page that yields `article`, over a real library of the test's own. */
export async function openPopup({
  article = anArticle(),
  library = freshLibrary(),
  ports: own,
  width = 360,
}: OpenOptions = {}) {
  await page.viewport(width, 600);
  const asked: Asked = [];
  const ports: PopupPorts = {
    tab: { id: 7, url: article.url, title: `${article.title} | the tab says` },
    settings: DEFAULT_SETTINGS,
    library,
    capture: async (scope) => (scope === 'selection' ? fail('no-article') : ok(article)),
    save: (what, mode, tags) => library.save({ article: what, mode, tags }),
    addTo: async (to, what) => (await addPageTo(library, to, what)) === null,
    saveLink: (url, title) =>
      library.save({ article: { ...anArticle('link'), kind: 'link', url, canonicalUrl: url, title }, mode: 'add' }),
    read: (id) => void asked.push(`read ${id}`),
    pick: async () => void asked.push('pick'),
    openLibrary: () => void asked.push('library'),
    openQueue: () => void asked.push('queue'),
    openSettings: () => void asked.push('settings'),
    openStorage: () => void asked.push('storage'),
    readRoom: async () => ({ isPersistent: true, usedBytes: 1_000, leftBytes: 10_000_000_000 }),
    close: () => void asked.push('close'),
    ...own,
  };
  const root = document.body.appendChild(document.createElement('div'));
  render(<PopupScreen ports={ports} />, root);
  onTestFinished(() => {
    render(null, root);
    root.remove();
  });
  return { root, asked, library, ports };
}

/** The button of this name. */
export function button(name: string | RegExp) {
  return page.getByRole('button', { name, exact: typeof name === 'string' });
}
