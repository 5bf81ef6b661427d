import { RotateCw } from 'lucide';
import { t, tCount, uiLanguage } from '../../utils/i18n';
import { ActionButton } from './ActionButton';
import styles from './StorageScreen.module.css';
import type { StorageModel } from './storage-model';
import { TaskProgress } from './TaskProgress';
import type { TaskModel } from './task-model';

interface IndexSectionProps {
  model: InstanceType<typeof StorageModel>;
  tasks: InstanceType<typeof TaskModel>;
}

/** How the search index stands, and a way to make it anew. */
export function IndexSection({ model, tasks }: IndexSectionProps) {
  const index = model.facts.value?.index;
  const number = new Intl.NumberFormat(uiLanguage());
  return (
    <section class={styles.section} aria-labelledby="storage-index">
      <h2 id="storage-index">{t('storageIndex')}</h2>
      {index && (
        <>
          <p>{tCount('storageIndexed', index.documents)}</p>
          {index.unindexed > 0 && <p>{tCount('storageUnindexed', index.unindexed)}</p>}
          <p class={styles.soft}>{t('storageSegments', number.format(index.segments), number.format(index.pending))}</p>
        </>
      )}
      <p class={styles.soft}>{t('storageReindexHint')}</p>
      <TaskProgress tasks={tasks} names={['reindex']} />
      <p class={styles.buttons}>
        <ActionButton icon={RotateCw} isOff={tasks.isBusy.value || !index} onClick={() => void model.reindex()}>
          {t('storageReindex')}
        </ActionButton>
      </p>
    </section>
  );
}
