import { t } from '../../utils/i18n';
import { Dialog } from '../ui/Dialog';
import styles from './KeysDialog.module.css';
import { KEY_HELP } from './library-keys';

/** The keys of the list. */
export function KeysDialog({ onClose }: { onClose(): void }) {
  return (
    <Dialog title={t('libraryKeys')} onClose={onClose}>
      <dl class={styles.keys}>
        {KEY_HELP.map(([keys, does]) => (
          <div key={does} class={styles.line}>
            <dt>{t(does)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key} class={styles.key}>
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
