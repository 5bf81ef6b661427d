import { spawn } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the repository, an absolute path. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** An absolute path from parts below the top of the repository. @param {...string} parts */
export const at = (...parts) => join(ROOT, ...parts);

/** Where what was already done is remembered: `npm ci` empties it, which is right, as the tools changed then. */
export const CACHE = at('node_modules/.cache/offprint');

/**
 * The command lines of the installed tools, run by this very Node: a shell or `npx` in between costs half a second each.
 * @type {Readonly<Record<'wxt' | 'tsc' | 'biome' | 'vitest' | 'playwright', string>>}
 */
export const TOOLS = {
  wxt: at('node_modules/wxt/bin/wxt.mjs'),
  tsc: at('node_modules/typescript/bin/tsc'),
  biome: at('node_modules/@biomejs/biome/bin/biome'),
  vitest: at('node_modules/vitest/vitest.mjs'),
  playwright: at('node_modules/playwright/cli.js'),
};

/**
 * Runs a command at the top of the repository and waits for it. `quiet` keeps what it says for the caller instead of
 * printing it as it comes. Never rejects: a command that cannot be started has code 127 and says why in `output`.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string>, shell?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { quiet = false, env = {}, shell = false } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      shell,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk;
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => done({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code, signal) =>
      done({ code: code ?? 1, output: signal ? `${output}Ended by ${signal}\n` : output }),
    );
  });
}

/**
 * Runs one of `TOOLS`. @param {keyof typeof TOOLS} tool @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options]
 */
export const runTool = (tool, args, options) => run(process.execPath, [TOOLS[tool], ...args], options);
