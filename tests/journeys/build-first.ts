import { BUILDS, build } from '../tools/build.mjs';

/** Brings the three builds up to date before the first journey; those that are, are left alone. */
export default async function buildFirst(): Promise<void> {
  for (const name of Object.keys(BUILDS) as (keyof typeof BUILDS)[]) {
    const { ok, output } = await build(name);
    if (!ok) throw new Error(`The ${name} build failed:\n${output}`);
  }
}
