import type { Signal } from '@preact/signals';
import { t } from '../../utils/i18n';
import { Button } from '../ui/Button';
import styles from './EditList.module.css';

/** What was done in a dialog, and how it is taken back. */
export interface Done {
  readonly words: string;
  readonly undo: (() => Promise<unknown>) | null;
}

/** Says what was done, with a button that takes it back. */
export function Outcome({ done }: { done: Signal<Done | null> }) {
  const undo = done.value?.undo;
  const takeBack = async () => {
    done.value = null;
    await undo?.();
    done.value = { words: t('tagsUndone'), undo: null };
  };
  return (
    <div class={styles.outcome}>
      <p role="status">{done.value?.words}</p>
      {undo && <Button onClick={() => void takeBack()}>{t('editUndo')}</Button>}
    </div>
  );
}
