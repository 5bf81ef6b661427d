import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { findChromium } from './find-chromium.mjs';
import { findFirefox, NO_FIREFOX } from './find-firefox.mjs';
import { at, run, runTool } from './project.mjs';

const NO_CHROMIUM =
  'No Chromium found: install Chromium (Debian: apt install chromium; macOS: brew install --cask chromium), run ' +
  '`npx playwright install chromium`, or set CHROMIUM_PATH to its program. Google Chrome itself refuses unpacked extensions.';

/**
 * Makes a fresh clone ready: dependencies by the lock file, a Chromium, and for `everything` also Firefox and fonts for
 * Chinese. What is there already is left alone, so that a second call costs milliseconds.
 * @param {{ everything?: boolean }} [options]
 * @returns {Promise<string | null>} what a person has to do first, or null when all is ready
 */
export async function setUp({ everything = false } = {}) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    return `Node 20.19 or newer is needed; this is ${process.versions.node}.`;
  if (!dependenciesMatchLock() && !(await installDependencies())) return '`npm ci` failed; what it said is above.';
  await installSystemPackages(everything);
  if (!findChromium()) {
    console.log('Downloading a Chromium …');
    await runTool('playwright', ['install', 'chromium']);
  }
  if (!findChromium()) return NO_CHROMIUM;
  if (everything && !findFirefox()) console.log(NO_FIREFOX);
  return null;
}

/**
 * True when every package of the lock file is installed in its version. npm writes down what it installed as its last act, so an
 * interrupted installation does not match; packages that are optional for other systems may be absent.
 */
export function dependenciesMatchLock() {
  const installed = packagesOf(at('node_modules/.package-lock.json'));
  const wanted = packagesOf(at('package-lock.json'));
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return installed[path] ? installed[path].version === version : optional === true;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | null}
 */
function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null;
}

async function installDependencies() {
  console.log('Installing dependencies …');
  const windows = process.platform === 'win32';
  const { code } = await run(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund'], { shell: windows });
  return code === 0;
}

/** Debian packs Chromium's own interface in other languages apart. */
const DEBIANS_CHINESE = '/usr/lib/chromium/locales/zh-CN.pak';

/** Installs what is missing where that needs no question: as root on Debian and its children. @param {boolean} everything */
async function installSystemPackages(everything) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const missing = [
    ...(findChromium() ? [] : ['chromium']),
    ...(everything && !findFirefox() ? ['firefox-esr'] : []),
    ...(everything && !existsSync(DEBIANS_CHINESE) ? ['chromium-l10n'] : []),
    ...((await hasChineseFonts()) ? [] : ['fonts-noto-cjk']),
  ];
  if (missing.length === 0) return;
  console.log(`Installing ${missing.join(', ')} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const updated = await run('apt-get', ['update', '-q'], { quiet: true, env });
  if (updated.code !== 0) console.log(updated.output);
  // One at a time: a name that this system does not know must not keep the others away.
  for (const name of missing) {
    const { code, output } = await run('apt-get', ['install', '-y', '-q', name], { quiet: true, env });
    if (code !== 0) console.log(`apt-get install ${name} failed:\n${output.slice(-2_000)}`);
  }
}

/** Without a Chinese font the pictures of a Chinese page are rows of boxes. The usual folder is looked at first: fc-list takes 0.2 s. */
async function hasChineseFonts() {
  if (existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) return true;
  return (await run('fc-list', [':lang=zh'], { quiet: true })).output.includes('.');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const problem = await setUp({ everything: true });
  console.log(problem ?? 'Everything is in place.');
  if (problem) process.exitCode = 1;
}
