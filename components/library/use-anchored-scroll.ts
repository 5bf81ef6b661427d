import type { Virtualizer } from '@tanstack/virtual-core';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Scrolled less than this, in px, the list shows its beginning: what is new there is meant to be seen. */
const AT_TOP = 8;

/**
 * Keeps what is in sight where it is when rows come or go above it; begins at the top when `list`, whatever stands for what is
 * listed, is another. `ids` are the rows' keys.
 */
export function useAnchoredScroll(
  virtualizer: Virtualizer<HTMLDivElement, HTMLLIElement>,
  ids: readonly string[],
  list: unknown,
): void {
  const before = useRef({ ids, list });
  const anchors = useRef<readonly { id: string; offset: number }[]>([]);

  useLayoutEffect(() => {
    const was = before.current;
    before.current = { ids, list };
    if (was.list !== list) virtualizer.scrollToOffset(0);
    else if (was.ids !== ids) {
      const anchor = anchors.current.find(({ id }) => ids.includes(id));
      const start = anchor && virtualizer.getOffsetForIndex(ids.indexOf(anchor.id), 'start')?.[0];
      if (anchor && start !== undefined) virtualizer.scrollToOffset(start + anchor.offset);
    }
    const scrolled = virtualizer.scrollOffset ?? 0;
    const inSight = virtualizer.getVirtualItems().filter(({ end }) => end > scrolled);
    anchors.current =
      scrolled <= AT_TOP ? [] : inSight.map(({ key, start }) => ({ id: String(key), offset: scrolled - start }));
  });
}
