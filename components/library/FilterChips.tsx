import { X } from 'lucide';
import { t } from '../../utils/i18n';
import { Icon } from '../ui/Icon';
import styles from './FilterChips.module.css';
import { filterWords } from './filter-words';
import type { LibraryModel } from './library-model';

interface FilterChipsProps {
  model: InstanceType<typeof LibraryModel>;
  language: string;
  /** A filter went: the focus goes back to the search. */
  onRemoved(): void;
}

/** The filters of the search, each with a way to take it off; not there while there are none. */
export function FilterChips({ model, language, onRemoved }: FilterChipsProps) {
  const { filters } = model.parts.value;
  if (filters.length === 0) return null;
  return (
    <ul class={styles.chips} aria-label={t('libraryFilters')}>
      {filters.map((filter) => (
        <li key={filter}>
          <button
            type="button"
            class={styles.chip}
            title={filter}
            aria-label={t('libraryFilterRemove', filterWords(filter, language))}
            onClick={() => {
              model.removeFilter(filter);
              onRemoved();
            }}
          >
            <bdi>{filterWords(filter, language)}</bdi>
            <Icon icon={X} size={13} />
          </button>
        </li>
      ))}
    </ul>
  );
}
