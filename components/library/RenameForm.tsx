import { t } from '../../utils/i18n';
import { Button } from '../ui/Button';
import styles from './EditList.module.css';

/** Puts the keyboard into a box when it appears, with all of it to be typed over. */
export function beginHere(input: HTMLInputElement | null) {
  if (!input || input.dataset.begun) return;
  input.dataset.begun = 'true';
  input.focus();
  input.select();
}

interface RenameFormProps {
  name: string;
  onRename(name: string): void;
  onCancel(): void;
}

/** A name being changed in its place: Enter keeps it, Escape does not. */
export function RenameForm({ name, onRename, onCancel }: RenameFormProps) {
  return (
    <form
      class={styles.rename}
      onSubmit={(event) => {
        event.preventDefault();
        const next = String(new FormData(event.currentTarget).get('name') ?? '').trim();
        if (next === '' || next === name) onCancel();
        else onRename(next);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        onCancel();
      }}
    >
      <input
        name="name"
        type="text"
        aria-label={t('editNewName', name)}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        maxLength={100}
        defaultValue={name}
        ref={beginHere}
      />
      <Button type="submit">{t('editDone')}</Button>
    </form>
  );
}
