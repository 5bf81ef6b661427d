import { t } from '../../utils/i18n';
import { TextDiff } from '../diff/TextDiff';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import type { Comparison } from './compared';
import styles from './DiffDialog.module.css';

interface DiffDialogProps {
  comparison: Comparison;
  onClose(): void;
  /** Keeps the later of the two texts; offered where it is not kept yet. */
  onKeep?: (() => void) | undefined;
}

/** What differs between two texts of an article, over everything else. */
export function DiffDialog({ comparison: { before, after }, onClose, onKeep }: DiffDialogProps) {
  return (
    <Dialog title={t('checkShow')} wide onClose={onClose}>
      <TextDiff before={before} after={after} takesFocus />
      {onKeep && (
        <div class={styles.actions}>
          <Button kind="primary" onClick={onKeep}>
            {t('checkKeep')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
