import { t, tCount } from '../../utils/i18n';
import type { PictureCount } from '../../utils/model/saved-article';
import { Button } from '../ui/Button';
import styles from './PicturesNote.module.css';

interface PicturesNoteProps {
  counts: PictureCount;
  needsPermission: boolean;
  onRetry(): void;
  onAllow?(): void;
}

/** How many pictures are kept while some are not: progress, then what can be done about those that are missing. */
export function PicturesNote({ counts, needsPermission, onRetry, onAllow }: PicturesNoteProps) {
  const { total, kept, pending } = counts;
  const missing = total - kept - pending;
  return (
    // The live region stays, so that its change is heard.
    <div class={styles.note} role="status">
      {pending > 0 && <span>{t('readerPicturesPending', kept, total)}</span>}
      {pending === 0 && missing > 0 && (
        <>
          <span>{tCount('readerPicturesKept', total, kept)}</span>
          <Button onClick={onRetry}>{t('readerPicturesRetry')}</Button>
          {needsPermission && onAllow && <Button onClick={onAllow}>{t('readerPicturesAllow')}</Button>}
        </>
      )}
    </div>
  );
}
