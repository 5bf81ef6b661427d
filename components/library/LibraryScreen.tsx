import { useModel } from '@preact/signals';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { ArticleId } from '../../utils/model/article';
import { dayOf } from '../../utils/model/day';
import type { Library } from '../../utils/model/library';
import type { AskWeb } from '../check/check-article';
import { later } from '../ui/later';
import { tabId } from '../ui/Tabs';
import { Toasts } from '../ui/Toasts';
import { ToastsModel } from '../ui/toasts-model';
import { ArticleList, RowSkeleton } from './ArticleList';
import type { RowPorts } from './ArticleRow';
import { BulkBar } from './BulkBar';
import { FileDrop } from './FileDrop';
import { KeysDialog } from './KeysDialog';
import { LibraryHeader } from './LibraryHeader';
import styles from './LibraryScreen.module.css';
import { LibraryStates } from './LibraryStates';
import { LibraryActions } from './library-actions';
import { LibraryModel } from './library-model';
import { rowWords } from './row-words';
import { SelectionBar } from './SelectionBar';
import { SelectionModel } from './selection-model';
import { TagEditor } from './TagEditor';
import { libraryThumbnails } from './thumbnails';
import { useListKeys } from './use-list-keys';

const ListsDialog = later(async () => (await import('./ListsDialog')).ListsDialog);
const ReadByPicker = later(async () => (await import('./ReadByPicker')).ReadByPicker);
const TagsDialog = later(async () => (await import('./TagsDialog')).TagsDialog);
const CheckDialog = later(async () => (await import('../check/CheckDialog')).CheckDialog);

/** How often "5 minutes ago" is looked at again, in ms. */
const MINUTE = 60_000;

interface LibraryScreenProps {
  library: Library;
  /** BCP 47; of dates and numbers. */
  uiLanguage: string;
  /** The article that is open beside the list. */
  selectedId?: ArticleId | null;
  /** `search` is what the list was searched for. */
  onOpen(id: ArticleId, search: string | null): void;
  onImport(files: File[]): void;
  onExport(ids: ArticleId[]): void;
  openQueue?(): void;
  openSettings?(): void;
  openStorage?(): void;
  openInTab?(): void;
  /** How articles are checked for changes; without it that is not offered. */
  ask?: AskWeb;
  /** Leads to where the host permission is asked for. */
  onAllow?(): void;
  /** In the browser's side panel or on a page of its own; the screen fits itself to the room it has in both. */
  layout: 'panel' | 'page';
}

