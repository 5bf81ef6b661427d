import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from './build.mjs';
import { at, run } from './project.mjs';
import { setUp } from './setup.mjs';

/**
 * `npm start`: builds Offprint and opens Chromium with it on a page of sample news, ready to click. Without a display, or
 * with `--headless`, goes through the whole journey by itself. `npm start -- <url or .html file>` takes that page instead.
 */
async function start() {
  const args = process.argv.slice(2);
  const page = args.find((arg) => !arg.startsWith('-')) ?? null;
  const unknown = args.find((arg) => arg.startsWith('-') && arg !== '--headless');
  if (unknown) return `There is no option ${unknown}. Usage: npm start -- [--headless] [url or .html file]`;
  if (page && !isPage(page)) return `${page} is neither an http(s) address nor an .html file.`;

  const problem = await setUp();
  if (problem) return problem;
  const headless = args.includes('--headless') || !hasDisplay();
  const { ok, built, output } = await build(headless ? 'chrome-e2e' : 'chrome');
  if (!ok) return `The build failed:\n${output}`;
  if (built) console.log('Built Offprint.');

  const script = headless ? 'walk-through.ts' : 'open-browser.ts';
  // A person presses Ctrl+C to end: the browser is closed by the script that opened it.
  process.on('SIGINT', () => {});
  const { code } = await run(process.execPath, ['--import', 'tsx', at('tests/tools', script), ...(page ? [page] : [])]);
  process.exitCode = code;
  return null;
}

/** @param {string} page */
function isPage(page) {
  if (/^https?:\/\//.test(page)) return URL.canParse(page);
  return /\.x?html?$/i.test(page) && existsSync(resolve(page));
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

const problem = await start();
if (problem) {
  console.error(problem);
  process.exitCode = 1;
}
