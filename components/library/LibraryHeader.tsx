import {
  Archive,
  ArrowDownWideNarrow,
  Ellipsis,
  FileDown,
  FileUp,
  HardDrive,
  Inbox,
  Keyboard,
  Layers,
  Search,
  Settings,
  SquareArrowOutUpRight,
  SquareCheck,
  Star,
  Tag,
  Trash,
  X,
} from 'lucide';
import type { RefObject } from 'preact';
import { t, tCount } from '../../utils/i18n';
import type { ArticleId } from '../../utils/model/article';
import type { Shelf, SortOrder } from '../../utils/model/library';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Menu, type MenuItem } from '../ui/Menu';
import { Tabs } from '../ui/Tabs';
import { FilePicker } from './FilePicker';
import styles from './LibraryHeader.module.css';
import type { LibraryActions } from './library-actions';
import type { LibraryModel } from './library-model';
import type { RowWords } from './row-words';
import type { SelectionModel } from './selection-model';

const SHELVES = [
  { value: 'unread', label: 'libraryShelfUnread', icon: Inbox, shrinks: false },
  { value: 'favourite', label: 'libraryShelfFavourite', icon: Star, shrinks: false },
  { value: 'archived', label: 'libraryShelfArchived', icon: Archive, shrinks: false },
  { value: 'all', label: 'libraryShelfAll', icon: Layers, shrinks: true },
  { value: 'trash', label: 'libraryShelfTrash', icon: Trash, shrinks: true },
] as const satisfies readonly { value: Shelf; [key: string]: unknown }[];

/** Relevance is offered while there is a search. */
const SORTS = [
  ['relevance', 'librarySortRelevance'],
  ['newest', 'librarySortNewest'],
  ['oldest', 'librarySortOldest'],
  ['published', 'librarySortPublished'],
  ['shortest', 'librarySortShortest'],
  ['longest', 'librarySortLongest'],
  ['title', 'librarySortTitle'],
] as const satisfies readonly (readonly [SortOrder, string])[];

interface LibraryHeaderProps {
  model: InstanceType<typeof LibraryModel>;
  selection: InstanceType<typeof SelectionModel>;
  actions: InstanceType<typeof LibraryActions>;
  words: RowWords;
  /** Id of the element that shows the chosen shelf. */
  panelId: string;
  filter: RefObject<HTMLInputElement | null>;
  onImport(files: File[]): void;
  onExport(ids: ArticleId[]): void;
  openSettings?(): void;
  openStorage?(): void;
  openInTab?(): void;
  showKeys(): void;
}

