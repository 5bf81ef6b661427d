import { X } from 'lucide';
import { useRef } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { Button } from './Button';
import styles from './Toasts.module.css';
import type { ToastsModel } from './toasts-model';

/**
 * Where a screen's toasts appear: draw it once, last, in a box with `position: relative`. Their words are announced politely; pointing at
 * them or moving the focus in stops their clocks; Escape dismisses the one in focus; the focus then returns to where it was.
 */
export function Toasts({ model }: { model: InstanceType<typeof ToastsModel> }) {
  const cameFrom = useRef<HTMLElement | null>(null);
  const region = useRef<HTMLElement>(null);

  const leave = () => {
    if (region.current?.contains(document.activeElement) && cameFrom.current?.isConnected) cameFrom.current.focus();
    model.resume();
  };

  return (
    <>
      <p role="status" class="visually-hidden">
        {model.announcement.value}
      </p>
      <section
        ref={region}
        class={styles.region}
        aria-label={t('toastRegion')}
        hidden={model.shown.value.length === 0}
        onPointerEnter={model.pause}
        onPointerLeave={model.resume}
        onFocusIn={({ currentTarget, relatedTarget }) => {
          if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget))
            cameFrom.current = relatedTarget;
          model.pause();
        }}
        onFocusOut={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget as Node | null)) model.resume();
        }}
      >
        {model.shown.value.map(({ id, message, kind, action }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: Escape is a shorter way to its Dismiss button
          <div
            key={id}
            class={[styles.toast, kind === 'error' ? styles.error : ''].join(' ')}
            onKeyDown={(event) => {
              event.stopPropagation();
              if (event.key !== 'Escape') return;
              leave();
              model.dismiss(id);
            }}
          >
            <p class={styles.message}>{message}</p>
            {action && (
              <button
                type="button"
                class={styles.action}
                onClick={() => {
                  leave();
                  void model.act(id);
                }}
              >
                {action.label}
              </button>
            )}
            <Button
              kind="quiet"
              class={styles.dismiss}
              icon={X}
              label={t('toastDismiss')}
              onClick={() => {
                leave();
                model.dismiss(id);
              }}
            />
          </div>
        ))}
      </section>
    </>
  );
}
