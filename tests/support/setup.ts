import english from '../../public/_locales/en/messages.json';

/**
 * Gives components under test the one browser API they use, `i18n`, answered from the English file. Everything else of
 * `browser` is deliberately absent: a component that reaches for it fails here.
 */
const messages: Record<string, { message: string }> = english;

Object.assign(globalThis, {
  chrome: {
    i18n: {
      getMessage(key: string, substitutions: string | string[] = []) {
        const values = [substitutions].flat();
        return (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, digit) => values[Number(digit) - 1] ?? '');
      },
      getUILanguage: () => 'en',
    },
  },
});
