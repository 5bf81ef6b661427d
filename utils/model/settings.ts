/** How the reader looks; kept per device. */
export interface ReaderSettings {
  readonly theme: 'system' | 'light' | 'dark' | 'sepia';
  readonly font: 'serif' | 'sans' | 'system';
  /** Body text size in CSS px, 14 to 28. */
  readonly size: number;
  readonly width: 'narrow' | 'medium' | 'wide';
}

/** What the reader chose about Offprint itself; kept per device. */
export interface Settings {
  /** Save as soon as the toolbar button is clicked. */
  readonly saveOnClick: boolean;
  /** The reader said no to host access for good: it is not offered again unless asked for in settings. */
  readonly hostAccessDeclined: boolean;
  readonly reader: ReaderSettings;
}

/** What a fresh install starts with. */
export const DEFAULT_SETTINGS: Settings = {
  saveOnClick: false,
  hostAccessDeclined: false,
  reader: { theme: 'system', font: 'serif', size: 18, width: 'medium' },
};
