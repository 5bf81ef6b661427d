import { useModel, useSignal } from '@preact/signals';
import { CloudOff } from 'lucide';
import { useEffect } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { SavedRestorePoint } from '../../utils/model/restore-point';
import { Mark } from '../popup/Mark';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { Toasts } from '../ui/Toasts';
import { ToastsModel } from '../ui/toasts-model';
import { HealthSection } from './HealthSection';
import { IndexSection } from './IndexSection';
import { PutBackDialog } from './PutBackDialog';
import { RestorePointsSection } from './RestorePointsSection';
import { RoomSection } from './RoomSection';
import { SmallerSection } from './SmallerSection';
import styles from './StorageScreen.module.css';
import { StorageModel } from './storage-model';
import type { StoragePorts } from './storage-ports';
import { TaskModel } from './task-model';

/** The storage page: what takes up room, whether everything is sound, how to make room, and the ways back. */
export function StorageScreen({ ports }: { ports: StoragePorts }) {
  const toasts = useModel(ToastsModel);
  const tasks = useModel(() => new TaskModel(toasts));
  const model = useModel(() => new StorageModel(ports, tasks, toasts));
  const planned = useSignal<SavedRestorePoint | null>(null);

  useEffect(() => {
    void model.start();
  }, [model]);

  if (model.unavailable.value && !model.facts.value) {
    return (
      <main class={styles.page}>
        <EmptyState
          role="alert"
          icon={CloudOff}
          title={t('libraryUnavailable')}
          action={<Button onClick={() => void model.refresh()}>{t('libraryRetry')}</Button>}
        >
          {t('libraryUnavailableHint')}
        </EmptyState>
      </main>
    );
  }
  return (
    <main class={styles.page}>
      <header class={styles.head}>
        <Mark size={32} />
        <h1>{t('storageTitle')}</h1>
        <Button kind="quiet" onClick={ports.openLibrary}>
          {t('storageOpenLibrary')}
        </Button>
      </header>
      <RoomSection model={model} tasks={tasks} persist={ports.persist} />
      <RestorePointsSection
        model={model}
        tasks={tasks}
        uiLanguage={ports.uiLanguage}
        onPutBack={(point) => {
          planned.value = point;
        }}
      />
      <HealthSection model={model} tasks={tasks} ports={ports} />
      <SmallerSection model={model} tasks={tasks} />
      <IndexSection model={model} tasks={tasks} />
      {planned.value && (
        <PutBackDialog
          point={planned.value}
          library={ports.library}
          onPutBack={(id) => void model.putBack(id)}
          onClose={() => {
            planned.value = null;
          }}
        />
      )}
      <div class={styles.toasts}>
        <Toasts model={toasts} />
      </div>
    </main>
  );
}
