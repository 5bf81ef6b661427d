import { ImageMinus, Scissors } from 'lucide';
import { t, tCount } from '../../utils/i18n';
import { bytesText } from '../ui/bytes';
import { ActionButton } from './ActionButton';
import styles from './StorageScreen.module.css';
import type { StorageModel } from './storage-model';
import { TaskProgress } from './TaskProgress';
import type { TaskModel } from './task-model';

interface SmallerSectionProps {
  model: InstanceType<typeof StorageModel>;
  tasks: InstanceType<typeof TaskModel>;
}

/** Ways to make the library smaller without losing an article. */
export function SmallerSection({ model, tasks }: SmallerSectionProps) {
  const survey = model.survey.value;
  const isBusy = tasks.isBusy.value || !model.facts.value;
  return (
    <section class={styles.section} aria-labelledby="storage-smaller">
      <h2 id="storage-smaller">{t('storageSmaller')}</h2>
      <p class={styles.soft}>{t('storageSmallerHint')}</p>
      <h3>{t('storagePictures')}</h3>
      <p>{t('storagePicturesHint')}</p>
      {survey && (
        <p class={styles.soft}>
          {survey.large.count === 0
            ? t('storageLargeNone')
            : tCount('storageLarge', survey.large.count, bytesText(survey.large.bytes))}
        </p>
      )}
      <TaskProgress tasks={tasks} names={['pictures']} />
      <p class={styles.buttons}>
        <ActionButton
          icon={ImageMinus}
          isOff={isBusy || survey?.large.count === 0}
          onClick={() => void model.shrinkPictures()}
        >
          {t('storageShrink')}
        </ActionButton>
      </p>
      <h3>{t('storageOlder')}</h3>
      <p>{t('storageOlderHint')}</p>
      {survey && (
        <p class={styles.soft}>
          {survey.versions === 0
            ? t('storageOlderNone')
            : tCount('storageOlderSome', survey.versions, bytesText(survey.bytes.versions))}
        </p>
      )}
      <TaskProgress tasks={tasks} names={['versions']} />
      <p class={styles.buttons}>
        <ActionButton
          icon={Scissors}
          isOff={isBusy || survey?.versions === 0}
          onClick={() => void model.dropOlderTexts()}
        >
          {t('storageDrop')}
        </ActionButton>
      </p>
    </section>
  );
}
