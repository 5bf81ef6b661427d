/** What the reader's keys do; an action that is not there has no key. */
export interface ReaderActions {
  back?(): void;
  favourite?(): void;
  archive?(): void;
  remove?(): void;
  original?(): void;
  /** Scrolls by lines: positive is down. */
  scroll(lines: number): void;
}

/** Lines that `j` and `k` scroll. */
const LINES = 3;

/**
 * Does what the key stands for; returns whether it stood for anything. Keys with modifiers, keys typed into a field and
 * keys pressed outside the reader (in a list beside it) are left alone, and Escape first closes what is open.
 */
export function handleReaderKey(event: KeyboardEvent, reader: HTMLElement, actions: ReaderActions): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target instanceof HTMLElement ? event.target : null;
  // The page, or the pane around the reader, has the focus when nothing in particular has it.
  const ours = target === null || target.contains(reader) || reader.contains(target);
  if (!ours || target?.closest('input, textarea, select, [contenteditable], [role="dialog"]')) return false;
  if (reader.querySelector(':popover-open')) return false;
  const act = actionFor(event.key, actions);
  if (!act) return false;
  event.preventDefault();
  act();
  return true;
}

function actionFor(key: string, actions: ReaderActions): (() => void) | undefined {
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'Escape':
      return actions.back;
    case 'f':
      return actions.favourite;
    case 'e':
      return actions.archive;
    case '#':
    case 'Delete':
      return actions.remove;
    case 'o':
      return actions.original;
    case 'j':
      return () => actions.scroll(LINES);
    case 'k':
      return () => actions.scroll(-LINES);
    default:
      return undefined;
  }
}
