import { t } from '../../utils/i18n';
import { DRAWN_ATTRIBUTE } from './reading-position';

/** Text length (UTF-16 units) from which blocks far from the window are not laid out until they come near. */
const LONG_TEXT = 40_000;
/** Largest block that is laid out as a whole in a long text. */
const BLOCK_TEXT = 6_000;

/**
 * Makes sanitised article nodes fit to be read, before they are inserted: wide tables and code scroll inside
 * themselves, films say where they can be seen, and a long text is cut into blocks the browser may skip.
 */
export function typeset(fragment: DocumentFragment, originalUrl: string | null): void {
  // A table inside a table's cell scrolls with the outer one.
  const tables = [...fragment.querySelectorAll('table')].filter((table) => !table.parentElement?.closest('table'));
  for (const [at, table] of tables.entries()) {
    const caption = table.caption?.textContent?.trim();
    wrap(table, 'table-scroller', 'region', `${t('readerTable')} ${at + 1}${caption ? `: ${caption}` : ''}`);
  }
  for (const code of fragment.querySelectorAll('pre')) wrap(code, 'code-scroller', 'group', t('readerCode'));
  for (const math of fragment.querySelectorAll('math[display="block"]')) {
    wrap(math, 'math-scroller', 'group', t('readerFormula'));
  }
  for (const film of fragment.querySelectorAll('video, audio')) film.replaceWith(filmNote(film.localName, originalUrl));
  for (const link of fragment.querySelectorAll('a[href^="#"]')) {
    if (link.closest('sup') || link.querySelector('sup')) link.classList.add('note-mark');
  }
  if ((fragment.textContent ?? '').length > LONG_TEXT) {
    for (const child of fragment.children) letSkip(child);
  }
}

/**
 * Lets the keyboard into the scrollers under `root` that have something to scroll to, and keeps it out of the others;
 * until `signal` aborts.
 */
export function followScrollers(root: Element, signal: AbortSignal): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth + 1) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  for (const scroller of root.querySelectorAll('.scroller')) observer.observe(scroller);
  signal.addEventListener('abort', () => observer.disconnect());
}

/**
 * Leads the article's own links (footnotes and back) to their places without touching the page's address, which says
 * which article is open; until `signal` aborts.
 */
export function followAnchors(root: Element, signal: AbortSignal): void {
  const follow = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const id = link?.getAttribute('href')?.slice(1);
    if (!id) return;
    event.preventDefault();
    const place = root.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`);
    if (!place) return;
    for (const earlier of root.querySelectorAll('.here')) earlier.classList.remove('here');
    place.classList.add('here');
    place.scrollIntoView({ block: 'center' });
    if (!place.matches('a[href]')) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  };
  root.addEventListener('click', follow, { signal });
}

function wrap(element: Element, className: string, role: 'region' | 'group', name: string): void {
  const scroller = element.ownerDocument.createElement('div');
  scroller.className = `scroller ${className}`;
  scroller.setAttribute('role', role);
  scroller.setAttribute('aria-label', name);
  element.replaceWith(scroller);
  scroller.append(element);
}

function filmNote(kind: string, originalUrl: string | null): Element {
  const note = document.createElement(originalUrl ? 'a' : 'span');
  note.className = 'film';
  note.setAttribute(DRAWN_ATTRIBUTE, '');
  note.textContent = kind === 'video' ? t('readerVideo') : t('readerAudio');
  if (note instanceof HTMLAnchorElement && originalUrl) {
    note.href = originalUrl;
    note.target = '_blank';
    note.rel = 'noopener noreferrer';
  }
  return note;
}

/** The smallest blocks are let go: one that holds half the article would be laid out whole once its edge comes near. */
function letSkip(block: Element): void {
  const length = block.textContent?.length ?? 0;
  if (length > BLOCK_TEXT && block.children.length > 0 && /^(?:div|section|article|main)$/.test(block.localName)) {
    for (const child of block.children) letSkip(child);
  } else if (!/^h[1-6]$/.test(block.localName)) {
    block.classList.add('far');
    (block as HTMLElement).style.setProperty('--letters', String(length));
  }
}
