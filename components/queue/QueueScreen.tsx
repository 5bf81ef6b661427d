import { useModel } from '@preact/signals';
import { LibraryBig } from 'lucide';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { rowWords } from '../library/row-words';
import { Mark } from '../popup/Mark';
import { Button } from '../ui/Button';
import { Tabs } from '../ui/Tabs';
import { Toasts } from '../ui/Toasts';
import { ToastsModel } from '../ui/toasts-model';
import { AccessNote } from './AccessNote';
import { AddPages } from './AddPages';
import { QueueBody } from './QueueBody';
import { QueueList } from './QueueList';
import type { QueueRowPorts } from './QueueRow';
import styles from './QueueScreen.module.css';
import { QueueSummary } from './QueueSummary';
import { QueueActions } from './queue-actions';
import { QueueModel, type Shown } from './queue-model';
import type { QueuePorts } from './queue-ports';
import { useAnnouncements } from './use-announcements';

const PARTS = [
  { value: 'all', label: 'queueShowAll' },
  { value: 'open', label: 'queueShowOpen' },
  { value: 'failed', label: 'queueShowFailed' },
  { value: 'done', label: 'queueShowDone' },
] as const satisfies readonly { value: Shown; label: string }[];

/** How often "5 minutes ago" is looked at again, in ms. */
const MINUTE = 60_000;

/** The page where many pages are saved: what to add, how far it is, and each page with how it went. */
export function QueueScreen({ ports }: { ports: QueuePorts }) {
  const model = useModel(() => new QueueModel(ports.queue));
  const toasts = useModel(ToastsModel);
  const actions = useModel(() => new QueueActions(ports, toasts));
  const scroller = useRef<HTMLDivElement>(null);
  const panelId = useId();
  const now = useNow();
  const words = rowWords(ports.uiLanguage);
  const { counts, items, listed, shown } = model;
  const isEmpty = items.value !== null && counts.value.all === 0;

  useEffect(() => {
    void model.start();
    if (ports.hasNoLinks) toasts.show({ message: t('queueNoLinks') });
    if (ports.askedTabs) void actions.findUnseen(ports.askedTabs);
  }, [model, actions, toasts, ports]);
  useAnnouncements(counts.value, words, toasts.announce);

  const rowPorts = useMemo<QueueRowPorts>(() => {
    const time = new Intl.DateTimeFormat(ports.uiLanguage, { timeStyle: 'short' });
    return {
      words,
      at: (moment) => time.format(moment),
      articleUrl: ports.articleUrl,
      retry: (item) => void actions.retry([item]),
      remove: (item) => void actions.remove([item]),
    };
  }, [ports, actions, words]);

  const allow = async () => {
    if (!(await ports.requestAccess())) return false;
    const wanted = actions.unseen.peek();
    if (wanted) await actions.addTabs(wanted.scope, []);
    return true;
  };

  return (
    <div class={styles.screen}>
      <div class={styles.scroller} ref={scroller}>
        <main class={styles.page}>
          <header class={styles.head}>
            <Mark size={28} />
            <h1>{t('queueTitle')}</h1>
            <Button kind="quiet" icon={LibraryBig} label={t('queueOpenLibrary')} onClick={() => ports.openLibrary()} />
          </header>
          <AddPages ports={ports} actions={actions} />
          {!ports.access.value && <AccessNote unseen={actions.unseen.value} onAllow={allow} />}
          {!isEmpty && items.value && (
            <div class={styles.sticky}>
              <QueueSummary model={model} actions={actions} words={words} isOnline={ports.isOnline.value} />
              <Tabs
                label={t('queueShown')}
                panelId={panelId}
                value={shown.value}
                onChange={(next) => {
                  shown.value = next;
                }}
                tabs={PARTS.map(({ value, label }) => ({
                  value,
                  label: t(label),
                  count: words.number(counts.value[value]),
                }))}
              />
            </div>
          )}
          <QueueBody model={model} panelId={panelId}>
            <QueueList items={listed.value} ports={rowPorts} now={now} scroller={scroller} />
          </QueueBody>
        </main>
      </div>
      <Toasts model={toasts} />
    </div>
  );
}

/** The present, ms since 1970, to the minute. */
function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}