/** What is above the list: the filter, the shelves, and in which order and with which tag they are shown. */
export function LibraryHeader(props: LibraryHeaderProps) {
  const { model, selection, actions, words, panelId, filter } = props;
  const { shelf, search = '' } = model.query.value;
  const counts = model.counts.value;
  const ids = model.ids.value ?? [];

  const more: (MenuItem | 'separator')[] = [
    {
      label: t('librarySelectAll'),
      icon: SquareCheck,
      disabled: ids.length === 0,
      onSelect: selection.selectAll,
    },
    {
      label: t('libraryExportAll'),
      icon: FileDown,
      disabled: ids.length === 0,
      onSelect: () => props.onExport([...(model.ids.peek() ?? [])]),
    },
    'separator',
    ...(props.openInTab
      ? [{ label: t('libraryOpenInTab'), icon: SquareArrowOutUpRight, onSelect: props.openInTab }]
      : []),
    { label: t('libraryKeys'), icon: Keyboard, hint: '?', onSelect: props.showKeys },
    ...(props.openStorage ? [{ label: t('libraryStorage'), icon: HardDrive, onSelect: props.openStorage }] : []),
    ...(props.openSettings ? [{ label: t('librarySettings'), icon: Settings, onSelect: props.openSettings }] : []),
  ];

  return (
    <header class={styles.frame}>
      <div class={styles.header}>
        <h1 class="visually-hidden">{t('libraryTitle')}</h1>
        <div class={styles.top}>
          <div class={styles.search}>
            <Icon icon={Search} size={16} />
            <input
              ref={filter}
              type="search"
              class={styles.input}
              aria-label={t('libraryFilter')}
              placeholder={t('libraryFilterShort')}
              aria-keyshortcuts="/"
              autocomplete="off"
              spellcheck={false}
              dir="auto"
              value={search}
              onInput={(event) => model.search(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.isComposing) return;
                if (event.key === 'Escape' && event.currentTarget.value !== '') model.search('');
                else if (event.key === 'ArrowDown' || event.key === 'Enter' || event.key === 'Escape')
                  selection.focusList();
                else return;
                event.preventDefault();
              }}
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
                  model.search('');
                  filter.current?.focus();
                }}
              >
                <Icon icon={X} size={15} />
              </button>
            )}
          </div>
          <FilePicker onPick={props.onImport} icon={FileUp} kind="quiet" />
          <Menu label={t('libraryMore')} icon={Ellipsis} items={more} />
        </div>
        <Tabs
          label={t('libraryShelves')}
          panelId={panelId}
          value={shelf}
          onChange={(next) => {
            selection.clear();
            model.showShelf(next);
          }}
          tabs={SHELVES.map((each) => ({
            ...each,
            label: t(each.label),
            count: counts ? words.number(counts[each.value]) : undefined,
          }))}
        />
        <ListLine model={model} actions={actions} />
      </div>
    </header>
  );
}

/** The quiet line between shelves and rows: how many, of which tag, in which order. */
function ListLine({ model, actions }: Pick<LibraryHeaderProps, 'model' | 'actions'>) {
  const { sort, tag, shelf, search } = model.query.value;
  const ids = model.ids.value;
  const tags = model.tags.value;
  const sortLabel = t(SORTS.find(([order]) => order === sort)?.[1] ?? 'librarySortNewest');
  const isPurgeable = shelf === 'trash' && !model.isFiltered.value && ids !== null && ids.length > 0;
  const count = ids?.length ?? 0;
  // Where there is little room the tabs of these shelves are mere icons.
  const shelfName = SHELVES.filter(({ shrinks, value }) => shrinks && value === shelf).map(({ label }) => t(label))[0];
  return (
    <div class={styles.line}>
      <p role="status" class={styles.count}>
        {ids !== null && (
          <>
            {shelfName && <span class={styles.where}>{shelfName} · </span>}
            {model.isWhole.value && tCount('libraryCount', count)}
          </>
        )}
      </p>
      {tag !== undefined ? (
        <button
          type="button"
          class={styles.tag}
          aria-label={t('libraryTagClear', tag)}
          onClick={() => model.showTag(null)}
        >
          <bdi>{tag}</bdi>
          <Icon icon={X} size={13} />
        </button>
      ) : (
        tags.length > 0 &&
        shelf !== 'trash' && (
          <Menu
            label={t('libraryTags')}
            class={styles.choice}
            items={tags.map((each) => ({
              label: each.tag,
              icon: Tag,
              hint: String(each.count),
              onSelect: () => model.showTag(each.tag),
            }))}
          >
            {t('libraryTags')}
          </Menu>
        )
      )}
      {isPurgeable && (
        <Button kind="quiet" icon={Trash} class={styles.choice} onClick={() => void actions.purge(ids)}>
          {t('libraryEmptyTrash')}
        </Button>
      )}
      <Menu
        label={t('librarySortBy', sortLabel)}
        icon={ArrowDownWideNarrow}
        class={styles.choice}
        items={SORTS.filter(([order]) => order !== 'relevance' || search).map(([order, key]) => ({
          label: t(key),
          checked: order === sort,
          onSelect: () => model.sortBy(order),
        }))}
      />
    </div>
  );
}
