import { useSignal } from '@preact/signals';
import { Download, Upload } from 'lucide';
import { t, tCount, uiLanguage } from '../../utils/i18n';
import { Button } from '../ui/Button';
import styles from './SettingsScreen.module.css';

/** What the library takes, and whether the browser promised to keep it. */
export interface StorageFacts {
  readonly persistent: boolean;
  readonly usedBytes: number;
  readonly articles: number;
}

interface LibrarySectionProps {
  /** Null while it is being counted. */
  storage: StorageFacts | null;
  /** Asks the browser to keep the library; true when it agreed. Left out where there is nothing to ask. */
  onPersist?(): Promise<boolean>;
  onImport(): void;
  onExport(): void;
}

/** How much is kept and how safely, and the ways in and out. */
export function LibrarySection({ storage, onPersist, onImport, onExport }: LibrarySectionProps) {
  const refused = useSignal(false);
  const persist = async () => {
    refused.value = !(await onPersist?.());
  };

  return (
    <section class={styles.section}>
      <h2>{t('settingsLibrary')}</h2>
      <div role="status" class={styles.facts}>
        <p>
          {storage ? tCount('settingsArticles', storage.articles, bytes(storage.usedBytes)) : t('settingsCounting')}
        </p>
        {storage && (
          <p class={styles.soft}>{storage.persistent ? t('settingsPersistent') : t('settingsNotPersistent')}</p>
        )}
        {refused.value && <p class={styles.soft}>{t('settingsPersistRefused')}</p>}
      </div>
      <p class={styles.buttons}>
        {storage && !storage.persistent && onPersist && (
          <Button onClick={() => void persist()}>{t('settingsPersist')}</Button>
        )}
        <Button icon={Download} onClick={onImport}>
          {t('settingsImport')}
        </Button>
        <Button icon={Upload} onClick={onExport}>
          {t('settingsExport')}
        </Button>
      </p>
    </section>
  );
}

/** Bytes in the largest unit that leaves a whole part, as the UI language writes it. */
function bytes(count: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(count, 1)) / 3));
  return new Intl.NumberFormat(uiLanguage(), {
    style: 'unit',
    unit: units[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power < 2 ? 0 : 1,
  }).format(count / 1000 ** power);
}
