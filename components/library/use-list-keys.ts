import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ArticleId } from '../../utils/model/article';
import type { ToastsModel } from '../ui/toasts-model';
import type { LibraryActions } from './library-actions';
import { type ListCommand, listCommand } from './library-keys';
import type { LibraryModel } from './library-model';
import type { SelectionModel } from './selection-model';

/** What the keys act on. */
export interface KeyTargets {
  readonly model: InstanceType<typeof LibraryModel>;
  readonly selection: InstanceType<typeof SelectionModel>;
  readonly actions: InstanceType<typeof LibraryActions>;
  readonly toasts: InstanceType<typeof ToastsModel>;
  /** Rows that PageUp and PageDown pass. */
  pageRows(): number;
  tag(ids: readonly ArticleId[]): void;
  readBy(ids: readonly ArticleId[]): void;
  showTags(): void;
  showLists(): void;
  focusFilter(): void;
  help(): void;
}

/** Lets keys work while the focus is in `root` or nowhere. */
export function useListKeys(root: RefObject<HTMLElement | null>, targets: KeyTargets): void {
  const latest = useRef(targets);
  latest.current = targets;

  useEffect(() => {
    const ends = new AbortController();
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as Node;
      const isOurs = root.current?.contains(target) || target === document.body;
      // Behind a dialog the page is inert, but a key that nothing inside takes comes from the body.
      const isHidden = root.current?.closest('[inert]') !== null || document.querySelector('dialog:modal') !== null;
      if (!isOurs || isHidden) return;
      const command = listCommand(event);
      if (command && run(command, latest.current)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown, { signal: ends.signal });
    return () => ends.abort();
  }, [root]);
}

/** Runs a command; false when there was nothing to do, so that the key keeps its own meaning. */
function run(command: ListCommand, { model, selection, actions, toasts, ...targets }: KeyTargets): boolean {
  const count = model.ids.peek()?.length ?? 0;
  const inTrash = model.query.peek().shelf === 'trash';
  const ids = selection.targets();
  const onTargets = (act: (ids: readonly ArticleId[]) => unknown) => {
    if (ids.length > 0) void act(ids);
    return ids.length > 0;
  };
  const move = (step: number, extending = false) => {
    selection.move(step, extending);
    return count > 0;
  };

  switch (command) {
    case 'next':
      return move(1);
    case 'previous':
      return move(-1);
    case 'extend-next':
      return move(1, true);
    case 'extend-previous':
      return move(-1, true);
    case 'first':
      selection.move(0);
      return move(-count);
    case 'last':
      selection.move(0);
      return move(count);
    case 'page-down':
      return move(targets.pageRows());
    case 'page-up':
      return move(-targets.pageRows());
    case 'select': {
      const id = model.active.peek();
      if (id) selection.toggle(id);
      return id !== null;
    }
    case 'select-all':
      selection.selectAll();
      return count > 0;
    case 'archive':
      return !inTrash && onTargets(actions.toggleArchived);
    case 'favourite':
      return !inTrash && onTargets(actions.toggleFavourite);
    case 'tag':
      return !inTrash && onTargets(targets.tag);
    case 'read-by':
      return !inTrash && onTargets(targets.readBy);
    case 'trash':
      return onTargets(inTrash ? actions.purge : actions.trash);
    case 'undo':
      return toasts.actOnNewest();
    case 'find':
      targets.focusFilter();
      return true;
    case 'all-tags':
      targets.showTags();
      return true;
    case 'lists':
      targets.showLists();
      return true;
    case 'help':
      targets.help();
      return true;
    case 'escape':
      if (selection.selected.peek().size > 0) selection.clear();
      else if (model.isFiltered.peek()) model.clearFilters();
      else return false;
      return true;
  }
}
