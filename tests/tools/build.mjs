import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, CACHE, ROOT, runTool } from './project.mjs';

/** What a build depends on, files or folders below the top. */
const SOURCES = [
  'entrypoints',
  'components',
  'utils',
  'public',
  'wxt.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/**
 * The builds there are: `chrome` and `firefox` are what the stores get; `chrome-e2e` is the same code holding the host
 * permission for this machine at install, because no test can answer the browser's permission prompt.
 * @type {Readonly<Record<'chrome' | 'firefox' | 'chrome-e2e', { folder: string, args: readonly string[] }>>}
 */
export const BUILDS = {
  chrome: { folder: at('.output/chrome-mv3'), args: ['build'] },
  firefox: { folder: at('.output/firefox-mv3'), args: ['build', '-b', 'firefox', '--mv3'] },
  'chrome-e2e': { folder: at('.output/chrome-mv3-e2e'), args: ['build', '--mode', 'e2e'] },
};

/**
 * Builds unless what stands in the build's folder was made from these very sources and is as it was made.
 * @param {keyof typeof BUILDS} name
 * @returns {Promise<{ ok: boolean, built: boolean, output: string }>} `output` is what the build said
 */
export async function build(name) {
  const { folder, args } = BUILDS[name];
  const stamp = join(CACHE, `build-${name}.json`);
  const sources = hashOf(SOURCES);
  if (isCurrent(stamp, sources, folder)) return { ok: true, built: false, output: '' };
  const { code, output } = await runTool('wxt', args, { quiet: true });
  if (code !== 0 || !existsSync(join(folder, 'manifest.json'))) return { ok: false, built: true, output };
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(stamp, JSON.stringify({ sources, made: hashOf([folder]) }));
  return { ok: true, built: true, output };
}

/** @param {string} stamp @param {string} sources @param {string} folder */
function isCurrent(stamp, sources, folder) {
  if (!existsSync(stamp) || !existsSync(folder)) return false;
  const made = JSON.parse(readFileSync(stamp, 'utf8'));
  return made.sources === sources && made.made === hashOf([folder]);
}

/** SHA-256 over names and bytes of everything below `paths`. @param {readonly string[]} paths */
function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesBelow(path.startsWith(ROOT) ? path : at(path))) {
      hash.update(file).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  const entries = readEntries(path);
  return entries ? entries.sort().flatMap((name) => filesBelow(join(path, name))) : [path];
}

/** The names in a folder; null for a file. @param {string} path */
function readEntries(path) {
  try {
    return readdirSync(path);
  } catch {
    return null;
  }
}
