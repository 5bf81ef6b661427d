import { createModel, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ArticleId } from '../../utils/model/article';

/** What of the list the selection needs. */
interface SelectableList {
  readonly ids: ReadonlySignal<readonly ArticleId[] | null>;
  /** False while `ids` are only the first of a search. */
  readonly isWhole: ReadonlySignal<boolean>;
  readonly active: Signal<ArticleId | null>;
}

/** Which rows are selected, by single toggles and by ranges; rows that leave the list leave the selection. */
export const SelectionModel = createModel((list: SelectableList) => {
  const selected = signal<ReadonlySet<ArticleId>>(new Set());
  /** Counts up whenever the keyboard moved and the active row wants the focus. */
  const moves = signal(0);
  /** Where a range begins, and what was selected before it. */
  let anchor: ArticleId | null = null;
  let outside: ReadonlySet<ArticleId> = new Set();

  const ids = () => list.ids.peek() ?? [];
  /** All are wanted, but not all are known yet. */
  let wantsAll = false;

  effect(() => {
    const all = list.ids.value;
    if (!list.isWhole.value || !wantsAll || !all) return;
    wantsAll = false;
    selected.value = new Set(all);
  });

  effect(() => {
    const present = list.ids.value;
    const before = selected.peek();
    if (!present || before.size === 0) return;
    const among = new Set(present);
    const kept = [...before].filter((id) => among.has(id));
    if (kept.length < before.size) selected.value = new Set(kept);
  });

  function select(next: ReadonlySet<ArticleId>) {
    wantsAll = false;
    selected.value = next;
  }

  function place(): number {
    return Math.max(0, ids().indexOf(list.active.peek() ?? ''));
  }

  function extendTo(to: ArticleId) {
    const from = anchor ?? list.active.peek() ?? to;
    if (anchor === null) {
      anchor = from;
      outside = selected.peek();
    }
    const [start, end] = [ids().indexOf(from), ids().indexOf(to)].sort((a, b) => a - b) as [number, number];
    select(new Set([...outside, ...ids().slice(Math.max(0, start), end + 1)]));
  }

  const model = {
    selected,
    moves,
    /** Selects a row or takes it out again; a range begins here. */
    toggle(id: ArticleId) {
      const next = new Set(selected.peek());
      if (!next.delete(id)) next.add(id);
      select(next);
      anchor = id;
      outside = new Set([...next].filter((each) => each !== id));
      list.active.value = id;
    },
    /** Selects from where the range began to `id`. */
    extend(id: ArticleId) {
      extendTo(id);
      list.active.value = id;
    },
    /** Selects all that the list shows, also what a search under way has yet to find. */
    selectAll() {
      select(new Set(ids()));
      wantsAll = !list.isWhole.peek();
    },
    clear() {
      anchor = null;
      outside = new Set();
      select(new Set());
    },
    /** Moves the keyboard by `step` rows, staying inside; `extending` selects what is passed. */
    move(step: number, extending = false) {
      const all = ids();
      // The first key only shows where the keyboard is.
      const next = list.active.peek() === null ? all[0] : all[Math.min(all.length - 1, Math.max(0, place() + step))];
      if (next === undefined) return;
      if (extending) extendTo(next);
      else anchor = null;
      list.active.value = next;
      moves.value = moves.peek() + 1;
    },
    /** Gives the active row, else the first, the focus. */
    focusList: () => model.move(0),
    /** What a key or a bulk action acts on: the selection in list order, else the active row. */
    targets(): ArticleId[] {
      const chosen = selected.peek();
      if (chosen.size > 0) return ids().filter((id) => chosen.has(id));
      const id = list.active.peek();
      return id !== null && ids().includes(id) ? [id] : [];
    },
  };
  return model;
});
