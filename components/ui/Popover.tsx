import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import styles from './Popover.module.css';
import { placeBeside } from './place-beside';

interface PopoverProps extends Omit<JSX.IntrinsicElements['div'], 'ref' | 'open' | 'onClose'> {
  /** What it opens from: it stands beside it, and gets the focus back. */
  anchor: { readonly current: HTMLElement | null };
  /** The edge of the anchor it lines up with. */
  align?: 'start' | 'end';
  /** Asked to go: Escape, a press elsewhere, or the focus moved on. The owner stops drawing it. */
  onClose(): void;
  children: ComponentChildren;
}

/**
 * A box above everything else, beside what opened it, for as long as it is drawn. The first thing inside that can take the
 * focus gets it, `[autofocus]` before others; when it goes with the focus inside, the anchor gets it back.
 */
export function Popover({ anchor, align = 'start', onClose, children, class: extra, ...rest }: PopoverProps) {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useLayoutEffect(() => {
    const element = box.current;
    const from = anchor.current;
    if (!element || !from) return;
    const ends = new AbortController();
    const { signal } = ends;
    const place = () => {
      element.style.maxBlockSize = '';
      const { innerWidth: width, innerHeight: height } = window;
      const rtl = getComputedStyle(from).direction === 'rtl';
      const size = element.getBoundingClientRect();
      const spot = placeBeside(from.getBoundingClientRect(), size, { width, height }, { align, rtl });
      element.style.insetInlineStart = 'auto';
      element.style.left = `${spot.left}px`;
      element.style.top = `${spot.top}px`;
      element.style.maxBlockSize = `${spot.maxHeight}px`;
    };
    element.showPopover();
    place();
    const first = element.querySelector<HTMLElement>('[autofocus]') ?? element.querySelector<HTMLElement>(FOCUSABLE);
    (first ?? element).focus({ preventScroll: true });
    const grown = new ResizeObserver(place);
    grown.observe(element);
    addEventListener('resize', place, { signal });
    addEventListener('scroll', (event) => element.contains(event.target as Node) || place(), {
      signal,
      capture: true,
      passive: true,
    });
    addEventListener(
      'pointerdown',
      ({ target }) => {
        const within = element.contains(target as Node) || from.contains(target as Node);
        if (!within) close.current();
      },
      { signal, capture: true },
    );
    return () => {
      ends.abort();
      grown.disconnect();
      const hadFocus = element.contains(document.activeElement);
      if (hadFocus) anchor.current?.focus({ preventScroll: true });
    };
  }, [anchor, align]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is the caller's; the handlers only close it
    <div
      {...rest}
      ref={box}
      popover="manual"
      tabIndex={-1}
      class={[styles.popover, extra ?? ''].join(' ')}
      onKeyDown={(event) => {
        rest.onKeyDown?.call(event.currentTarget, event);
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        close.current();
      }}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        const next = relatedTarget as Node | null;
        if (next && !currentTarget.contains(next) && !anchor.current?.contains(next)) close.current();
      }}
    >
      {children}
    </div>
  );
}

const FOCUSABLE = 'input:not([disabled]), button:not([disabled]), select, textarea, a[href], [tabindex="0"]';
