import type { IconNode } from 'lucide';
import { Check, CircleAlert, Clock, ExternalLink, LoaderCircle, RotateCw, X } from 'lucide';
import { t } from '../../utils/i18n';
import type { QueueItem, QueueStatus } from '../../utils/model/queue';
import type { RowWords } from '../library/row-words';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import styles from './QueueRow.module.css';
import { readableUrl, stateWords } from './queue-words';

const ICONS: Readonly<Record<QueueStatus, IconNode>> = {
  waiting: Clock,
  working: LoaderCircle,
  saved: Check,
  'already-saved': Check,
  failed: CircleAlert,
};

/** What a row asks of its list. */
export interface QueueRowPorts {
  readonly words: RowWords;
  /** A time of day (ms since 1970). */
  at(time: number): string;
  articleUrl(id: string): string;
  retry(item: QueueItem): void;
  remove(item: QueueItem): void;
}

interface QueueRowProps {
  item: QueueItem;
  ports: QueueRowPorts;
  now: number;
  /** Whether Tab reaches it. */
  isActive: boolean;
}

/** One address of the queue: what it is, where it stands and what can be done about it. Its title leads to the article, or else to the page. */
export function QueueRow({ item, ports, now, isActive }: QueueRowProps) {
  const { status, articleId, url, host, changedAt } = item;
  const name = item.title ?? readableUrl(url);
  const tabIndex = isActive ? 0 : -1;
  const isSaved = articleId !== null && status !== 'failed';
  return (
    <div class={styles.row} data-status={status}>
      <span class={styles.icon}>
        <Icon icon={ICONS[status]} />
      </span>
      <div class={styles.words}>
        <a
          class={styles.title}
          data-title=""
          href={isSaved ? ports.articleUrl(articleId) : url}
          target="_blank"
          rel="noreferrer"
          title={url}
          tabIndex={tabIndex}
          dir="auto"
          aria-label={isSaved ? t('queueRead', name) : t('queueOpenPage', name)}
        >
          {name}
        </a>
        <p class={styles.facts}>
          <bdi>{host}</bdi>
          <span class={styles.state}>{stateWords(item, now, ports.at)}</span>
          {status !== 'waiting' && status !== 'working' && (
            <time dateTime={new Date(changedAt).toISOString()} title={ports.words.exactly(changedAt)}>
              {ports.words.ago(changedAt, now)}
            </time>
          )}
        </p>
      </div>
      <div class={styles.buttons}>
        {status === 'failed' && (
          <Button
            kind="quiet"
            icon={RotateCw}
            label={t('queueRetry', name)}
            tabIndex={tabIndex}
            onClick={() => ports.retry(item)}
          />
        )}
        {(isSaved || status === 'failed') && (
          <a
            class={styles.page}
            href={url}
            target="_blank"
            rel="noreferrer"
            title={t('queueOpenPage', name)}
            aria-label={t('queueOpenPage', name)}
            tabIndex={tabIndex}
          >
            <Icon icon={ExternalLink} />
          </a>
        )}
        <Button
          kind="quiet"
          icon={X}
          label={t('queueRemove', name)}
          tabIndex={tabIndex}
          onClick={() => ports.remove(item)}
        />
      </div>
    </div>
  );
}
