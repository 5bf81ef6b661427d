import type { MessageKey } from '../../utils/i18n';

/** What a key does in the list. */
export type ListCommand =
  | 'next'
  | 'previous'
  | 'extend-next'
  | 'extend-previous'
  | 'first'
  | 'last'
  | 'page-down'
  | 'page-up'
  | 'select'
  | 'select-all'
  | 'archive'
  | 'favourite'
  | 'tag'
  | 'read-by'
  | 'all-tags'
  | 'lists'
  | 'trash'
  | 'undo'
  | 'find'
  | 'escape'
  | 'help';

const PLAIN: Readonly<Record<string, ListCommand>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  j: 'next',
  k: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'page-down',
  PageUp: 'page-up',
  x: 'select',
  ' ': 'select',
  e: 'archive',
  f: 'favourite',
  t: 'tag',
  b: 'read-by',
  '#': 'trash',
  Delete: 'trash',
  z: 'undo',
  '/': 'find',
  Escape: 'escape',
  '?': 'help',
};

/** The keys as the help shows them, each line with what it does. */
export const KEY_HELP: readonly (readonly [keys: readonly string[], does: MessageKey])[] = [
  [['j', 'k', '↓', '↑'], 'libraryKeyMove'],
  [['Home', 'End'], 'libraryKeyEnds'],
  [['Enter'], 'libraryKeyOpen'],
  [['x', 'Space'], 'libraryKeySelect'],
  [['Shift+↓', 'Shift+↑'], 'libraryKeyExtend'],
  [['Ctrl+A'], 'libraryKeyAll'],
  [['e'], 'libraryKeyArchive'],
  [['f'], 'libraryKeyFavourite'],
  [['t'], 'libraryKeyTag'],
  [['b'], 'libraryKeyReadBy'],
  [['#', 'Delete'], 'libraryKeyTrash'],
  [['z'], 'libraryKeyUndo'],
  [['/'], 'libraryKeyFind'],
  [['Shift+T'], 'libraryKeyTags'],
  [['Shift+L'], 'libraryKeyLists'],
  [['Esc'], 'libraryKeyEscape'],
  [['?'], 'libraryKeyHelp'],
];

/** What a key press means for the list; null where it is somebody else's: typed text, a button's own key, the browser's shortcut. */
export function listCommand(event: KeyboardEvent): ListCommand | null {
  if (event.defaultPrevented || event.isComposing || event.altKey) return null;
  const target = event.target as Element | null;
  if (target?.matches?.(TAKES_TEXT)) return null;
  const { key, shiftKey } = event;
  if (event.ctrlKey || event.metaKey) {
    if (key.toLowerCase() === 'a' && !shiftKey) return 'select-all';
    return key.toLowerCase() === 'z' && !shiftKey ? 'undo' : null;
  }
  if (key === ' ' && target?.matches?.('button, input, summary')) return null;
  if (shiftKey && (key === 'ArrowDown' || key === 'J')) return 'extend-next';
  if (shiftKey && (key === 'ArrowUp' || key === 'K')) return 'extend-previous';
  if (shiftKey && key === 'T') return 'all-tags';
  if (shiftKey && key === 'L') return 'lists';
  return PLAIN[key] ?? null;
}

const TAKES_TEXT =
  'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable]:not([contenteditable="false"])';
