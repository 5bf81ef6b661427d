import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import styles from './EmptyState.module.css';
import { Icon } from './Icon';

interface EmptyStateProps {
  icon?: IconNode;
  title: string;
  /** What will appear here or what to do about it. */
  children?: ComponentChildren;
  /** Buttons. */
  action?: ComponentChildren;
  /** `alert` for errors: it is read out at once. */
  role?: 'status' | 'alert';
}

/** What stands where there is nothing to list: calm, centred, and says what to do next. */
export function EmptyState({ icon, title, children, action, role }: EmptyStateProps) {
  return (
    <div class={styles.empty} role={role}>
      {icon && (
        <span class={styles.icon}>
          <Icon icon={icon} size={28} />
        </span>
      )}
      <p class={styles.title}>{title}</p>
      {children && <div class={styles.text}>{children}</div>}
      {action && <div class={styles.action}>{action}</div>}
    </div>
  );
}
