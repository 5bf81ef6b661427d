import { selectorFor } from '../../utils/extraction/recipes/selector';
import { t, tCount } from '../../utils/i18n';
import { countText } from '../../utils/model/reading-time';
import { type Bar, drawBar } from './bar';
import { type Frame, openFrame } from './frame';
import { type Direction, firstChoice, isPickable, meantBy, walk } from './walk';

/** What a picker needs of the world. */
export interface PickerPorts {
  /** Keeps the element as the article; `selector` finds it again on other pages of the site, null when that was not asked for. Resolves with what to say. */
  take(element: Element, selector: string | null): Promise<string>;
}

/** How long the last words stay, in ms. */
const GOODBYE = 2500;

/** Characters that the bar shows of what would be taken. */
const SHOWN = 80;

/** What the page must not hear of while the reader picks. */
const SWALLOWED = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'dblclick',
  'auxclick',
  'touchstart',
  'touchend',
];

const ARROWS = /^Arrow(?:Up|Down|Left|Right)$/;

/**
 * Lets the reader pick the article on the page: an outline follows the mouse, arrow keys lead out, in, back and on, Enter or a click takes,
 * Escape ends. Only what the reader does counts, nothing that a program of the page pretends. Returns what ends it.
 */
export function startPicker(document: Document, ports: PickerPorts): () => void {
  const ending = new AbortController();
  const frame = openFrame(document);
  const picker = new Picker(document, frame, ports, () => {
    ending.abort();
    frame.remove();
  });
  listen(document.defaultView ?? window, frame, picker, ending.signal);
  return () => picker.end();
}

/** Before the page hears of anything, as far as its programs did not come first. */
function listen(view: Window, frame: Frame, picker: Picker, signal: AbortSignal): void {
  const on = (type: string, handle: (event: Event) => void) =>
    view.addEventListener(type, handle, { capture: true, passive: false, signal });
  const onPage = (type: string, handle: (event: Event) => void) =>
    on(type, (event) => event.isTrusted && event.target !== frame.host && handle(event));
  for (const type of SWALLOWED) onPage(type, silence);
  onPage('mousemove', (event) => picker.point(event as MouseEvent));
  onPage('click', (event) => {
    silence(event);
    picker.take();
  });
  on('keydown', (event) => event.isTrusted && picker.press(event as KeyboardEvent, event.target === frame.host));
  for (const type of ['scroll', 'resize']) on(type, () => picker.redraw());
}

class Picker {
  #target: Element;
  #inner: Element | null = null;
  #taken = false;
  readonly #bar: Bar;

  constructor(
    private readonly document: Document,
    private readonly frame: Frame,
    private readonly ports: PickerPorts,
    readonly end: () => void,
  ) {
    this.#target = firstChoice(document);
    this.#bar = drawBar(frame.root, {
      canRemember: () => selectorFor(this.#target) !== null,
      take: () => this.take(),
      end: () => this.end(),
    });
    this.#choose(this.#target);
  }

  point({ clientX, clientY }: MouseEvent): void {
    const under = this.document.elementFromPoint(clientX, clientY);
    const meant = under && under !== this.frame.host ? meantBy(under) : null;
    if (!this.#taken && meant && meant !== this.#target && isPickable(meant)) this.#choose(meant);
  }

  press(event: KeyboardEvent, inBar: boolean): void {
    if (event.key === 'Escape') this.end();
    else if (ARROWS.test(event.key)) {
      const from = this.#target;
      const next = walk(from, event.key as Direction, this.#inner);
      this.#choose(next, event.key === 'ArrowUp' && next !== from ? from : null);
      next.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && !inBar) this.take();
    else return;
    silence(event);
  }

  take(): void {
    if (this.#taken) return;
    this.#taken = true;
    const selector = this.#bar.remembers ? selectorFor(this.#target) : null;
    this.#bar.finish(t('pickSaving'));
    void this.ports.take(this.#target, selector).then((words) => {
      this.#bar.finish(words);
      setTimeout(() => this.end(), GOODBYE);
    });
  }

  redraw(): void {
    this.frame.outline(this.#target);
  }

  #choose(target: Element, inner: Element | null = null): void {
    if (this.#taken) return;
    this.#target = target;
    this.#inner = inner;
    this.redraw();
    this.#bar.tell(this.#words());
  }

  #words(): string {
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not picked, and blocks stay apart
    const text = (this.#target as HTMLElement).innerText ?? '';
    const { wordCount, cjkCharCount } = countText(text);
    const size = cjkCharCount > wordCount ? tCount('readerCharacters', cjkCharCount) : tCount('readerWords', wordCount);
    const line = text.replace(/\s+/g, ' ').trim();
    return `${size} · ${line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line}`;
  }
}

function silence(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
