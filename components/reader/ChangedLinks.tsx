import { t, tCount } from '../../utils/i18n';
import type { ReceiptEntry } from '../../utils/model/article';
import { isLeftOut } from '../../utils/model/receipt';
import styles from './Receipt.module.css';

/** The links and players that the article has in another form than its page, each with the address it had there. */
export function ChangedLinks({ receipt }: { receipt: readonly ReceiptEntry[] }) {
  const changed = receipt.filter((entry) => !isLeftOut(entry));
  if (changed.length === 0) return null;
  return (
    <details class={styles.receipt}>
      <summary>{tCount('readerChangedLinks', changed.length)}</summary>
      <ul>
        {changed.map(({ step, text, url }, at) => (
          <li key={at}>
            <div>
              <bdi>{text}</bdi>
              <small>{t(step === 'replace-media' ? 'readerWhyPlayer' : 'readerWhyTracking')}</small>
              <code dir="ltr">{url}</code>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