/** The saved list: shelves, filter, the articles and everything that can be done with one or many of them, by keyboard too. */
export function LibraryScreen(props: LibraryScreenProps) {
  const { library, uiLanguage, selectedId = null, layout } = props;
  const model = useModel(() => new LibraryModel(library));
  const selection = useModel(() => new SelectionModel(model));
  const toasts = useModel(ToastsModel);
  const actions = useModel(() => new LibraryActions(library, toasts));
  const thumbnails = useMemo(() => libraryThumbnails(library), [library]);
  const [helping, setHelping] = useState(false);
  const [checking, setChecking] = useState<readonly ArticleId[] | null>(null);
  const root = useRef<HTMLElement>(null);
  const filter = useRef<HTMLInputElement>(null);
  const anchor = useRef<HTMLElement | null>(null);
  const [dialog, setDialog] = useState<'tags' | 'lists' | null>(null);
  const pageRows = useRef(5);
  const panelId = useId();
  const now = useNow();
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    void model.start();
    return () => thumbnails.dispose();
  }, [model, thumbnails]);

  /** What a box about articles stands by: the row of one, the button for several. */
  const anchorOf = (ids: readonly ArticleId[], button: string) => {
    const row =
      ids.length === 1 ? root.current?.querySelector<HTMLElement>(`[data-id="${ids[0]}"] [data-title]`) : null;
    return row ?? root.current?.querySelector<HTMLElement>(button) ?? filter.current;
  };
  const tag = (ids: readonly ArticleId[]) => {
    anchor.current = anchorOf(ids, '[data-bar-tag]');
    void actions.beginTagging(ids);
  };
  const readBy = (ids: readonly ArticleId[]) => {
    anchor.current = anchorOf(ids, '[data-bar-read-by]');
    void actions.beginDating(ids);
  };

  const ports = useMemo<RowPorts>(
    () => ({
      words: rowWords(uiLanguage),
      thumbnails,
      open: (id) => latest.current.onOpen(id, model.query.value.search ?? null),
      select: (id, range) => (range ? selection.extend(id) : selection.toggle(id)),
      archive: (id) => void actions.toggleArchived([id]),
      favourite: (id) => void actions.toggleFavourite([id]),
      tag: (id) => tag([id]),
      readBy: (id) => readBy([id]),
      trash: (id) => void actions.trash([id]),
      restore: (id) => void actions.restore([id]),
      purge: (id) => void actions.purge([id]),
      export: (id) => latest.current.onExport([id]),
      reach: (id) => {
        model.active.value = id;
      },
    }),
    [uiLanguage, model, selection, actions, thumbnails],
  );

  const dialogs = { showTags: () => setDialog('tags'), showLists: () => setDialog('lists') };
  const focusFilter = () => {
    filter.current?.focus();
    filter.current?.select();
  };
  useListKeys(root, {
    model,
    selection,
    actions,
    toasts,
    pageRows: () => pageRows.current,
    tag,
    readBy,
    ...dialogs,
    focusFilter,
    help: () => setHelping(true),
  });

  const ids = model.ids.value;
  const showsRows = ids !== null && ids.length > 0 && !model.unavailable.value;
  return (
    // A page has one main landmark: the article, once one is open beside the list.
    <section
      ref={root}
      role={layout === 'page' && selectedId ? 'region' : 'main'}
      aria-label={t('libraryName')}
      class={styles.screen}
      data-layout={layout}
    >
      <FileDrop onDrop={props.onImport}>
        <LibraryHeader
          model={model}
          selection={selection}
          actions={actions}
          words={ports.words}
          language={uiLanguage}
          dialogs={dialogs}
          panelId={panelId}
          filter={filter}
          onImport={props.onImport}
          onExport={props.onExport}
          openQueue={props.openQueue}
          openSettings={props.openSettings}
          openStorage={props.openStorage}
          openInTab={props.openInTab}
          showKeys={() => setHelping(true)}
        />
        <div
          class={styles.body}
          id={panelId}
          role="tabpanel"
          aria-labelledby={tabId(panelId, model.query.value.shelf)}
          aria-busy={ids === null}
          tabIndex={showsRows ? undefined : 0}
        >
          {showsRows ? (
            <ArticleList
              model={model}
              selection={selection}
              actions={actions}
              ports={ports}
              openId={selectedId}
              now={now}
              onPage={(rows) => {
                pageRows.current = rows;
              }}
            />
          ) : (
            <LibraryStates model={model} onImport={props.onImport} loading={<Loading />} />
          )}
          <Toasts model={toasts} />
        </div>
        <BulkBar progress={actions.progress.value} />
        <SelectionBar
          selection={selection}
          actions={actions}
          model={model}
          tag={tag}
          readBy={readBy}
          onExport={props.onExport}
          onCheck={props.ask && setChecking}
        />
      </FileDrop>
      {actions.tagging.value && (
        <TagEditor tagging={actions.tagging.value} actions={actions} known={model.tags.value} anchor={anchor} />
      )}
      {actions.dating.value && (
        <ReadByPicker
          dating={actions.dating.value}
          actions={actions}
          anchor={anchor}
          language={uiLanguage}
          today={dayOf(now)}
        />
      )}
      {dialog === 'tags' && <TagsDialog library={library} model={model} onClose={() => setDialog(null)} />}
      {dialog === 'lists' && (
        <ListsDialog library={library} model={model} language={uiLanguage} onClose={() => setDialog(null)} />
      )}
      {checking && props.ask && (
        <CheckDialog
          library={library}
          ask={props.ask}
          ids={checking}
          uiLanguage={uiLanguage}
          onClose={() => setChecking(null)}
          onAllow={props.onAllow}
        />
      )}
      {helping && <KeysDialog onClose={() => setHelping(false)} />}
    </section>
  );
}

function Loading() {
  return (
    <div class={styles.loading}>
      <p role="status" class="visually-hidden">
        {t('libraryLoading')}
      </p>
      {[1, 2, 3, 4, 5].map((row) => (
        <RowSkeleton key={row} />
      ))}
    </div>
  );
}

/** The present, ms since 1970, to the minute. */
function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}
