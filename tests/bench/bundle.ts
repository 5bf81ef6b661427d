import { build, type Rollup } from 'vite';
import { at } from '../tools/project.mjs';

/** A file with all it imports as one script that defines the global `name`, minified as the extension's own is. */
export async function bundle(entry: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'chrome120',
      lib: { entry: at(entry), formats: ['iife'], name },
    },
  });
  const [output] = built as Rollup.RollupOutput[];
  const chunk = output?.output[0];
  if (!chunk) throw new Error('The bench could not be bundled');
  return chunk.code;
}
