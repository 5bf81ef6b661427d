import { Chromium } from '../journeys/driver/chromium';
import { BUILDS } from './build.mjs';
import { servePage } from './serve-page';

const page = await servePage(process.argv[2]);
const chromium = await Chromium.start({ extension: BUILDS.chrome.folder, headless: false, direct: true });
const closed = new Promise((resolve) => chromium.browser.once('disconnected', resolve));
process.once('SIGINT', () => void chromium.browser.close());

const tab = await chromium.open(page.url);
console.log(`Offprint is loaded in the window that opened, on ${page.url}
Click its button in the toolbar, or press Alt+Shift+O. Close the window to end.`);
await tab.bringToFront();
await closed;
await chromium.close();
await page.close();
