import { ImageOff } from 'lucide';
import { t, tCount } from '../../utils/i18n';
import type { PictureFailure } from '../../utils/model/picture';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { ActionButton } from './ActionButton';
import styles from './StorageScreen.module.css';
import type { StorageModel } from './storage-model';
import type { StoragePorts } from './storage-ports';
import { TaskProgress } from './TaskProgress';
import type { TaskModel } from './task-model';

const FAILURES = {
  'needs-permission': 'storageMissingAccess',
  refused: 'storageMissingRefused',
  unreachable: 'storageMissingUnreachable',
  'not-a-picture': 'storageMissingOther',
  'too-large': 'storageMissingLarge',
} as const satisfies Record<PictureFailure, string>;

interface MissingPicturesProps extends Pick<StoragePorts, 'openAccess'> {
  model: InstanceType<typeof StorageModel>;
  tasks: InstanceType<typeof TaskModel>;
}

/** How many pictures could not be had, by why, and ways to have them after all. */
export function MissingPictures({ model, tasks, openAccess }: MissingPicturesProps) {
  const missing = Object.entries(model.facts.value?.missing ?? {}) as [PictureFailure, number][];
  const total = missing.reduce((sum, [, count]) => sum + count, 0);
  return (
    <>
      <h3>{t('storageMissing')}</h3>
      {total === 0 && model.facts.value && <p class={styles.soft}>{t('storageMissingNone')}</p>}
      {total > 0 && (
        <ul class={styles.problems}>
          {missing.map(([failure, count]) => (
            <li key={failure}>
              <Icon icon={ImageOff} size={16} />
              <span>{tCount(FAILURES[failure], count)}</span>
            </li>
          ))}
        </ul>
      )}
      <TaskProgress tasks={tasks} names={['missing']} />
      {total > 0 && (
        <p class={styles.buttons}>
          <ActionButton isOff={tasks.isBusy.value} onClick={() => void model.retryMissing()}>
            {t('storageRetry')}
          </ActionButton>
          {missing.some(([failure]) => failure === 'needs-permission') && (
            <Button kind="quiet" onClick={openAccess}>
              {t('storageAllow')}
            </Button>
          )}
        </p>
      )}
    </>
  );
}
