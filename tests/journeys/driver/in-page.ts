import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { at } from '../../tools/project.mjs';

/** Bundles by entry: a journey looks into the library many times. */
const bundles = new Map<string, Promise<string>>();

/**
 * Carries a module of the repository, with all it imports, into a page of the extension and defines its exports there as
 * `globalThis[name]`. It runs with the page's own rights and database, so it sees exactly what Offprint's own code sees.
 */
export async function loadInPage(page: Page, entry: string, name: string): Promise<void> {
  let bundle = bundles.get(entry);
  if (!bundle) {
    bundle = bundleOf(entry, name);
    bundles.set(entry, bundle);
  }
  await page.evaluate(`${await bundle}; globalThis.${name} = ${name}`);
}

async function bundleOf(entry: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry: at(entry), formats: ['iife'], name, fileName: name } },
  });
  const [{ output }] = built as unknown as [{ output: [{ code: string }] }];
  return output[0].code;
}
