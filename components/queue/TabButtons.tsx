import { AppWindow, Layers, SquareCheck } from 'lucide';
import { useId } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { Button } from '../ui/Button';
import styles from './AddPages.module.css';
import type { TabScope } from './queue-ports';

const SCOPES = [
  { scope: 'window', label: 'queueTabsWindow', icon: AppWindow },
  { scope: 'all', label: 'queueTabsAll', icon: Layers },
  { scope: 'selected', label: 'queueTabsSelected', icon: SquareCheck },
] as const satisfies readonly { scope: TabScope; [key: string]: unknown }[];

interface TabButtonsProps {
  isAdding: boolean;
  onAdd(scope: TabScope): void;
}

/** The open tabs that can be put into the queue, and how they will be read. */
export function TabButtons({ isAdding, onAdd }: TabButtonsProps) {
  const hintId = useId();
  return (
    <fieldset class={styles.tabs} aria-describedby={hintId}>
      <legend class={styles.label}>{t('queueAddTabs')}</legend>
      <p class={styles.buttons}>
        {SCOPES.map(({ scope, label, icon }) => (
          <Button key={scope} icon={icon} disabled={isAdding} onClick={() => onAdd(scope)}>
            {t(label)}
          </Button>
        ))}
      </p>
      <p id={hintId} class={styles.soft}>
        {t('queueTabsHint')}
      </p>
    </fieldset>
  );
}
