import { t } from '../../utils/i18n';
import type { ReaderSettings } from '../../utils/model/settings';
import { Choice } from './Choice';
import styles from './ReaderLook.module.css';

interface ReaderLookProps {
  reader: ReaderSettings;
  /** `said` tells what changed, for the live region. */
  onChange(reader: ReaderSettings, said: string): void;
}

/** How articles look, with a specimen that shows each choice at once. */
export function ReaderLook({ reader, onChange }: ReaderLookProps) {
  const change = (next: Partial<ReaderSettings>, name: string, value: string) =>
    onChange({ ...reader, ...next }, t('settingsApplied', name, value));

  return (
    <div class={styles.look}>
      <Choice
        legend={t('settingsTheme')}
        name="theme"
        value={reader.theme}
        onChange={(theme, label) => change({ theme }, t('settingsTheme'), label)}
        options={[
          { value: 'system', label: t('settingsThemeSystem') },
          { value: 'light', label: t('settingsThemeLight') },
          { value: 'sepia', label: t('settingsThemeSepia') },
          { value: 'dark', label: t('settingsThemeDark') },
        ]}
      />
      <Choice
        legend={t('settingsFont')}
        name="font"
        value={reader.font}
        onChange={(font, label) => change({ font }, t('settingsFont'), label)}
        options={[
          { value: 'serif', label: t('settingsFontSerif') },
          { value: 'sans', label: t('settingsFontSans') },
          { value: 'system', label: t('settingsFontSystem') },
        ]}
      />
      <label class={styles.size}>
        <span>{t('settingsSize')}</span>
        <input
          type="range"
          min={14}
          max={28}
          step={1}
          value={reader.size}
          aria-valuetext={t('settingsPixels', reader.size)}
          onInput={(event) => {
            const size = event.currentTarget.valueAsNumber;
            change({ size }, t('settingsSize'), t('settingsPixels', size));
          }}
        />
        <output aria-hidden="true">{t('settingsPixels', reader.size)}</output>
      </label>
      <Choice
        legend={t('settingsWidth')}
        name="width"
        value={reader.width}
        onChange={(width, label) => change({ width }, t('settingsWidth'), label)}
        options={[
          { value: 'narrow', label: t('settingsWidthNarrow') },
          { value: 'medium', label: t('settingsWidthMedium') },
          { value: 'wide', label: t('settingsWidthWide') },
        ]}
      />
      <div class={styles.specimen} data-theme={reader.theme} data-font={reader.font} data-width={reader.width}>
        <div style={{ fontSize: `${reader.size}px` }}>
          <p class={styles.sampleTitle}>{t('settingsSampleTitle')}</p>
          <p>{t('settingsSampleText')}</p>
        </div>
      </div>
    </div>
  );
}
