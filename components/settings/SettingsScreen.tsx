import { useSignal } from '@preact/signals';
import { Check } from 'lucide';
import { useEffect } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { Settings } from '../../utils/model/settings';
import { Mark } from '../popup/Mark';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import type { HostAccess } from '../welcome/WelcomeScreen';
import { LibrarySection, type StorageFacts } from './LibrarySection';
import { ReaderLook } from './ReaderLook';
import { type RecipePorts, RecipesSection } from './RecipesSection';
import { RulesSection } from './RulesSection';
import type { RuleLibrary } from './rules-model';
import styles from './SettingsScreen.module.css';
import { type Shortcut, ShortcutList } from './ShortcutList';

interface SettingsScreenProps {
  settings: Settings;
  /** Stores the settings; rejects when they could not be stored. */
  onChange(settings: Settings): Promise<void>;
  access: HostAccess;
  /** Asks the browser, straight from the click; true when access was given. */
  onAllow(): Promise<boolean>;
  /** Gives the access back; true when it is gone. */
  onRevoke(): Promise<boolean>;
  shortcuts: readonly Shortcut[];
  /** Where the browser lets shortcuts be changed, as text: `chrome://extensions/shortcuts`. */
  shortcutsAddress: string;
  /** Opens that place, where the browser lets an extension do so. */
  openShortcuts?(): void;
  storage: StorageFacts | null;
  onPersist?(): Promise<boolean>;
  recipes: RecipePorts;
  /** Where rules are kept, and what they are tried on. */
  rules: RuleLibrary;
  onImport(): void;
  onExport(): void;
  onStorage?(): void;
  version: string;
}

/** The options page. Every change applies at once and is said; there is no Save button to forget. */
export function SettingsScreen(props: SettingsScreenProps) {
  // What is shown must not wait for storage, and must follow it when another page changes it.
  const shown = useSignal(props.settings);
  const said = useSignal('');
  useEffect(() => {
    shown.value = props.settings;
  }, [props.settings, shown]);

  const change = async (next: Settings, words: string) => {
    const before = shown.peek();
    shown.value = next;
    try {
      await props.onChange(next);
      said.value = words;
    } catch {
      if (shown.peek() === next) shown.value = before;
      said.value = t('settingsNotKept');
    }
  };
  const settings = shown.value;

  return (
    <main class={styles.page}>
      <header class={styles.head}>
        <Mark size={32} />
        <h1>{t('settingsTitle')}</h1>
      </header>

      <section class={styles.section}>
        <h2>{t('settingsSaving')}</h2>
        <label class={styles.check}>
          <input
            type="checkbox"
            checked={settings.saveOnClick}
            aria-describedby="save-on-click-hint"
            onChange={(event) => {
              const saveOnClick = event.currentTarget.checked;
              const words = t(
                'settingsApplied',
                t('settingsSaveOnClick'),
                t(saveOnClick ? 'settingsOn' : 'settingsOff'),
              );
              void change({ ...settings, saveOnClick }, words);
            }}
          />
          {t('settingsSaveOnClick')}
        </label>
        <p class={styles.soft} id="save-on-click-hint">
          {t('settingsSaveOnClickHint')}
        </p>
      </section>

      <PictureAccess access={props.access} onAllow={props.onAllow} onRevoke={props.onRevoke} say={said} />

      <section class={styles.section}>
        <h2>{t('settingsReader')}</h2>
        <ReaderLook
          reader={settings.reader}
          onChange={(reader, words) => void change({ ...settings, reader }, words)}
        />
      </section>

      <section class={styles.section}>
        <h2>{t('settingsShortcuts')}</h2>
        <ShortcutList shortcuts={props.shortcuts} />
        <p class={styles.soft}>{t('settingsShortcutsHow', props.shortcutsAddress)}</p>
        {props.openShortcuts && (
          <p class={styles.buttons}>
            <Button onClick={props.openShortcuts}>{t('settingsShortcutsOpen')}</Button>
          </p>
        )}
      </section>

      <RulesSection library={props.rules} />

      <RecipesSection {...props.recipes} />

      <LibrarySection
        storage={props.storage}
        onPersist={props.onPersist}
        onImport={props.onImport}
        onExport={props.onExport}
        onStorage={props.onStorage}
      />

      <section class={styles.section}>
        <h2>{t('settingsAbout')}</h2>
        <p>
          <bdi>Offprint</bdi> · {t('settingsVersion', props.version)} · {t('settingsLicence')}
        </p>
        <p class={styles.soft}>{t('settingsPromise')}</p>
      </section>

      <p role="status" class={styles.said}>
        {said.value && <span key={said.value}>{said.value}</span>}
      </p>
    </main>
  );
}

interface PictureAccessProps extends Pick<SettingsScreenProps, 'access' | 'onAllow' | 'onRevoke'> {
  say: { value: string };
}

function PictureAccess({ access, onAllow, onRevoke, say }: PictureAccessProps) {
  const allow = async () => {
    say.value = (await onAllow()) ? t('accessGranted') : t('accessDismissed');
  };
  const revoke = async () => {
    if (await onRevoke()) say.value = t('accessRevoked');
  };

  return (
    <section class={styles.section}>
      <h2>{t('accessTitle')}</h2>
      <p>{t('accessReason')}</p>
      <p class={access === 'granted' ? styles.granted : styles.soft}>
        {access === 'granted' && <Icon icon={Check} />}
        {access === 'granted' ? t('accessGranted') : t('accessNotAllowed')}
      </p>
      <p class={styles.buttons}>
        {access === 'granted' ? (
          <Button onClick={() => void revoke()}>{t('accessRevoke')}</Button>
        ) : (
          <Button onClick={() => void allow()}>{t('accessAllow')}</Button>
        )}
      </p>
    </section>
  );
}
