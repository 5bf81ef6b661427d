import { Check, TriangleAlert, Wrench } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { reportError } from '../../utils/errors';
import { t, tCount } from '../../utils/i18n';
import type { ListItem } from '../../utils/model/saved-article';
import type { Problem, ProblemKind } from '../../utils/model/storage';
import { Icon } from '../ui/Icon';
import { ActionButton } from './ActionButton';
import { MissingPictures } from './MissingPictures';
import styles from './StorageScreen.module.css';
import type { StorageModel } from './storage-model';
import type { StoragePorts } from './storage-ports';
import { TaskProgress } from './TaskProgress';
import type { TaskModel } from './task-model';

/** Articles without a text named at most. */
const MOST_NAMED = 50;

const KINDS = [
  ['no-text', 'storageProblemText'],
  ['unreadable', 'storageProblemUnreadable'],
  ['no-picture', 'storageProblemPicture'],
  ['incomplete', 'storageProblemIncomplete'],
  ['left-over', 'storageProblemLeftOver'],
] as const satisfies readonly (readonly [ProblemKind, string])[];

interface HealthSectionProps {
  model: InstanceType<typeof StorageModel>;
  tasks: InstanceType<typeof TaskModel>;
  ports: StoragePorts;
}

/** Whether every record is sound, what is wrong otherwise, and which pictures are missing. */
export function HealthSection({ model, tasks, ports }: HealthSectionProps) {
  const survey = model.survey.value;
  const isBusy = tasks.isBusy.value;
  const mendable = survey?.problems.filter(isMendable).length ?? 0;
  return (
    <section class={styles.section} aria-labelledby="storage-health">
      <h2 id="storage-health">{t('storageHealth')}</h2>
      <div role="status">
        {!survey && <p class={styles.soft}>{t('storageNotLooked')}</p>}
        {survey && survey.problems.length === 0 && (
          <p class={styles.good}>
            <Icon icon={Check} />
            {t(survey.isWhole ? 'storageSound' : 'storageSoundSoFar')}
          </p>
        )}
      </div>
      {survey && survey.problems.length > 0 && (
        <Problems problems={survey.problems} library={ports.library} openArticle={ports.openArticle} />
      )}
      {survey && model.isOld.value && <p class={styles.soft}>{t('storageChangedSince')}</p>}
      <TaskProgress tasks={tasks} names={['repair']} />
      {mendable > 0 && (
        <p class={styles.buttons}>
          <ActionButton kind="primary" icon={Wrench} isOff={isBusy} onClick={() => void model.repair()}>
            {t('storageRepair')}
          </ActionButton>
        </p>
      )}
      <MissingPictures model={model} tasks={tasks} openAccess={ports.openAccess} />
    </section>
  );
}

function isMendable({ kind, store }: Problem): boolean {
  return kind !== 'no-text' && !(kind === 'unreadable' && store === 'articles');
}

function Problems({
  problems,
  library,
  openArticle,
}: { problems: readonly Problem[] } & Pick<StoragePorts, 'library' | 'openArticle'>) {
  return (
    <ul class={styles.problems}>
      {KINDS.map(([kind, label]) => {
        const count = problems.filter((problem) => problem.kind === kind).length;
        return (
          count > 0 && (
            <li key={kind}>
              <Icon icon={TriangleAlert} size={16} />
              <span>{tCount(label, count)}</span>
            </li>
          )
        );
      })}
      <WithoutText problems={problems} library={library} openArticle={openArticle} />
    </ul>
  );
}

/** The articles whose text is gone, to be opened and saved again. */
function WithoutText({
  problems,
  library,
  openArticle,
}: { problems: readonly Problem[] } & Pick<StoragePorts, 'library' | 'openArticle'>) {
  const [items, setItems] = useState<readonly ListItem[]>([]);
  const ids = problems.flatMap(({ kind, articleId }) => (kind === 'no-text' && articleId ? [articleId] : []));
  const named = ids.slice(0, MOST_NAMED);
  useEffect(() => {
    library.items(named).then(setItems, (error) => reportError('storage', error));
  }, [named.join()]);
  if (items.length === 0) return null;
  return (
    <li class={styles.named}>
      <ul>
        {items.map(({ article }) => (
          <li key={article.id} dir={article.dir}>
            <button type="button" class={styles.link} onClick={() => openArticle(article.id)}>
              {article.title || article.url}
            </button>
          </li>
        ))}
      </ul>
    </li>
  );
}
