import { History, Trash } from 'lucide';
import { t } from '../../utils/i18n';
import type { SavedRestorePoint } from '../../utils/model/restore-point';
import { rowWords } from '../library/row-words';
import { Skeleton } from '../ui/Skeleton';
import { ActionButton } from './ActionButton';
import { pointName, pointSize } from './point-words';
import styles from './StorageScreen.module.css';
import type { StorageModel } from './storage-model';
import { TaskProgress } from './TaskProgress';
import type { TaskModel } from './task-model';

interface RestorePointsSectionProps {
  model: InstanceType<typeof StorageModel>;
  tasks: InstanceType<typeof TaskModel>;
  uiLanguage: string;
  onPutBack(point: SavedRestorePoint): void;
}

/** The ways back: what was kept before large changes, newest first. */
export function RestorePointsSection({ model, tasks, uiLanguage, onPutBack }: RestorePointsSectionProps) {
  const points = model.points.value;
  return (
    <section class={styles.section} aria-labelledby="storage-points">
      <h2 id="storage-points">{t('storagePoints')}</h2>
      <p class={styles.soft}>{t('storagePointsHint')}</p>
      <TaskProgress tasks={tasks} names={['put-back']} />
      {points === null && <Skeleton width="70%" />}
      {points?.length === 0 && <p>{t('storagePointsNone')}</p>}
      {points && points.length > 0 && (
        <ul class={styles.points}>
          {points.map((point) => (
            <Point
              key={point.id}
              point={point}
              when={rowWords(uiLanguage).exactly(point.madeAt)}
              isBusy={tasks.isBusy.value}
              onPutBack={() => onPutBack(point)}
              onDrop={() => void model.dropPoint(point)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface PointProps {
  point: SavedRestorePoint;
  when: string;
  isBusy: boolean;
  onPutBack(): void;
  onDrop(): void;
}

function Point({ point, when, isBusy, onPutBack, onDrop }: PointProps) {
  const name = pointName(point);
  return (
    <li class={styles.point}>
      <div class={styles.pointWords}>
        <p class={styles.pointName}>
          <bdi>{name}</bdi>
        </p>
        <p class={styles.soft}>
          <time dateTime={new Date(point.madeAt).toISOString()}>{when}</time> · {pointSize(point)}
        </p>
        {!point.isReadable && <p class={styles.soft}>{t('storagePointOld')}</p>}
      </div>
      <div class={styles.pointActions}>
        {point.isReadable && (
          <ActionButton icon={History} isOff={isBusy} label={t('storagePutBackNamed', name, when)} onClick={onPutBack}>
            {t('storagePutBack')}
          </ActionButton>
        )}
        <ActionButton
          kind="quiet"
          icon={Trash}
          isOff={isBusy}
          label={t('storagePointDropNamed', name, when)}
          onClick={onDrop}
        />
      </div>
    </li>
  );
}
