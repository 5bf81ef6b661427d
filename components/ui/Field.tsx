import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import styles from './Field.module.css';

/** What a field's control must carry so that its label, hint and error belong to it. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

interface FieldProps {
  label: string;
  hint?: string;
  /** Read out when it appears. */
  error?: string | null;
  /** The label is heard but not seen: for a box whose placeholder or icon says what it is. */
  hideLabel?: boolean;
  /** Draws the control: `(control) => <input {...control} class={…} />`. */
  children(control: FieldControl): ComponentChildren;
}

/** A labelled form control with its hint and error. */
export function Field({ label, hint, error, hideLabel, children }: FieldProps) {
  const id = useId();
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div class={styles.field}>
      <label for={id} class={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} class={styles.hint}>
          {hint}
        </p>
      )}
      <p id={`${id}-error`} class={styles.error} role="alert" hidden={!error}>
        {error}
      </p>
    </div>
  );
}
