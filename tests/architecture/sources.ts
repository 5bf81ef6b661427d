import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Where the repository stands. */
export const ROOT = join(import.meta.dirname, '../..');

/** A file of the program. */
export interface Source {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file of the program itself. */
export function sources(): Source[] {
  return ['entrypoints', 'components', 'utils']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

const STATIC_IMPORT = /^\s*(?:import|export)\b(?:[^'"`;=()]*?\bfrom)?\s*['"]([@#.\w][^'"\s]*)['"]/gm;
const DYNAMIC_IMPORT = /\bimport\(\s*['"]([@#.\w][^'"\s]*)['"]/g;

/** What a file imports, dynamic and type imports too: packages by name, files by their path from the root without extension. */
export function importsOf({ path, text }: Source): string[] {
  const code = withoutComments(text);
  return [...code.matchAll(STATIC_IMPORT), ...code.matchAll(DYNAMIC_IMPORT)].map(([, specifier = '']) => {
    const target = specifier.replace(/\?.*$/, '');
    return target.startsWith('.') ? normalize(join(dirname(path), target)).replaceAll('\\', '/') : target;
  });
}

/** The code with comments blanked; a `//` inside a string or a url stays. */
export function withoutComments(text: string): string {
  return text.replace(
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|(^|[^:\\/])\/\/[^\n]*/g,
    (whole, string: string | undefined, before: string | undefined) =>
      string ?? `${before ?? ''}${whole.replace(/[^\n]/g, '')}`,
  );
}
