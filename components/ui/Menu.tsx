import type { IconNode } from 'lucide';
import { Check, Ellipsis } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { Button } from './Button';
import { Icon } from './Icon';
import styles from './Menu.module.css';
import { Popover } from './Popover';

/** One thing a menu does. With `checked`, it is one choice of several and shows which is made. */
export interface MenuItem {
  readonly label: string;
  readonly icon?: IconNode;
  /** Said quietly at the end of the line: a count, a key. */
  readonly hint?: string;
  readonly checked?: boolean;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  onSelect(): void;
}

interface MenuProps {
  /** Name of the button and of the menu. */
  label: string;
  /** Items in order; `'separator'` draws a line. */
  items: readonly (MenuItem | 'separator')[];
  icon?: IconNode;
  /** Shown on the button instead of the icon alone. */
  children?: ComponentChildren;
  kind?: 'plain' | 'quiet';
  /** The edge of the button the menu lines up with. */
  align?: 'start' | 'end';
  tabIndex?: number;
  class?: string;
}

/** A button that opens a menu: arrows, Home, End and first letters move in it, Escape and Tab close it. */
export function Menu({
  label,
  items,
  icon,
  children,
  kind = 'quiet',
  align = 'end',
  tabIndex,
  class: extra,
}: MenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  const choose = (item: MenuItem) => {
    setOpen(false);
    // The button has the focus before the item acts, so that the item may move it on.
    button.current?.focus({ preventScroll: true });
    item.onSelect();
  };

  return (
    <>
      <Button
        kind={kind}
        class={extra}
        icon={icon ?? (children === undefined ? Ellipsis : undefined)}
        label={label}
        buttonRef={button}
        tabIndex={tabIndex}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return;
          event.preventDefault();
          event.stopPropagation();
          setOpen(true);
        }}
      >
        {children}
      </Button>
      {open && (
        <Popover
          anchor={button}
          align={align}
          id={id}
          role="menu"
          aria-label={label}
          class={styles.menu}
          onClose={() => setOpen(false)}
          onKeyDown={(event) => moveInMenu(event, () => setOpen(false))}
        >
          {items.map((item, index) =>
            item === 'separator' ? (
              <hr key={`separator-${index}`} class={styles.separator} />
            ) : (
              // biome-ignore lint/a11y/useAriaPropsSupportedByRole: `checked` goes with the radio role alone
              <button
                key={item.label}
                type="button"
                role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
                aria-checked={item.checked}
                aria-disabled={item.disabled}
                tabIndex={-1}
                autofocus={item.checked}
                class={[styles.item, item.danger ? styles.danger : ''].join(' ')}
                onPointerMove={({ currentTarget }) => currentTarget.focus({ preventScroll: true })}
                onClick={() => item.disabled || choose(item)}
              >
                <span class={styles.icon}>
                  {item.checked ? <Icon icon={Check} size={16} /> : item.icon && <Icon icon={item.icon} size={16} />}
                </span>
                <span class={styles.label}>{item.label}</span>
                {item.hint && <span class={styles.hint}>{item.hint}</span>}
              </button>
            ),
          )}
        </Popover>
      )}
    </>
  );
}

function moveInMenu(event: KeyboardEvent, close: () => void) {
  const menu = event.currentTarget as HTMLElement;
  const items = [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const go = (index: number) => items[(index + items.length) % items.length]?.focus();
  if (event.key === 'ArrowDown') go(at + 1);
  else if (event.key === 'ArrowUp') go(at < 0 ? -1 : at - 1);
  else if (event.key === 'Home') go(0);
  else if (event.key === 'End') go(-1);
  else if (event.key === 'Tab') close();
  else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const starts = (item: HTMLElement) =>
      item.textContent?.trim().toLocaleLowerCase().startsWith(event.key.toLocaleLowerCase());
    [...items.slice(at + 1), ...items.slice(0, at + 1)].find(starts)?.focus();
  } else {
    // Escape is the popover's; nothing else may reach shortcuts of the screen behind.
    if (event.key !== 'Escape') event.stopPropagation();
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}
