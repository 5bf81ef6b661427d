import { Inbox, TriangleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { t } from '../../utils/i18n';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { Skeleton } from '../ui/Skeleton';
import { tabId } from '../ui/Tabs';
import styles from './QueueScreen.module.css';
import type { QueueModel } from './queue-model';

interface QueueBodyProps {
  model: InstanceType<typeof QueueModel>;
  /** Id of the element that shows the chosen part of the list. */
  panelId: string;
  /** The list. */
  children: ComponentChildren;
}

/** The list, or what stands in its place while there is none. */
export function QueueBody({ model, panelId, children }: QueueBodyProps) {
  const { items, isUnavailable, listed, shown } = model;
  if (isUnavailable.value) return <Unavailable onRetry={() => void model.readList()} />;
  if (items.value === null) return <Loading />;
  if (items.value.length === 0)
    return (
      <EmptyState icon={Inbox} title={t('queueEmptyTitle')}>
        {t('queueEmptyText')}
      </EmptyState>
    );
  const isEmpty = listed.value.length === 0;
  return (
    <div id={panelId} role="tabpanel" aria-labelledby={tabId(panelId, shown.value)} tabIndex={isEmpty ? 0 : undefined}>
      {isEmpty ? <p class={styles.nothing}>{t('queueNothingHere')}</p> : children}
    </div>
  );
}

function Unavailable({ onRetry }: { onRetry(): void }) {
  return (
    <EmptyState
      icon={TriangleAlert}
      role="alert"
      title={t('queueUnavailable')}
      action={<Button onClick={onRetry}>{t('libraryRetry')}</Button>}
    />
  );
}

function Loading() {
  return (
    <div>
      <p role="status" class="visually-hidden">
        {t('queueLoading')}
      </p>
      <Skeleton height="3rem" />
    </div>
  );
}
