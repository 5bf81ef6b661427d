/** Where the bar draws itself and the outline follows its element: above everything the page shows, and out of its reach. */
export interface Frame {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Draws the outline around an element. */
  outline(element: Element): void;
  remove(): void;
}

/** What the page's own styles cannot override: they lose to an element's own that are marked important. */
const HOST =
  'all: initial !important; position: fixed !important; inset: 0 !important; inline-size: auto !important; block-size: auto !important; margin: 0 !important; padding: 0 !important; border: 0 !important; background: none !important; overflow: visible !important; pointer-events: none !important; z-index: 2147483647 !important; display: block !important;';

const OUTLINE =
  'position: fixed; box-sizing: border-box; border: 3px solid #d9480f; border-radius: 4px; background: rgb(217 72 15 / 12%); box-shadow: 0 0 0 2px #fff; pointer-events: none;';

/** What is done in the bar is no matter of the page. */
const KEPT_IN = ['click', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'keydown', 'keyup', 'input', 'change'];

/** How far outside its element the outline is drawn, in CSS px. */
const GAP = 3;

/** Puts a closed shadow root on the page. Styles are set on elements: a page's policy may forbid style sheets, and those nobody can. */
export function openFrame(document: Document): Frame {
  const host = document.createElement('div');
  host.style.cssText = HOST;
  const root = host.attachShadow({ mode: 'closed' });
  const box = document.createElement('div');
  box.style.cssText = OUTLINE;
  root.append(box);
  for (const type of KEPT_IN) root.addEventListener(type, (event) => event.stopPropagation());
  document.documentElement.append(host);
  showAbove(host);
  return {
    host,
    root,
    outline(element) {
      const { left, top, width, height } = element.getBoundingClientRect();
      Object.assign(box.style, {
        left: `${left - GAP}px`,
        top: `${top - GAP}px`,
        width: `${width + 2 * GAP}px`,
        height: `${height + 2 * GAP}px`,
      });
    },
    remove: () => host.remove(),
  };
}

/** Into the top layer, above the page's own dialogs. */
function showAbove(host: HTMLElement): void {
  try {
    host.popover = 'manual';
    host.showPopover();
  } catch {
    // Drawn below the page's dialogs then.
  }
}
