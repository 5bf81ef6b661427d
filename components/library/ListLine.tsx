import { ArrowDownWideNarrow, BookmarkPlus, Clock, ListFilter, Pencil, Tag, Tags, Trash } from 'lucide';
import { t, tCount } from '../../utils/i18n';
import { filterPiece, isSameFilter } from '../../utils/search/split-filters';
import { Button } from '../ui/Button';
import { Menu, type MenuItem } from '../ui/Menu';
import { filterWords } from './filter-words';
import styles from './LibraryHeader.module.css';
import type { LibraryActions } from './library-actions';
import type { LibraryModel } from './library-model';
import { isOffered } from './list-query';
import { SHELF_NAMES } from './shelf-names';
import { SORTS } from './sorts';

/** Shelves whose tabs are mere icons where there is little room. */
const SHRINKING: readonly string[] = ['queue', 'all', 'trash'];

/** Lengths that are offered: a short break, a coffee, an evening. */
const LENGTHS = ['minutes:<5', 'minutes:5-15', 'minutes:>15'] as const;

/** Tags in the menu, the most recent first; the others are in the dialog. */
const MOST_TAGS = 24;

/** What the line opens. */
export interface LineDialogs {
  showTags(): void;
  showLists(): void;
}

interface ListLineProps {
  model: InstanceType<typeof LibraryModel>;
  actions: InstanceType<typeof LibraryActions>;
  language: string;
  dialogs: LineDialogs;
}

/** The quiet line between shelves and rows: how many, by which tag and length, of which list, in which order. */
export function ListLine({ model, actions, language, dialogs }: ListLineProps) {
  const { sort, shelf } = model.query.value;
  const ids = model.ids.value;
  const sortLabel = t(SORTS.find(([order]) => order === sort)?.[1] ?? 'librarySortNewest');
  const isPurgeable = shelf === 'trash' && !model.isFiltered.value && ids !== null && ids.length > 0;
  const count = ids?.length ?? 0;
  const shown = model.shown.value;
  const where = shown?.name ?? (SHRINKING.includes(shelf) ? t(SHELF_NAMES[shelf]) : null);
  return (
    <div class={styles.line}>
      <p role="status" class={styles.count}>
        {ids !== null && (
          <>
            {where && <span class={shown ? styles.list : styles.where}>{where} · </span>}
            {model.isWhole.value && tCount('libraryCount', count)}
          </>
        )}
      </p>
      {isPurgeable ? (
        <Button kind="quiet" icon={Trash} class={styles.choice} onClick={() => void actions.purge(ids)}>
          {t('libraryEmptyTrash')}
        </Button>
      ) : (
        <>
          {model.tags.value.length > 0 && (
            <Menu label={t('libraryTags')} class={styles.choice} items={tagItems(model, dialogs)}>
              {t('libraryTags')}
            </Menu>
          )}
          <Menu label={t('libraryLength')} icon={Clock} class={styles.choice} items={lengthItems(model, language)} />
        </>
      )}
      <Menu label={t('libraryLists')} icon={ListFilter} class={styles.choice} items={listItems(model, dialogs)} />
      <Menu
        label={t('librarySortBy', sortLabel)}
        icon={ArrowDownWideNarrow}
        class={styles.choice}
        items={SORTS.filter(([order]) => isOffered(order, model.query.value)).map(([order, key]) => ({
          label: t(key),
          checked: order === sort,
          onSelect: () => model.sortBy(order),
        }))}
      />
    </div>
  );
}

type Model = InstanceType<typeof LibraryModel>;

function tagItems(model: Model, { showTags }: LineDialogs): (MenuItem | 'separator')[] {
  return [
    ...model.tags.value.slice(0, MOST_TAGS).map(({ tag, count }) => ({
      label: tag,
      icon: Tag,
      hint: String(count),
      onSelect: () => model.toggleFilter(filterPiece('tag', tag)),
    })),
    'separator',
    { label: t('libraryAllTags'), icon: Tags, hint: 'Shift+T', onSelect: showTags },
  ];
}

function lengthItems(model: Model, language: string): MenuItem[] {
  return LENGTHS.map((length) => ({
    label: filterWords(length, language),
    checked: model.parts.value.filters.some((filter) => isSameFilter(filter, length)),
    onSelect: () => model.toggleFilter(length),
  }));
}

function listItems(model: Model, { showLists }: LineDialogs): (MenuItem | 'separator')[] {
  const shown = model.shown.value;
  const lists = model.lists.value;
  return [
    ...lists.map((list) => ({
      label: list.name,
      checked: list.id === shown?.id,
      onSelect: () => model.showList(list),
    })),
    ...(lists.length > 0 ? (['separator'] as const) : []),
    {
      label: t('libraryListSave'),
      icon: BookmarkPlus,
      disabled: !model.isFiltered.value || shown !== null,
      onSelect: showLists,
    },
    { label: t('libraryListsEdit'), icon: Pencil, hint: 'Shift+L', onSelect: showLists },
  ];
}
