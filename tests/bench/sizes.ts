import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What one entry of the built extension loads before it can run. */
export interface EntrySize {
  readonly entry: string;
  /** Bytes of its scripts as they are, static imports included. */
  readonly script: number;
  /** The same, each file gzipped at level 9. */
  readonly gzipped: number;
  /** Gzipped bytes that it may load later, by `import()`. */
  readonly later: number;
}

/** The sizes of every page, the worker and the content scripts of a build, largest first. */
export async function entrySizes(folder: string): Promise<EntrySize[]> {
  const entries: [name: string, scripts: string[]][] = [];
  for (const file of await readdir(folder)) {
    if (file.endsWith('.html'))
      entries.push([file.slice(0, -5), scriptsOf(await readFile(join(folder, file), 'utf8'))]);
  }
  const scripts = (await readdir(join(folder, 'content-scripts')).catch(() => [])).filter((file) =>
    file.endsWith('.js'),
  );
  for (const file of scripts) entries.push([`${file.slice(0, -3)} (in the page)`, [`content-scripts/${file}`]]);
  entries.push(['background', ['background.js']]);

  const sizes = await Promise.all(entries.map(([entry, own]) => sizeOf(folder, entry, own)));
  return sizes.sort((a, b) => b.gzipped - a.gzipped);
}

function scriptsOf(html: string): string[] {
  return [...html.matchAll(/<script[^>]*\ssrc="\/?([^"]+)"/g)].map(([, path]) => path ?? '');
}

async function sizeOf(folder: string, entry: string, own: readonly string[]): Promise<EntrySize> {
  const before = new Map<string, Buffer>();
  const after = new Map<string, Buffer>();
  const queue = own.map((path) => ({ path: normalize(path), later: false }));
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (before.has(next.path) || (next.later && after.has(next.path))) continue;
    const source = await readFile(join(folder, next.path));
    (next.later ? after : before).set(next.path, source);
    for (const { path, later } of importsOf(source.toString(), dirname(next.path))) {
      queue.push({ path, later: later || next.later });
    }
    queue.sort((a, b) => Number(a.later) - Number(b.later));
  }
  const gzipped = (files: Iterable<Buffer>) =>
    [...files].reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
  return {
    entry,
    script: [...before.values()].reduce((sum, file) => sum + file.length, 0),
    gzipped: gzipped(before.values()),
    later: gzipped(after.values()),
  };
}

/** The relative imports of a minified module: `from"./x.js"`, `import"./x.js"` and, for later, `import("./x.js")`. */
function importsOf(source: string, folder: string): { path: string; later: boolean }[] {
  const found = source.matchAll(/(?:\bfrom|\bimport)\s*(\(?)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g);
  return [...found].map(([, parenthesis, path]) => ({
    path: normalize(join(folder, path ?? '')),
    later: parenthesis === '(',
  }));
}
