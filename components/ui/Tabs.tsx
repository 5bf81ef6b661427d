import type { IconNode } from 'lucide';
import { Icon } from './Icon';
import styles from './Tabs.module.css';

/** One tab. */
export interface Tab<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly icon?: IconNode;
  /** Shown after the label where there is room. */
  readonly count?: string;
  /** Shows its icon instead of its label where there is little room, or (`last`) only where there is hardly any. */
  readonly shrinks?: boolean | 'last';
}

interface TabsProps<T extends string> {
  label: string;
  tabs: readonly Tab<T>[];
  value: T;
  /** Id of the element with `role="tabpanel"` that shows the chosen tab. */
  panelId: string;
  onChange(value: T): void;
}

/** The id of a tab, by which its panel is labelled. */
export function tabId(panelId: string, value: string): string {
  return `${panelId}-tab-${value}`;
}

function shrinking(shrinks: Tab<string>['shrinks']): string {
  return shrinks === 'last' ? 'shrinksLast' : shrinks ? 'shrinks' : '';
}

/** Tabs: arrow keys, Home and End choose at once; Tab moves on to the panel. */
export function Tabs<T extends string>({ label, tabs, value, panelId, onChange }: TabsProps<T>) {
  const choose = (index: number, list: HTMLElement) => {
    const place = (index + tabs.length) % tabs.length;
    const next = tabs[place];
    if (!next) return;
    onChange(next.value);
    list.querySelectorAll<HTMLElement>('[role="tab"]')[place]?.focus();
  };

  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const list = event.currentTarget;
    const at = tabs.findIndex((tab) => tab.value === value);
    const forward = getComputedStyle(list).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key === forward) choose(at + 1, list);
    else if (event.key === backward) choose(at - 1, list);
    else if (event.key === 'Home') choose(0, list);
    else if (event.key === 'End') choose(-1, list);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div role="tablist" aria-label={label} class={styles.tabs} tabIndex={-1} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          id={tabId(panelId, tab.value)}
          aria-selected={tab.value === value}
          aria-controls={panelId}
          tabIndex={tab.value === value ? 0 : -1}
          title={tab.shrinks ? tab.label : undefined}
          class={[styles.tab, styles[shrinking(tab.shrinks)] ?? ''].join(' ')}
          onClick={() => onChange(tab.value)}
        >
          {tab.icon && <Icon icon={tab.icon} size={16} />}
          <span class={styles.label}>{tab.label}</span>
          {tab.count && <span class={styles.count}>{tab.count}</span>}
        </button>
      ))}
    </div>
  );
}
