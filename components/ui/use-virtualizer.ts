import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

type Given = 'observeElementRect' | 'observeElementOffset' | 'scrollToFn' | 'onChange';

/** What `useVirtualizer` needs: TanStack Virtual's options without those that only connect it to an element. */
export type VirtualListOptions<Scroller extends Element, Row extends Element> = Omit<
  VirtualizerOptions<Scroller, Row>,
  Given
>;

/**
 * TanStack Virtual for Preact: draws the component again whenever other rows come into view or a row's size becomes known.
 * `_didMount` and `_willUpdate` are the library's hooks for framework adapters (https://tanstack.com/virtual/latest/docs/api/virtualizer).
 */
export function useVirtualizer<Scroller extends Element, Row extends Element>(
  options: VirtualListOptions<Scroller, Row>,
): Virtualizer<Scroller, Row> {
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  const connected: VirtualizerOptions<Scroller, Row> = {
    ...options,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw(),
  };
  const [virtualizer] = useState(() => new Virtualizer<Scroller, Row>(connected));
  virtualizer.setOptions(connected);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}
