import { Pause, Play } from 'lucide';
import { t, tCount } from '../../utils/i18n';
import type { RowWords } from '../library/row-words';
import { Button } from '../ui/Button';
import { Menu } from '../ui/Menu';
import styles from './QueueSummary.module.css';
import type { QueueActions } from './queue-actions';
import { partOf, type QueueModel } from './queue-model';

interface QueueSummaryProps {
  model: InstanceType<typeof QueueModel>;
  actions: InstanceType<typeof QueueActions>;
  words: RowWords;
  isOnline: boolean;
}

/** How far the queue is, and what can be done to all of it. */
export function QueueSummary({ model, actions, words, isOnline }: QueueSummaryProps) {
  const { all, open, failed } = model.counts.value;
  const isPaused = model.isPaused.value;
  const itemsOf = (part: string) => (model.items.peek() ?? []).filter((item) => partOf(item) === part);
  return (
    <div class={styles.summary}>
      <div class={styles.line}>
        <p class={styles.words}>
          <strong>{t('queueDone', words.number(all - open), words.number(all))}</strong>
          {failed > 0 && <span class={styles.failed}>{tCount('queueFailedCount', failed)}</span>}
          {isPaused && open > 0 && <span class={styles.soft}>{t('queuePaused')}</span>}
        </p>
        {(open > 0 || isPaused) && (
          <Button icon={isPaused ? Play : Pause} onClick={() => void actions.setPaused(!isPaused)}>
            {t(isPaused ? 'queueResume' : 'queuePause')}
          </Button>
        )}
        <Menu
          label={t('queueMore')}
          items={[
            {
              label: t('queueRetryAll'),
              disabled: failed === 0,
              onSelect: () => void actions.retry(itemsOf('failed')),
            },
            {
              label: t('queueClearFinished'),
              disabled: all - open - failed === 0,
              onSelect: () => void actions.clear(itemsOf('done')),
            },
            'separator',
            {
              label: t('queueRemoveAll'),
              disabled: all === 0,
              onSelect: () => void actions.remove(model.items.peek() ?? []),
            },
          ]}
        />
      </div>
      <progress class={styles.bar} aria-label={t('queueProgress')} value={all - open} max={Math.max(1, all)} />
      <p class={styles.soft} role="status">
        {!isOnline && open > 0 && t('queueOffline')}
      </p>
      {isOnline && open > 0 && !isPaused && <p class={styles.soft}>{t('queueLeaveNote')}</p>}
    </div>
  );
}
