import { browser } from 'wxt/browser';
import type messages from '../public/_locales/en/messages.json';

/** A text of `public/_locales/en/messages.json`. */
export type MessageKey = keyof typeof messages;

/** The text in the browser's UI language, with `$1`… filled in. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return browser.i18n.getMessage(key as never, substitutions.map(String) as never);
}

/** The browser's UI language, for dates, numbers and `lang`. */
export function uiLanguage(): string {
  return browser.i18n.getUILanguage();
}

/**
 * A counted text: the key of the plural form that `count` takes in the UI language (`itemCount_one`, `itemCount_other`),
 * with the formatted count as `$1` and the rest after it. Every language has `_other`.
 */
export function tCount(key: string, count: number, ...substitutions: (string | number)[]): string {
  const form = new Intl.PluralRules(uiLanguage()).select(count);
  const values = [new Intl.NumberFormat(uiLanguage()).format(count), ...substitutions.map(String)];
  const message = browser.i18n.getMessage(`${key}_${form}` as never, values as never);
  return message || browser.i18n.getMessage(`${key}_other` as never, values as never);
}
