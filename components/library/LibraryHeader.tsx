import {
  Archive,
  CalendarClock,
  Ellipsis,
  FileDown,
  FileUp,
  HardDrive,
  Inbox,
  Keyboard,
  Layers,
  ListPlus,
  Settings,
  SquareArrowOutUpRight,
  SquareCheck,
  Star,
  Tags,
  Trash,
} from 'lucide';
import type { RefObject } from 'preact';
import { t } from '../../utils/i18n';
import type { ArticleId } from '../../utils/model/article';
import type { Shelf } from '../../utils/model/library';
import { Menu, type MenuItem } from '../ui/Menu';
import { Tabs } from '../ui/Tabs';
import { FilePicker } from './FilePicker';
import { FilterChips } from './FilterChips';
import styles from './LibraryHeader.module.css';
import { type LineDialogs, ListLine } from './ListLine';
import type { LibraryActions } from './library-actions';
import type { LibraryModel } from './library-model';
import type { RowWords } from './row-words';
import { SearchBox } from './SearchBox';
import type { SelectionModel } from './selection-model';

const SHELVES = [
  { value: 'unread', label: 'libraryShelfUnread', icon: Inbox, shrinks: false },
  { value: 'favourite', label: 'libraryShelfFavourite', icon: Star, shrinks: 'last' },
  { value: 'archived', label: 'libraryShelfArchived', icon: Archive, shrinks: false },
  { value: 'queue', label: 'libraryShelfQueue', icon: CalendarClock, shrinks: true },
  { value: 'all', label: 'libraryShelfAll', icon: Layers, shrinks: true },
  { value: 'trash', label: 'libraryShelfTrash', icon: Trash, shrinks: true },
] as const satisfies readonly { value: Shelf; [key: string]: unknown }[];

interface LibraryHeaderProps {
  model: InstanceType<typeof LibraryModel>;
  selection: InstanceType<typeof SelectionModel>;
  actions: InstanceType<typeof LibraryActions>;
  words: RowWords;
  /** BCP 47. */
  language: string;
  dialogs: LineDialogs;
  /** Id of the element that shows the chosen shelf. */
  panelId: string;
  filter: RefObject<HTMLInputElement | null>;
  onImport(files: File[]): void;
  onExport(ids: ArticleId[]): void;
  openQueue?(): void;
  openSettings?(): void;
  openStorage?(): void;
  openInTab?(): void;
  showKeys(): void;
}

/** What is above the list: the filter, the shelves, and in which order and with which tag they are shown. */
export function LibraryHeader(props: LibraryHeaderProps) {
  const { model, selection, actions, words, language, panelId, filter } = props;
  const { shelf } = model.query.value;
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
    ...(props.openQueue ? [{ label: t('librarySaveMany'), icon: ListPlus, onSelect: props.openQueue }] : []),
    'separator',
    { label: t('libraryAllTags'), icon: Tags, hint: 'Shift+T', onSelect: props.dialogs.showTags },
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
          <SearchBox model={model} box={filter} onLeave={selection.focusList} />
          <FilePicker onPick={props.onImport} icon={FileUp} kind="quiet" />
          <Menu label={t('libraryMore')} icon={Ellipsis} items={more} />
        </div>
        <FilterChips model={model} language={language} onRemoved={() => filter.current?.focus()} />
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
        <ListLine model={model} actions={actions} language={language} dialogs={props.dialogs} />
      </div>
    </header>
  );
}
