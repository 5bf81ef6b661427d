import { ALargeSmall } from 'lucide';
import { useId, useRef, useState } from 'preact/hooks';
import { type MessageKey, t } from '../../utils/i18n';
import type { ReaderSettings } from '../../utils/model/settings';
import { Button } from '../ui/Button';
import { Popover } from '../ui/Popover';
import styles from './ReaderSettingsPanel.module.css';

interface ReaderSettingsPanelProps {
  settings: ReaderSettings;
  onSettings(patch: Partial<ReaderSettings>): void;
  /** Whether Escape leads back to a list, so that the keys named are those that work. */
  canGoBack: boolean;
}

/** Text sizes the reader offers, in CSS px (`ReaderSettings.size`). */
const SIZES = { min: 14, max: 28 };

const THEMES = [
  ['system', 'settingsThemeSystem'],
  ['light', 'settingsThemeLight'],
  ['sepia', 'settingsThemeSepia'],
  ['dark', 'settingsThemeDark'],
] as const;
const FONTS = [
  ['serif', 'settingsFontSerif'],
  ['sans', 'settingsFontSans'],
  ['system', 'settingsFontSystem'],
] as const;
const WIDTHS = [
  ['narrow', 'settingsWidthNarrow'],
  ['medium', 'settingsWidthMedium'],
  ['wide', 'settingsWidthWide'],
] as const;

/** The button and the panel that set type and theme; each change shows at once in the article behind it. */
export function ReaderSettingsPanel({ settings, onSettings, canGoBack }: ReaderSettingsPanelProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);

  return (
    <>
      <Button
        kind="quiet"
        icon={ALargeSmall}
        label={t('readerType')}
        buttonRef={button}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <Popover
          anchor={button}
          align="end"
          class={styles.panel}
          role="dialog"
          aria-label={t('readerType')}
          onClose={() => setOpen(false)}
        >
          <Choice
            name={`${id}-theme`}
            label="settingsTheme"
            options={THEMES}
            chosen={settings.theme}
            onChoose={(theme) => onSettings({ theme })}
            first
          />
          <Choice
            name={`${id}-font`}
            label="settingsFont"
            options={FONTS}
            chosen={settings.font}
            onChoose={(font) => onSettings({ font })}
            sample
          />
          <div class={styles.field}>
            <label class={styles.legend} for={`${id}-size`}>
              {t('settingsSize')}
            </label>
            <div class={styles.size}>
              <span aria-hidden="true" class={styles.small}>
                A
              </span>
              <input
                id={`${id}-size`}
                type="range"
                min={SIZES.min}
                max={SIZES.max}
                step={1}
                value={settings.size}
                aria-valuetext={t('readerSize', settings.size)}
                onInput={(event) => onSettings({ size: Number(event.currentTarget.value) })}
              />
              <span aria-hidden="true" class={styles.large}>
                A
              </span>
            </div>
          </div>
          <Choice
            name={`${id}-width`}
            label="settingsWidth"
            options={WIDTHS}
            chosen={settings.width}
            onChoose={(width) => onSettings({ width })}
          />
          <Keys canGoBack={canGoBack} />
        </Popover>
      )}
    </>
  );
}

interface ChoiceProps<T extends string> {
  name: string;
  label: MessageKey;
  options: ReadonlyArray<readonly [value: T, label: MessageKey]>;
  chosen: T;
  onChoose(value: T): void;
  /** Whether each label is drawn in the font it stands for. */
  sample?: boolean;
  /** Whether the focus goes here when the panel opens. */
  first?: boolean;
}

function Choice<T extends string>({ name, label, options, chosen, onChoose, sample, first }: ChoiceProps<T>) {
  return (
    <fieldset class={styles.field}>
      <legend class={styles.legend}>{t(label)}</legend>
      <div class={styles.options}>
        {options.map(([value, text]) => (
          <label key={value} class={styles.option} data-font={sample ? value : undefined}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              autofocus={first && value === chosen}
              onChange={() => onChoose(value)}
            />
            <span>{t(text)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The reader's keys, beside their words. */
function Keys({ canGoBack }: { canGoBack: boolean }) {
  const keys: ReadonlyArray<readonly [key: string, text: string]> = [
    ['F', t('readerFavourite')],
    ['E', t('readerArchive')],
    ['#', t('readerDelete')],
    ['O', t('readerOriginal')],
    ...(canGoBack ? [['Esc', t('readerKeyBack')] as const] : []),
  ];
  return (
    <section class={styles.field} aria-label={t('readerKeys')}>
      <h2 class={styles.legend}>{t('readerKeys')}</h2>
      <ul class={styles.keys}>
        {keys.map(([key, text]) => (
          <li key={key}>
            <kbd>{key}</kbd> {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
