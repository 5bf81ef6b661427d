import { useSignal } from '@preact/signals';
import { ShieldQuestionMark } from 'lucide';
import { t, tCount } from '../../utils/i18n';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import styles from './AccessNote.module.css';
import type { UnseenTabs } from './queue-actions';

interface AccessNoteProps {
  /** Tabs that are wanted and cannot be seen without access. */
  unseen: UnseenTabs | null;
  /** Asks the browser, straight from the click; true when access was given. */
  onAllow(): Promise<boolean>;
}

/** Says what cannot be done without access to other sites, why, and asks for it. */
export function AccessNote({ unseen, onAllow }: AccessNoteProps) {
  const dismissed = useSignal(false);
  const allow = async () => {
    dismissed.value = false;
    dismissed.value = !(await onAllow());
  };
  return (
    <section class={styles.note} aria-label={t('queueAccessTitle')}>
      <Icon icon={ShieldQuestionMark} />
      <div class={styles.words}>
        <div role="status">
          {unseen && <p class={styles.unseen}>{tCount('queueTabsUnseen', unseen.count)}</p>}
          {dismissed.value && <p>{t('queueAccessDismissed')}</p>}
        </div>
        <p>{t('queueAccessReason')}</p>
        <p>
          <Button kind={unseen ? 'primary' : 'plain'} onClick={() => void allow()}>
            {t('queueAllow')}
          </Button>
        </p>
      </div>
    </section>
  );
}
