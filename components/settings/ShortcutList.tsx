import { t } from '../../utils/i18n';
import styles from './ShortcutList.module.css';

/** A keyboard shortcut as the browser tells it; `key` is empty when none is set. */
export interface Shortcut {
  /** What it does, in the UI language. */
  readonly name: string;
  /** As the browser writes it: `Alt+Shift+S`, `⌥⇧S`. */
  readonly key: string;
}

/** Shortcuts, one a line, keys drawn as keys. */
export function ShortcutList({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  return (
    <dl class={styles.list}>
      {shortcuts.map(({ name, key }) => (
        <div key={name} class={styles.shortcut}>
          <dt>{name}</dt>
          <dd>
            {key === '' ? (
              <span class={styles.unset}>{t('shortcutUnset')}</span>
            ) : (
              <kbd class={styles.keys}>
                {partsOf(key).map((part) => (
                  <kbd key={part} class={styles.key}>
                    {part}
                  </kbd>
                ))}
              </kbd>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** `Alt+Shift+S` and macOS's `⌥⇧S`, key by key. */
function partsOf(key: string): string[] {
  return key.includes('+') ? key.split('+') : (key.match(/[⌃⌥⇧⌘]|.+/gu) ?? [key]);
}
