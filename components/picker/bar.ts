import { t } from '../../utils/i18n';

/** What the bar says and asks. */
export interface Bar {
  readonly remembers: boolean;
  /** Says what would be taken now. */
  tell(words: string): void;
  /** Says how it ended; nothing can be asked any more. */
  finish(words: string): void;
}

interface BarPorts {
  /** Whether the site can be remembered: its pages name the element in a way that will last. */
  canRemember(): boolean;
  take(): void;
  end(): void;
}

const BAR =
  'position: fixed; inset-inline: 0; bottom: 16px; margin: 0 auto; box-sizing: border-box; width: fit-content; max-width: min(560px, calc(100vw - 24px)); display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; padding: 10px 14px; border-radius: 10px; background: #1d1b18; color: #f6f2ea; font: 14px/1.45 system-ui, sans-serif; box-shadow: 0 4px 24px rgb(0 0 0 / 45%); pointer-events: auto; cursor: default;';
const BUTTON =
  'min-height: 32px; padding: 4px 12px; border: 1px solid #8a8378; border-radius: 6px; background: transparent; color: inherit; font: inherit; cursor: pointer;';

/** The bar at the lower edge: how to pick, what is picked now, whether to remember it, and buttons for those who use no keys. */
export function drawBar(root: ShadowRoot, ports: BarPorts): Bar {
  const { ownerDocument: document } = root;
  const make = <K extends keyof HTMLElementTagNameMap>(name: K, style: string, text = '') => {
    const element = document.createElement(name);
    element.style.cssText = style;
    element.textContent = text;
    return element;
  };
  const bar = make('div', BAR);
  bar.setAttribute('role', 'dialog');
  bar.setAttribute('aria-label', t('pickTitle'));
  const how = make('div', 'flex: 1 1 260px', t('pickHow'));
  const now = make('div', 'flex: 1 0 100%; color: #d8cfc0; overflow-wrap: anywhere');
  now.setAttribute('role', 'status');
  const remember = make('input', 'inline-size: 18px; block-size: 18px; margin: 0; accent-color: #f08c4a');
  remember.type = 'checkbox';
  const label = make('label', 'display: flex; gap: 6px; align-items: center; cursor: pointer');
  label.append(remember, t('pickRemember'));
  const take = make('button', `${BUTTON} background: #f6f2ea; color: #1d1b18`, t('pickTake'));
  const end = make('button', BUTTON, t('pickEnd'));
  take.addEventListener('click', (event) => event.isTrusted && ports.take());
  end.addEventListener('click', (event) => event.isTrusted && ports.end());
  bar.append(how, now, label, take, end);
  root.append(bar);
  return {
    get remembers() {
      return remember.checked && !remember.disabled;
    },
    tell(words) {
      now.textContent = words;
      remember.disabled = !ports.canRemember();
      label.style.opacity = remember.disabled ? '0.5' : '1';
    },
    finish(words) {
      now.textContent = words;
      for (const part of [how, label, take, end]) part.remove();
    },
  };
}
