import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { QueueItem } from '../../utils/model/queue';
import { useVirtualizer } from '../ui/use-virtualizer';
import styles from './QueueList.module.css';
import { QueueRow, type QueueRowPorts } from './QueueRow';

/** Height of a row before it is known, in px: a line of title and one of facts. */
const USUAL_ROW = 58;

interface QueueListProps {
  items: readonly QueueItem[];
  ports: QueueRowPorts;
  now: number;
  /** What scrolls: the list is only a part of its content. */
  scroller: RefObject<HTMLElement | null>;
}

/**
 * The rows of the queue, of which only those in sight exist. Tab reaches one of them and what can be done to it; arrows, Home and
 * End lead to others, Delete removes.
 */
export function QueueList({ items, ports, now, scroller }: QueueListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [activeId, setActive] = useState<number | null>(null);
  const [margin, setMargin] = useState(0);
  const wantsFocus = useRef(false);
  const found = items.findIndex(({ id }) => id === activeId);
  const lastIndex = useRef(0);
  // When the row that had it went, Tab reaches the one that took its place.
  const active = found >= 0 ? found : Math.min(lastIndex.current, items.length - 1);
  lastIndex.current = Math.max(0, active);

  const virtualizer = useVirtualizer<HTMLElement, HTMLLIElement>({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_ROW,
    getItemKey: (index) => items[index]?.id ?? index,
    initialRect: { width: 0, height: window.innerHeight },
    overscan: 6,
    scrollMargin: margin,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(0, startIndex - overscan);
      const to = Math.min(count - 1, endIndex + overscan);
      const shown = Array.from({ length: to - from + 1 }, (_, place) => from + place);
      if (active < 0 || (active >= from && active <= to)) return shown;
      return active < from ? [active, ...shown] : [...shown, active];
    },
  });

  // What stands above the list grows and shrinks.
  useLayoutEffect(() => setMargin(list.current?.offsetTop ?? 0));

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-id="${items[active]?.id}"] [data-title]`);
    if (!row) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });

  const go = (index: number) => {
    const next = items[Math.max(0, Math.min(items.length - 1, index))];
    if (!next) return;
    wantsFocus.current = true;
    setActive(next.id);
    virtualizer.scrollToIndex(items.indexOf(next), { align: 'auto' });
  };
  const remove = (item: QueueItem) => {
    wantsFocus.current = true;
    ports.remove(item);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const item = items[active];
    if (event.key === 'ArrowDown') go(active + 1);
    else if (event.key === 'ArrowUp') go(active - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(items.length - 1);
    else if (event.key === 'Delete' && item) remove(item);
    else return;
    event.preventDefault();
  };

  return (
    <ul
      ref={list}
      class={styles.rows}
      aria-label={t('queueList')}
      style={{ blockSize: `${virtualizer.getTotalSize()}px` }}
      onKeyDown={onKeyDown}
    >
      {virtualizer.getVirtualItems().map(({ index, key, start }) => {
        const item = items[index];
        if (!item) return null;
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            data-id={item.id}
            class={styles.item}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - margin}px)` }}
            onFocusIn={() => setActive(item.id)}
          >
            <QueueRow item={item} ports={{ ...ports, remove }} now={now} isActive={index === active} />
          </li>
        );
      })}
    </ul>
  );
}
