import { browser } from 'wxt/browser';
import { DEFAULT_SETTINGS, type ReaderSettings, type Settings } from '../model/settings';

/** What to change; what is left out stays as it is. */
export interface SettingsPatch extends Partial<Omit<Settings, 'reader'>> {
  readonly reader?: Partial<ReaderSettings>;
}

/** A field's stored value as far as it can be believed: undefined makes the field fall back. */
type Check<T> = (stored: unknown) => T | undefined;

type Checks<T> = { readonly [K in keyof T]-?: Check<T[K]> };

/** The bounds of `ReaderSettings.size`, in CSS px. */
const SIZE = { min: 14, max: 28 };

const READER_CHECKS: Checks<ReaderSettings> = {
  theme: oneOf('system', 'light', 'dark', 'sepia'),
  font: oneOf('serif', 'sans', 'system'),
  size: (stored) =>
    typeof stored === 'number' && Number.isFinite(stored)
      ? Math.min(SIZE.max, Math.max(SIZE.min, Math.round(stored)))
      : undefined,
  width: oneOf('narrow', 'medium', 'wide'),
};

const CHECKS: Checks<Omit<Settings, 'reader'>> = { saveOnClick: aBoolean, hostAccessDeclined: aBoolean };

const PREFIX = 'settings.';
const READER_PREFIX = `${PREFIX}reader.`;

const KEYS = [...keysOf(CHECKS, PREFIX), ...keysOf(READER_CHECKS, READER_PREFIX)];

/** The settings of this device; a field that was never set, or whose stored value makes no sense, is the default one. */
export async function readSettings(): Promise<Settings> {
  const stored: Record<string, unknown> = await browser.storage.local.get(KEYS);
  const { reader, ...rest } = DEFAULT_SETTINGS;
  return {
    ...checked(rest, CHECKS, stored, PREFIX),
    reader: checked(reader, READER_CHECKS, stored, READER_PREFIX),
  };
}

/**
 * Changes fields. Each is stored under its own key (`settings.reader.size`), so that two contexts which change different
 * fields at the same moment both succeed.
 */
export async function changeSettings({ reader = {}, ...patch }: SettingsPatch): Promise<void> {
  const items = [...itemsOf(patch, PREFIX), ...itemsOf(reader, READER_PREFIX)];
  if (items.length > 0) await browser.storage.local.set(Object.fromEntries(items));
}

/** Hears all settings after each change, whichever context made it, until `signal` aborts. */
export function watchSettings(listener: (settings: Settings) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  let latest = 0;
  const onChanged = async (changes: Record<string, unknown>) => {
    if (!KEYS.some((key) => key in changes)) return;
    const mine = ++latest;
    const settings = await readSettings();
    // Reads may end in another order than they began; only the last one is told.
    if (mine === latest && !signal.aborted) listener(settings);
  };
  browser.storage.local.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(onChanged), { once: true });
}

function checked<T extends object>(
  fallback: T,
  checks: Checks<T>,
  stored: Readonly<Record<string, unknown>>,
  prefix: string,
): T {
  const settings = { ...fallback };
  for (const field in checks) settings[field] = checks[field](stored[prefix + field]) ?? fallback[field];
  return settings;
}

function itemsOf(patch: object, prefix: string): [string, unknown][] {
  return Object.entries(patch).flatMap(([field, value]) => (value === undefined ? [] : [[prefix + field, value]]));
}

function keysOf(checks: object, prefix: string): string[] {
  return Object.keys(checks).map((field) => prefix + field);
}

function oneOf<const T extends string>(...values: readonly T[]): Check<T> {
  return (stored) => values.find((value) => value === stored);
}

function aBoolean(stored: unknown): boolean | undefined {
  return typeof stored === 'boolean' ? stored : undefined;
}
