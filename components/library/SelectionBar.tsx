import {
  Archive,
  ArchiveRestore,
  CalendarClock,
  CheckCheck,
  FileDiff,
  FileDown,
  RotateCcw,
  Star,
  Tag,
  Trash,
  X,
} from 'lucide';
import { t, tCount } from '../../utils/i18n';
import type { ArticleId } from '../../utils/model/article';
import { Button } from '../ui/Button';
import type { LibraryActions } from './library-actions';
import type { LibraryModel } from './library-model';
import styles from './SelectionBar.module.css';
import type { SelectionModel } from './selection-model';

interface SelectionBarProps {
  model: InstanceType<typeof LibraryModel>;
  selection: InstanceType<typeof SelectionModel>;
  actions: InstanceType<typeof LibraryActions>;
  tag(ids: readonly ArticleId[]): void;
  readBy(ids: readonly ArticleId[]): void;
  onExport(ids: ArticleId[]): void;
  /** Checks articles for changes of their pages; absent where pages cannot be asked for. */
  onCheck?: ((ids: readonly ArticleId[]) => void) | undefined;
}

/** How many articles are selected and what can be done with them together; not there while none is. */
export function SelectionBar({ model, selection, actions, tag, readBy, onExport, onCheck }: SelectionBarProps) {
  const count = selection.selected.value.size;
  const shelf = model.query.value.shelf;
  return (
    <>
      <p role="status" class="visually-hidden">
        {count > 0 ? tCount('librarySelected', count) : ''}
      </p>
      {count > 0 && (
        <section class={styles.bar} aria-label={t('librarySelection')}>
          <Button kind="quiet" icon={X} label={t('librarySelectNone')} onClick={selection.clear} />
          <span class={styles.count}>{tCount('librarySelected', count)}</span>
          {count < (model.ids.value?.length ?? 0) && (
            <Button kind="quiet" icon={CheckCheck} label={t('librarySelectAll')} onClick={selection.selectAll} />
          )}
          <span class={styles.acts}>
            {shelf === 'trash' ? (
              <>
                <Button
                  kind="quiet"
                  icon={RotateCcw}
                  label={t('libraryRestore')}
                  onClick={() => void actions.restore(selection.targets())}
                />
                <Button kind="quiet" icon={Trash} onClick={() => void actions.purge(selection.targets())}>
                  {t('libraryPurge')}
                </Button>
              </>
            ) : (
              <>
                <Button
                  kind="quiet"
                  icon={shelf === 'archived' ? ArchiveRestore : Archive}
                  label={shelf === 'archived' ? t('libraryUnarchive') : t('libraryArchive')}
                  onClick={() => void actions.toggleArchived(selection.targets())}
                />
                <Button
                  kind="quiet"
                  icon={Star}
                  label={t('libraryFavourite')}
                  onClick={() => void actions.toggleFavourite(selection.targets())}
                />
                <Button
                  kind="quiet"
                  icon={Tag}
                  label={t('libraryTag')}
                  data-bar-tag=""
                  onClick={() => tag(selection.targets())}
                />
                <Button
                  kind="quiet"
                  icon={CalendarClock}
                  label={t('libraryReadBy')}
                  data-bar-read-by=""
                  onClick={() => readBy(selection.targets())}
                />
                <Button
                  kind="quiet"
                  icon={FileDown}
                  label={t('libraryExport')}
                  onClick={() => onExport(selection.targets())}
                />
                {onCheck && (
                  <Button
                    kind="quiet"
                    icon={FileDiff}
                    label={t('checkNow')}
                    onClick={() => onCheck(selection.targets())}
                  />
                )}
                <Button
                  kind="quiet"
                  icon={Trash}
                  label={t('libraryTrash')}
                  onClick={() => void actions.trash(selection.targets())}
                />
              </>
            )}
          </span>
        </section>
      )}
    </>
  );
}
