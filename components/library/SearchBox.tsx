import { Search, X } from 'lucide';
import type { RefObject } from 'preact';
import { t } from '../../utils/i18n';
import { Icon } from '../ui/Icon';
import styles from './LibraryHeader.module.css';
import type { LibraryModel } from './library-model';

interface SearchBoxProps {
  model: InstanceType<typeof LibraryModel>;
  box: RefObject<HTMLInputElement | null>;
  /** The search is done with: the keyboard goes to the list. */
  onLeave(): void;
}

/**
 * Where words and filters are typed. A filter that is finished, by a space or Enter, becomes a chip; Backspace in the empty box takes
 * the last one off.
 */
export function SearchBox({ model, box, onLeave }: SearchBoxProps) {
  const { search = '' } = model.query.value;
  const { filters, words } = model.parts.value;

  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    if (event.isComposing) return;
    const { key, currentTarget } = event;
    const before = model.parts.peek().filters.length;
    if (key === 'Escape' && currentTarget.value !== '') model.searchWords('');
    else if (key === 'Backspace' && currentTarget.value === '' && filters.length > 0)
      model.removeFilter(filters.at(-1) ?? '');
    else if (key === 'Enter') {
      if (currentTarget.value !== '') model.searchWords(`${currentTarget.value.trimEnd()} `);
      if (model.parts.peek().filters.length === before) onLeave();
    } else if (key === 'ArrowDown' || key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  };

  return (
    <div class={styles.search}>
      <Icon icon={Search} size={16} />
      <input
        ref={box}
        type="search"
        class={styles.input}
        aria-label={t('libraryFilter')}
        placeholder={t('libraryFilterShort')}
        aria-keyshortcuts="/"
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        value={words}
        onInput={(event) => {
          model.searchWords(event.currentTarget.value);
          // What was drawn last may be what is to be shown: then nothing would put it there.
          if (!event.isComposing) event.currentTarget.value = model.parts.peek().words;
        }}
        onKeyDown={onKeyDown}
      />
      {search === '' ? (
        <span class={styles.key} aria-hidden="true">
          /
        </span>
      ) : (
        <button
          type="button"
          class={styles.clear}
          aria-label={t('libraryClearFilter')}
          onClick={() => {
            model.clearFilters();
            box.current?.focus();
          }}
        >
          <Icon icon={X} size={15} />
        </button>
      )}
    </div>
  );
}
