import type { IconNode } from 'lucide';
import type { ComponentChildren, JSX, Ref } from 'preact';
import styles from './Button.module.css';
import { Icon } from './Icon';

interface ButtonProps extends Omit<JSX.IntrinsicElements['button'], 'icon' | 'label' | 'size' | 'ref'> {
  /** `primary` is the one thing a screen is for; `quiet` has no border until hovered; `danger` removes. */
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: IconNode;
  /** The name for screen readers and the tooltip of a button that shows only an icon. */
  label?: string;
  children?: ComponentChildren;
  buttonRef?: Ref<HTMLButtonElement>;
}

/** A button. One without `children` shows its icon and must have a `label`. */
export function Button({ kind = 'plain', icon, label, children, buttonRef, class: extra, ...rest }: ButtonProps) {
  const classes = [styles.button, styles[kind], children === undefined ? styles.iconOnly : '', extra ?? ''];
  return (
    <button type="button" ref={buttonRef} {...rest} class={classes.join(' ')} aria-label={label} title={label}>
      {icon && <Icon icon={icon} />}
      {children !== undefined && <span>{children}</span>}
    </button>
  );
}
