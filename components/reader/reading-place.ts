import type { ReadingPosition } from '../../utils/model/saved-article';
import { articleText, findQuote, placeOf, positionAt, shareRead } from './reading-position';

/** How long scrolling must rest (ms) before the words at the top are looked up. */
const SCROLL_REST = 100;
/** Frames given to a long text to take its real heights around the place it is restored to. */
const SETTLING_FRAMES = 30;
/** Space (px) left between the edge and the line restored to. */
const EDGE_GAP = 8;

/** What a `ReadingPlace` needs and tells. */
interface PlacePorts {
  /** Where the readable part of the window begins and ends, in viewport px. */
  edges(): { top: number; bottom: number };
  /** The reader scrolled to another place. */
  moved(position: ReadingPosition): void;
  /** Share of the article read, 0 to 1, on every frame that scrolled. */
  progressed(share: number): void;
}

/**
 * Holds the words at the top of the window in their place while size, font or width change, and tells where they are
 * when the reader scrolls. Works with whichever ancestor scrolls.
 */
export class ReadingPlace {
  #anchor: ReadingPosition | null = null;
  #settling = 0;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  #width: number;

  constructor(
    private readonly root: HTMLElement,
    private readonly ports: PlacePorts,
    private readonly signal: AbortSignal,
  ) {
    this.#width = root.clientWidth;
    document.addEventListener('scroll', (event) => this.#scrolled(event), { capture: true, passive: true, signal });
    for (const type of ['wheel', 'touchstart', 'keydown', 'pointerdown']) {
      // The reader takes over from a place that is still settling.
      window.addEventListener(type, () => this.#stopSettling(), { capture: true, passive: true, signal });
    }
    const observer = new ResizeObserver(() => {
      if (root.clientWidth === this.#width) return;
      this.#width = root.clientWidth;
      this.hold();
    });
    observer.observe(root);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(this.#resting);
      cancelAnimationFrame(this.#frame);
      this.#settling++;
    });
    this.#progress();
  }

  /** Goes to a place remembered earlier, found by its words. */
  restore(position: ReadingPosition | null): void {
    if (!position || position.offset <= 0) return;
    const offset = findQuote(articleText(this.root), position);
    this.#anchor = { ...position, offset };
    this.hold();
  }

  /** Brings the words that were at the top back there after something changed their layout. */
  hold(): void {
    const anchor = this.#anchor;
    if (!anchor || anchor.offset <= 0) {
      this.#progress();
      return;
    }
    const turn = ++this.#settling;
    let steady = 0;
    let frames = 0;
    const settle = () => {
      if (turn !== this.#settling) return;
      steady = this.#scrollTo(anchor.offset) ? 0 : steady + 1;
      this.#progress();
      if (steady < 3 && ++frames < SETTLING_FRAMES) requestAnimationFrame(settle);
      else this.#settling = 0;
    };
    settle();
  }

  /** The place now; null before the first scroll or restore. */
  read(): ReadingPosition | null {
    if (this.#settling === 0 && this.#resting !== undefined) this.#look();
    return this.#anchor;
  }

  /** Returns whether it had to scroll. */
  #scrollTo(offset: number): boolean {
    const box = placeOf(this.root, offset);
    if (!box) return false;
    const delta = box.top - this.ports.edges().top - EDGE_GAP;
    const scroller = scrollerOf(this.root);
    const before = scroller.scrollTop;
    if (Math.abs(delta) < 1) return false;
    scroller.scrollTop = before + delta;
    return Math.abs(scroller.scrollTop - before) >= 1;
  }

  #scrolled(event: Event): void {
    if (!(event.target instanceof Node) || !event.target.contains(this.root) || this.#settling > 0) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#progress());
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#look(), SCROLL_REST);
  }

  #look(): void {
    clearTimeout(this.#resting);
    this.#resting = undefined;
    if (this.signal.aborted) return;
    const { top } = this.ports.edges();
    const position = positionAt(this.root, top, this.#share());
    if (!position) return;
    if (position.offset === this.#anchor?.offset && position.progress === this.#anchor.progress) return;
    this.#anchor = position;
    this.ports.moved(position);
  }

  #stopSettling(): void {
    this.#settling = 0;
  }

  #share(): number {
    const { top, bottom } = this.ports.edges();
    return shareRead(this.root.getBoundingClientRect(), top, bottom);
  }

  #progress(): void {
    this.ports.progressed(this.#share());
  }
}

/** The ancestor that scrolls the element: a pane, or the page. */
export function scrollerOf(element: Element): Element {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if (
      (overflowY === 'auto' || overflowY === 'scroll') &&
      at.scrollHeight > at.clientHeight + 1 &&
      at !== document.body
    )
      return at;
  }
  return document.scrollingElement ?? document.documentElement;
}
