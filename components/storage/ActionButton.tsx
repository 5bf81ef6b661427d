import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Button } from '../ui/Button';
import styles from './StorageScreen.module.css';

interface ActionButtonProps {
  kind?: 'primary' | 'plain' | 'quiet';
  icon?: IconNode;
  label?: string;
  /** There is nothing to do now, or other work is under way. The button keeps the focus that it has, which a disabled one would lose. */
  isOff: boolean;
  onClick(): void;
  children?: ComponentChildren;
}

/** A button that begins work. */
export function ActionButton({ isOff, onClick, ...rest }: ActionButtonProps) {
  return (
    <Button
      {...rest}
      class={isOff ? styles.off : undefined}
      aria-disabled={isOff || undefined}
      onClick={() => !isOff && onClick()}
    />
  );
}
