import { existsSync } from 'node:fs';

const USUAL_PLACES = [
  '/usr/bin/firefox-esr',
  '/usr/lib/firefox/firefox',
  '/usr/lib/firefox-esr/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** What a person without Firefox is told; the journey in Firefox fails with this sentence, it is never left out. */
export const NO_FIREFOX =
  'No Firefox found: install Firefox (Debian: apt install firefox-esr) or set FIREFOX_PATH to its program.';

/** The path of a Firefox to test with: `FIREFOX_PATH` or an installed one; null when there is none. */
export function findFirefox() {
  return [process.env.FIREFOX_PATH, ...USUAL_PLACES].find((path) => path && existsSync(path)) ?? null;
}
