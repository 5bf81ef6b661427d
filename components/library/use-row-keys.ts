import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** What a key does to the row that has the keyboard. */
export type RowKeys = Readonly<Record<string, (id: string) => void>>;

/** A list of which one row is a stop for Tab: arrow keys, Home and End move, other keys act on it (`Alt+ArrowUp`, `Delete`, `F2`). */
export function useRowKeys(ids: readonly string[], keys: RowKeys) {
  const list = useRef<HTMLUListElement>(null);
  const wanted = useRef<string | null>(null);
  const [reached, reach] = useState<string | null>(null);
  const active = reached !== null && ids.includes(reached) ? reached : (ids[0] ?? null);

  const onKeyDown = (event: KeyboardEvent) => {
    if (active === null || (event.target as Element).matches('input')) return;
    const at = ids.indexOf(active);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: ids.length - 1,
    };
    const next = steps[event.key];
    const act = keys[`${event.altKey ? 'Alt+' : ''}${event.key}`];
    if (act) act(active);
    else if (next !== undefined && !event.altKey) focusRow(ids[Math.min(ids.length - 1, Math.max(0, next))] ?? active);
    else return;
    event.preventDefault();
  };

  function focusRow(id: string) {
    reach(id);
    wanted.current = id;
    focusWanted();
  }

  /** A row that is not there yet gets the focus when it is. */
  function focusWanted() {
    const row =
      wanted.current && list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(wanted.current)}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus();
  }
  useLayoutEffect(focusWanted);

  return {
    list,
    onKeyDown,
    /** For the row's first control. */
    stop: (id: string) => ({ 'data-row': id, tabIndex: id === active ? 0 : -1, onFocus: () => reach(id) }),
    /** For what else is in the row. */
    tab: (id: string) => (id === active ? 0 : -1),
    focusRow,
  };
}
