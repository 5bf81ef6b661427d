import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { at } from './project.mjs';

/** The file that ships with the extension. */
export const NOTICES = at('public/third-party-notices.txt');

/** Code of WXT that ends up in the extension although it is a development dependency. */
const BUNDLED_TOOLS = ['wxt', '@wxt-dev/browser'];

/**
 * The licences of everything that is bundled into the extension: the dependencies of `package.json`, theirs, and what WXT adds.
 * @returns {string}
 */
export function notices() {
  const { dependencies } = readJson(at('package.json'));
  const names = new Map();
  for (const name of [...Object.keys(dependencies), ...BUNDLED_TOOLS]) collect(name, at('package.json'), names);
  const entries = [...names].sort(([a], [b]) => a.localeCompare(b, 'en')).map(([name, folder]) => entry(name, folder));
  return `Offprint contains the following software, each under its own licence.\n\n${entries.join('\n')}`;
}

/**
 * @param {string} name
 * @param {string} from
 * @param {Map<string, string>} names
 */
function collect(name, from, names) {
  if (names.has(name)) return;
  const folder = folderOf(name, from);
  if (!folder) return;
  names.set(name, folder);
  if (BUNDLED_TOOLS.includes(name)) return;
  const { dependencies = {} } = readJson(join(folder, 'package.json'));
  for (const dependency of Object.keys(dependencies)) {
    if (!dependency.startsWith('@types/')) collect(dependency, join(folder, 'package.json'), names);
  }
}

/**
 * @param {string} name
 * @param {string} from
 * @returns {string | null}
 */
function folderOf(name, from) {
  for (const root of createRequire(from).resolve.paths(name) ?? []) {
    if (existsSync(join(root, name, 'package.json'))) return join(root, name);
  }
  return null;
}

/**
 * @param {string} name
 * @param {string} folder
 */
function entry(name, folder) {
  const { version, license } = readJson(join(folder, 'package.json'));
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)(\.|$|-)/i.test(each));
  // Where parts of a package have licences of their own, they are in this folder (https://reuse.software).
  const others = existsSync(join(folder, 'LICENSES')) ? readdirSync(join(folder, 'LICENSES')).sort() : [];
  const files = [...(file ? [file] : []), ...others.map((each) => join('LICENSES', each))];
  const texts = files.map((each) => readFileSync(join(folder, each), 'utf8').trim());
  const text = texts.length > 0 ? texts.join('\n\n') : `Licence: ${license}`;
  return `${'='.repeat(78)}\n${name} ${version} (${license})\n${'='.repeat(78)}\n\n${text}\n`;
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(NOTICES, notices());
