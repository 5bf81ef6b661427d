import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { ArticleId } from '../../utils/model/article';
import { Skeleton } from '../ui/Skeleton';
import { useVirtualizer } from '../ui/use-virtualizer';
import styles from './ArticleList.module.css';
import { ArticleRow, type RowPorts } from './ArticleRow';
import type { LibraryActions } from './library-actions';
import type { LibraryModel } from './library-model';
import type { SelectionModel } from './selection-model';
import { useAnchoredScroll } from './use-anchored-scroll';

/** Height of a row before it is known, in px: two lines of title and the facts. */
const USUAL_ROW = 92;

interface ArticleListProps {
  model: InstanceType<typeof LibraryModel>;
  selection: InstanceType<typeof SelectionModel>;
  actions: InstanceType<typeof LibraryActions>;
  ports: RowPorts;
  /** The article that is open beside the list. */
  openId: ArticleId | null;
  /** ms since 1970; ages are told from it. */
  now: number;
  /** Told how many rows a page of the list holds, for the page keys. */
  onPage(rows: number): void;
}

/** The rows of the list, of which only those in sight exist. The row in focus stays, however far one scrolls. */
export function ArticleList({ model, selection, ports, openId, now, onPage }: ArticleListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const ids = model.ids.value ?? [];
  const rows = model.rows.value;
  const found = model.found.value;
  const active = model.active.value;
  const selected = selection.selected.value;
  const moves = selection.moves.value;
  const activeIndex = active === null ? -1 : ids.indexOf(active);

  const virtualizer = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_ROW,
    getItemKey: (index) => ids[index] ?? index,
    initialRect: { width: 0, height: window.innerHeight },
    overscan: 6,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(0, startIndex - overscan);
      const to = Math.min(count - 1, endIndex + overscan);
      const shown = Array.from({ length: to - from + 1 }, (_, place) => from + place);
      if (activeIndex < 0 || (activeIndex >= from && activeIndex <= to)) return shown;
      return activeIndex < from ? [activeIndex, ...shown] : [...shown, activeIndex];
    },
  });
  const items = virtualizer.getVirtualItems();
  const inSight = items.map(({ index }) => ids[index]).filter((id) => id !== undefined);
  // Asked while the old rows are still in the document: afterwards the focus of one that went is lost.
  const hadFocus = scroller.current?.contains(document.activeElement) ?? false;

  useAnchoredScroll(virtualizer, ids, model.listed.value);

  useLayoutEffect(() => {
    void model.want(inSight);
    const { range } = virtualizer;
    if (range) onPage(Math.max(1, range.endIndex - range.startIndex - 1));
  }, [inSight.join()]);

  // Before the next key press is looked at, which is for the row this one led to.
  useLayoutEffect(() => {
    if (moves === 0 || activeIndex < 0) return;
    wantsFocus.current = true;
    virtualizer.scrollToIndex(activeIndex, { align: 'auto' });
    focusActive();
  }, [moves]);

  useLayoutEffect(() => {
    if (hadFocus && document.activeElement === document.body) wantsFocus.current = true;
    focusActive();
  });

  function focusActive() {
    if (!wantsFocus.current || active === null) return;
    const link = scroller.current?.querySelector<HTMLElement>(`[data-id="${active}"] [data-title]`);
    if (!link) return;
    wantsFocus.current = false;
    link.focus({ preventScroll: true });
  }

  const tabStop = Math.max(0, activeIndex);
  return (
    <div class={styles.scroller} ref={scroller} data-scroller="">
      <ul
        class={styles.rows}
        aria-label={t('libraryList')}
        data-selecting={selected.size > 0 || undefined}
        style={{ blockSize: `${virtualizer.getTotalSize()}px` }}
      >
        {items.map(({ index, key, start }) => {
          const id = ids[index];
          if (id === undefined) return null;
          const item = rows.get(id);
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              data-id={id}
              class={styles.item}
              aria-setsize={ids.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              {item ? (
                <ArticleRow
                  item={item}
                  found={found.get(id) ?? null}
                  ports={ports}
                  dated={model.query.value.sort === 'published' ? 'published' : 'saved'}
                  now={now}
                  isActive={index === tabStop}
                  isSelected={selected.has(id)}
                  isOpen={id === openId}
                />
              ) : (
                <RowSkeleton />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** A row that is being read. */
export function RowSkeleton() {
  return (
    <div class={styles.skeleton} aria-hidden="true">
      <Skeleton width="56px" height="56px" />
      <span>
        <Skeleton width="92%" />
        <Skeleton width="64%" />
        <Skeleton width="38%" height="0.6em" />
      </span>
    </div>
  );
}
