import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, sources } from './sources';

type Messages = Record<string, { readonly message: string }>;

const LOCALES = join(ROOT, 'public/_locales');

/** Messages that code asks for by a name it puts together. Each with where. */
const BUILT_NAMES: readonly RegExp[] = [];

const locales = new Map(
  readdirSync(LOCALES).map((locale): [string, Messages] => [
    locale,
    JSON.parse(readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8')),
  ]),
);

const english = locales.get('en') ?? {};

/** A counted text's key without its plural form: languages differ in the forms they have. */
const withoutForm = (key: string) => key.replace(/_(?:zero|one|two|few|many|other)$/, '');

const keysOf = (messages: Messages) => [...new Set(Object.keys(messages).map(withoutForm))].sort();

/** The placeholders of a text, `$1` to `$9`, once each; a counted text may leave the count out in words. */
function placeholdersOf(messages: Messages, key: string): string[] {
  const texts = Object.entries(messages).filter(([name]) => withoutForm(name) === key);
  return [...new Set(texts.flatMap(([, { message }]) => message.match(/\$\d/g) ?? []))].sort();
}

test.each([...locales.keys()])('%s has every text with the same placeholders', (locale) => {
  const messages = locales.get(locale) ?? {};

  expect(keysOf(messages)).toEqual(keysOf(english));
  const placeholders = (of: Messages) => keysOf(english).map((key) => [key, ...placeholdersOf(of, key)]);
  expect(placeholders(messages)).toEqual(placeholders(english));
  expect(Object.entries(messages).filter(([, { message }]) => message.trim() === '')).toEqual([]);
});

test.each([...locales.keys()])('%s has the form that every count falls back to', (locale) => {
  const names = Object.keys(locales.get(locale) ?? {});

  const counted = names.filter((name) => withoutForm(name) !== name).map(withoutForm);

  expect(counted.filter((key) => !names.includes(`${key}_other`))).toEqual([]);
});

test('every text is used', () => {
  const config = readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8');
  const pages = readdirSync(join(ROOT, 'entrypoints'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .map((path) => readFileSync(join(ROOT, 'entrypoints', path), 'utf8'));
  const code = [config, ...pages, ...sources().map(({ text }) => text)].join('\n');
  const words = new Set(code.match(/\w+/g));
  // `__MSG_name__` is one word to a regular expression.
  for (const [, name = ''] of code.matchAll(/__MSG_(\w+?)__/g)) words.add(name);

  const unused = keysOf(english).filter((key) => !words.has(key) && !BUILT_NAMES.some((name) => name.test(key)));

  // Still being wired up: said, not failed.
  // biome-ignore lint/suspicious/noConsole: a warning to whoever runs the tests
  if (unused.length > 0) console.warn(`Texts that nothing asks for: ${unused.join(', ')}`);
  expect(keysOf(english).length).toBeGreaterThan(unused.length);
});
