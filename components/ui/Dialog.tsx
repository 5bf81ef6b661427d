import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { Button } from './Button';
import styles from './Dialog.module.css';

interface DialogProps {
  title: string;
  /** As wide as two texts beside each other want. */
  wide?: boolean;
  /** Asked to go: Escape, the close button, or a press beside it. The owner stops drawing it. */
  onClose(): void;
  children: ComponentChildren;
}

/** A modal dialog for as long as it is drawn; the focus goes back to where it was. */
export function Dialog({ title, wide = false, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);

  useLayoutEffect(() => {
    const before = document.activeElement;
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      // While it is open nothing beside it can have the focus.
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      class={wide ? `${styles.dialog} ${styles.wide}` : styles.dialog}
      aria-label={title}
      onKeyDown={(event) => event.stopPropagation()}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={({ target, currentTarget }) => target === currentTarget && onClose()}
    >
      <div class={styles.content}>
        <header class={styles.header}>
          <h2 class={styles.title}>{title}</h2>
          <Button kind="quiet" icon={X} label={t('uiClose')} onClick={onClose} />
        </header>
        {children}
      </div>
    </dialog>
  );
}
