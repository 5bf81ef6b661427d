import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** What people say a page's article is; fields that nobody annotated are absent. */
export interface Truth {
  readonly url: string;
  readonly articleBody: string;
  readonly title?: string;
  readonly authors?: readonly string[] | null;
  readonly date?: string | null;
  readonly lang?: string;
}

/** One page of the set. `part` is what its name begins with. */
export interface TestPage {
  readonly id: string;
  readonly part: string;
  readonly half: Half;
  readonly truth: Truth;
  html(): Promise<string>;
}

/** Steps are made on pages of `look`; `score` is only measured, so that it tells whether they work on pages nobody looked at. */
export type Half = 'look' | 'score';

/** The pages of a folder with `ground-truth.json` (an object by id) and `html/<id>.html.gz`, in the file's order. */
export async function readDataSet(folder: string): Promise<TestPage[]> {
  const truths = JSON.parse(await readFile(join(folder, 'ground-truth.json'), 'utf8')) as Record<string, Truth>;
  return Object.entries(truths).map(([id, truth]) => ({
    id,
    part: id.split('-', 1)[0] ?? '',
    half: halfOf(id),
    truth,
    html: async () => (await promisify(gunzip)(await readFile(join(folder, 'html', `${id}.html.gz`)))).toString('utf8'),
  }));
}

/** By a hash of the name, so that a page stays in its half whatever is added. */
function halfOf(id: string): Half {
  return (hashOf(id) >>> 16) % 2 === 0 ? 'look' : 'score';
}

/** A number for a name, always the same (FNV-1a). */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
