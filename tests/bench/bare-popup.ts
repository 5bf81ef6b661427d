import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chromium } from '../journeys/driver/chromium';
import { recordPages } from './recorder';

/** The smallest extension with a popup: one script that writes one heading. */
const FILES = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Bare',
    version: '1',
    action: { default_popup: 'popup.html' },
    background: { service_worker: 'background.js' },
  }),
  'background.js': '',
  'popup.html': '<!DOCTYPE html><meta charset="utf-8"><script type="module" src="popup.js"></script><main></main>',
  'popup.js': `
    const heading = document.createElement('h1');
    heading.textContent = 'Bare';
    document.querySelector('main').append(heading);
  `,
};

/** From the toolbar click to the first paint of a popup that does nothing, in ms each time: what the browser itself takes. */
export async function measureBarePopup(url: string, runs: number): Promise<{ readonly painted: number }[]> {
  const extension = await mkdtemp(join(tmpdir(), 'bare-popup-'));
  await Promise.all(Object.entries(FILES).map(([name, text]) => writeFile(join(extension, name), text)));
  const chromium = await Chromium.start({ extension, lang: 'en-US' });
  try {
    await recordPages(chromium.browser, { 'popup.html': {} });
    const tab = await chromium.open(url);
    const times: { painted: number }[] = [];
    for (let run = 0; run <= runs; run++) {
      const clicked = performance.timeOrigin + performance.now();
      const popup = await chromium.clickToolbar(tab);
      await popup.waitForFunction('moments.paint');
      const paint = (await popup.evaluate('moments.paint')) as number;
      if (run > 0) times.push({ painted: paint - clicked });
      await popup.close();
    }
    return times;
  } finally {
    await chromium.close();
    await rm(extension, { recursive: true });
  }
}
