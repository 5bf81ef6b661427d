import { useSignal } from '@preact/signals';
import { Download, HardDrive, Upload } from 'lucide';
import { t, tCount } from '../../utils/i18n';
import { Button } from '../ui/Button';
import { bytesText } from '../ui/bytes';
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
  /** The page about what takes up room, with the restore points. */
  onStorage?(): void;
}

/** How much is kept and how safely, and the ways in and out. */
export function LibrarySection({ storage, onPersist, onImport, onExport, onStorage }: LibrarySectionProps) {
  const refused = useSignal(false);
  const persist = async () => {
    refused.value = !(await onPersist?.());
  };

  return (
    <section class={styles.section}>
      <h2>{t('settingsLibrary')}</h2>
      <div role="status" class={styles.facts}>
        <p>
          {storage ? tCount('settingsArticles', storage.articles, bytesText(storage.usedBytes)) : t('settingsCounting')}
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
        {onStorage && (
          <Button icon={HardDrive} onClick={onStorage}>
            {t('libraryStorage')}
          </Button>
        )}
      </p>
    </section>
  );
}
