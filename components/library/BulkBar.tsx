import { t } from '../../utils/i18n';
import { Button } from '../ui/Button';
import styles from './BulkBar.module.css';
import type { BulkProgress } from './bulk-runner';

/** How far a change of many articles is, with a way to stop it; not there while there is none. */
export function BulkBar({ progress }: { progress: BulkProgress | null }) {
  if (!progress) return null;
  const { done, total, stop } = progress;
  return (
    <section class={styles.bar} aria-label={t('libraryBusyLabel')}>
      <progress class={styles.progress} value={done} max={total} aria-label={t('libraryBusyLabel')} />
      <span class={styles.count}>{t('libraryBusy', done.toLocaleString(), total.toLocaleString())}</span>
      <Button kind="quiet" onClick={stop}>
        {t('libraryStop')}
      </Button>
    </section>
  );
}
