import { History } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { reportError } from '../../utils/errors';
import { t, tCount } from '../../utils/i18n';
import type { PutBackExample, PutBackPlan, SavedRestorePoint } from '../../utils/model/restore-point';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { pointName } from './point-words';
import styles from './StorageScreen.module.css';
import type { StoragePorts } from './storage-ports';

interface PutBackDialogProps {
  point: SavedRestorePoint;
  library: Pick<StoragePorts['library'], 'planPutBack'>;
  onPutBack(id: string): void;
  onClose(): void;
}

type Planned = PutBackPlan | 'reading' | 'failed';

/** What putting a restore point back would change, before it is done. */
export function PutBackDialog({ point, library, onPutBack, onClose }: PutBackDialogProps) {
  const [plan, setPlan] = useState<Planned>('reading');
  const [read, setRead] = useState(0);

  useEffect(() => {
    const lifetime = new AbortController();
    const onProgress = (done: number) => setRead(done);
    library.planPutBack(point.id, { onProgress, signal: lifetime.signal }).then(
      (made) => !lifetime.signal.aborted && setPlan(made ?? 'failed'),
      (error) => {
        reportError('planning to put back', error);
        setPlan('failed');
      },
    );
    return () => lifetime.abort();
  }, [library, point.id]);

  const isNothing = typeof plan === 'object' && countOf(plan) === 0;
  return (
    <Dialog title={t('storagePutBackTitle')} onClose={onClose}>
      <div class={styles.plan}>
        <p>
          <bdi>{pointName(point)}</bdi>
        </p>
        <div role="status">
          {plan === 'reading' && (
            <>
              <p class={styles.soft}>{t('storagePlanning')}</p>
              <progress
                class={styles.progress}
                aria-label={t('storagePlanning')}
                value={read}
                max={Math.max(1, point.articles + point.others)}
              />
            </>
          )}
          {plan === 'failed' && <p>{t('storagePointGone')}</p>}
          {isNothing && <p>{t('storagePutBackNothing')}</p>}
          {typeof plan === 'object' && !isNothing && <Counts plan={plan} />}
        </div>
        {typeof plan === 'object' && plan.examples.length > 0 && <Examples plan={plan} />}
        {typeof plan === 'object' && !isNothing && <p class={styles.soft}>{t('storagePutBackUndoable')}</p>}
        <p class={styles.buttons}>
          {typeof plan === 'object' && !isNothing && (
            <Button
              kind="primary"
              icon={History}
              onClick={() => {
                onClose();
                onPutBack(point.id);
              }}
            >
              {t('storagePutBackNow')}
            </Button>
          )}
          <Button onClick={onClose}>{t(isNothing || plan === 'failed' ? 'uiClose' : 'storageCancel')}</Button>
        </p>
      </div>
    </Dialog>
  );
}

function countOf({ returning, leaving, changing, others }: PutBackPlan): number {
  return returning + leaving + changing + others;
}

const COUNTS = [
  ['returning', 'storagePlanReturn'],
  ['leaving', 'storagePlanLeave'],
  ['changing', 'storagePlanChange'],
  ['others', 'storagePlanOthers'],
  ['gone', 'storagePutBackGone'],
] as const;

function Counts({ plan }: { plan: PutBackPlan }) {
  return (
    <ul class={styles.counts}>
      {COUNTS.filter(([key]) => plan[key] > 0).map(([key, words]) => (
        <li key={key}>{tCount(words, plan[key])}</li>
      ))}
    </ul>
  );
}

const CHANGES = {
  returns: 'storageExampleReturns',
  leaves: 'storageExampleLeaves',
  changes: 'storageExampleChanges',
} as const satisfies Record<PutBackExample['change'], string>;

function Examples({ plan }: { plan: PutBackPlan }) {
  const more = plan.returning + plan.leaving + plan.changing - plan.examples.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <ul class={styles.examples} tabIndex={0} aria-label={t('storageExamples')}>
      {plan.examples.map(({ id, title, change }) => (
        <li key={`${id} ${change}`}>
          <bdi>{title || id}</bdi> <span class={styles.soft}>{t(CHANGES[change])}</span>
        </li>
      ))}
      {more > 0 && <li class={styles.soft}>{tCount('storageMore', more)}</li>}
    </ul>
  );
}
