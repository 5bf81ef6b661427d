import { useSignal } from '@preact/signals';
import { TriangleAlert } from 'lucide';
import { t, tCount } from '../../utils/i18n';
import { isNearlyFull, NEARLY_FULL_BYTES } from '../../utils/model/room';
import type { Survey } from '../../utils/model/storage';
import { Button } from '../ui/Button';
import { bytesText } from '../ui/bytes';
import { Icon } from '../ui/Icon';
import { Skeleton } from '../ui/Skeleton';
import { ActionButton } from './ActionButton';
import styles from './StorageScreen.module.css';
import type { StorageModel } from './storage-model';
import { TaskProgress } from './TaskProgress';
import type { TaskModel } from './task-model';

interface RoomSectionProps {
  model: InstanceType<typeof StorageModel>;
  tasks: InstanceType<typeof TaskModel>;
  persist(): Promise<boolean>;
}

const PARTS = [
  ['texts', 'storagePartTexts'],
  ['pictures', 'storagePartPictures'],
  ['versions', 'storagePartVersions'],
  ['restorePoints', 'storagePartPoints'],
  ['index', 'storagePartIndex'],
] as const satisfies readonly (readonly [keyof Survey['bytes'], string])[];

/** What takes up how much, how much room is left, and whether the browser keeps it. */
export function RoomSection({ model, tasks, persist }: RoomSectionProps) {
  const facts = model.facts.value;
  const room = model.room.value;
  const survey = model.survey.value;
  return (
    <section class={styles.section} aria-labelledby="storage-room">
      <h2 id="storage-room">{t('storageRoom')}</h2>
      {facts && room ? (
        <>
          <p>{tCount('storageTotal', facts.articles, bytesText(room.usedBytes))}</p>
          {room.leftBytes !== null && <p class={styles.soft}>{t('storageLeft', bytesText(room.leftBytes))}</p>}
          {isNearlyFull(room) && (
            <p role="alert" class={styles.warning}>
              <Icon icon={TriangleAlert} />
              {t('storageNearlyFull', bytesText(NEARLY_FULL_BYTES))}
            </p>
          )}
          <Persistence isPersistent={room.isPersistent} persist={persist} refresh={model.refresh} />
        </>
      ) : (
        <Skeleton width="60%" />
      )}
      {survey && <Parts survey={survey} />}
      {!survey && !tasks.task.value && facts && <p class={styles.soft}>{t('storagePartsUnknown')}</p>}
      <TaskProgress tasks={tasks} names={['survey']} />
      <p class={styles.buttons}>
        <ActionButton isOff={tasks.task.value !== null || !facts} onClick={() => void model.look()}>
          {t(survey ? 'storageLookAgain' : 'storageLook')}
        </ActionButton>
      </p>
    </section>
  );
}

function Parts({ survey: { bytes, versions, isWhole } }: { survey: Survey }) {
  const total = Math.max(1, ...PARTS.map(([part]) => bytes[part]));
  return (
    <>
      <dl class={styles.parts}>
        {PARTS.map(([part, label]) => (
          <div key={part} class={styles.part}>
            <dt>
              {t(label)}
              {part === 'versions' && versions > 0 && (
                <span class={styles.soft}> · {tCount('storageVersions', versions)}</span>
              )}
            </dt>
            <dd>{bytesText(Math.round(bytes[part]))}</dd>
            <span class={styles.share} aria-hidden="true">
              <span style={{ inlineSize: `${(bytes[part] / total) * 100}%` }} />
            </span>
          </div>
        ))}
      </dl>
      <p class={styles.soft}>{t(isWhole ? 'storagePartsHint' : 'storagePartsStopped')}</p>
    </>
  );
}

interface PersistenceProps {
  isPersistent: boolean;
  persist(): Promise<boolean>;
  refresh(): Promise<void>;
}

function Persistence({ isPersistent, persist, refresh }: PersistenceProps) {
  const refused = useSignal(false);
  const ask = async () => {
    refused.value = !(await persist());
    await refresh();
  };
  return (
    <>
      <p role="status" class={styles.soft}>
        {t(isPersistent ? 'settingsPersistent' : 'settingsNotPersistent')}{' '}
        {refused.value && !isPersistent && t('settingsPersistRefused')}
      </p>
      {!isPersistent && (
        <p class={styles.buttons}>
          <Button onClick={() => void ask()}>{t('settingsPersist')}</Button>
        </p>
      )}
    </>
  );
}
