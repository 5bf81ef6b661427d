import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Where a Chromium that takes unpacked extensions is usually installed; branded Chrome ignores `--load-extension`. */
const USUAL_PLACES = [
  '/usr/lib/chromium/chromium',
  '/usr/lib/chromium-browser/chromium-browser',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Chromium to test with: `CHROMIUM_PATH`, an installed one, or the one Playwright downloaded; null when there is none. */
export function findChromium() {
  const installed = [process.env.CHROMIUM_PATH, ...USUAL_PLACES].find((path) => path && existsSync(path));
  // Asked last: loading Playwright to ask takes half a second.
  return installed ?? [playwrightChromium()].find((path) => path && existsSync(path)) ?? null;
}

function playwrightChromium() {
  try {
    return createRequire(import.meta.url)('playwright').chromium.executablePath();
  } catch {
    return null;
  }
}
