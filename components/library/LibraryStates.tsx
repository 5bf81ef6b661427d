import { Archive, BookOpenCheck, CalendarClock, CloudOff, FileUp, Newspaper, SearchX, Star, Trash } from 'lucide';
import type { ComponentChildren } from 'preact';
import { t } from '../../utils/i18n';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { FilePicker } from './FilePicker';
import styles from './LibraryScreen.module.css';
import type { LibraryModel } from './library-model';
import { SHELF_NAMES } from './shelf-names';

interface LibraryStatesProps {
  model: InstanceType<typeof LibraryModel>;
  onImport(files: File[]): void;
  /** Shown once reading takes long. */
  loading: ComponentChildren;
}

/** What stands in the list's place while there is nothing to list: why, and what to do. */
export function LibraryStates({ model, onImport, loading }: LibraryStatesProps) {
  return (
    <div class={styles.state}>
      {model.unavailable.value ? (
        <EmptyState
          role="alert"
          icon={CloudOff}
          title={t('libraryUnavailable')}
          action={<Button onClick={() => void model.retry()}>{t('libraryRetry')}</Button>}
        >
          {t('libraryUnavailableHint')}
        </EmptyState>
      ) : model.ids.value === null ? (
        model.slow.value && loading
      ) : model.isFiltered.value ? (
        <NoMatch model={model} />
      ) : (
        <EmptyShelf model={model} onImport={onImport} />
      )}
    </div>
  );
}

function NoMatch({ model }: Pick<LibraryStatesProps, 'model'>) {
  const { shelf } = model.query.value;
  return (
    <EmptyState
      icon={SearchX}
      title={t('libraryNoMatchTitle')}
      action={
        <>
          {shelf !== 'all' && shelf !== 'trash' && (
            <Button onClick={() => model.showShelf('all')}>{t('librarySearchAll')}</Button>
          )}
          <Button kind="quiet" onClick={model.clearFilters}>
            {t('libraryClearFilter')}
          </Button>
        </>
      }
    >
      {t('libraryNoMatchText', t(SHELF_NAMES[shelf]))}
    </EmptyState>
  );
}

function EmptyShelf({ model, onImport }: Omit<LibraryStatesProps, 'loading'>) {
  const { shelf } = model.query.value;
  const hasOthers = (model.counts.value?.all ?? 0) > 0;
  if (shelf === 'archived') {
    return (
      <EmptyState icon={Archive} title={t('libraryNoArchivedTitle')}>
        {t('libraryNoArchivedText')}
      </EmptyState>
    );
  }
  if (shelf === 'queue') {
    return (
      <EmptyState icon={CalendarClock} title={t('libraryNoQueueTitle')}>
        {t('libraryNoQueueText')}
      </EmptyState>
    );
  }
  if (shelf === 'favourite') {
    return (
      <EmptyState icon={Star} title={t('libraryNoFavouritesTitle')}>
        {t('libraryNoFavouritesText')}
      </EmptyState>
    );
  }
  if (shelf === 'trash') {
    return (
      <EmptyState icon={Trash} title={t('libraryNoTrashTitle')}>
        {t('libraryNoTrashText')}
      </EmptyState>
    );
  }
  if (shelf === 'unread' && hasOthers) {
    return (
      <EmptyState icon={BookOpenCheck} title={t('libraryAllReadTitle')}>
        {t('libraryAllReadText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Newspaper}
      title={t('libraryEmptyTitle')}
      action={<FilePicker kind="plain" icon={FileUp} label={t('libraryImport')} onPick={onImport} />}
    >
      {t('libraryEmptyText')}
    </EmptyState>
  );
}
