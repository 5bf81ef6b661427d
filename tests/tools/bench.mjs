import { build } from './build.mjs';
import { at, run } from './project.mjs';
import { setUp } from './setup.mjs';

/** `npm run bench`: measures the production build in a real browser. `--json` for machines, `--runs=5` for how often. */
async function bench() {
  const problem = await setUp();
  if (problem) return problem;
  const { ok, output } = await build('chrome');
  if (!ok) return `The build failed:\n${output}`;
  const { code } = await run(process.execPath, [
    '--import',
    'tsx',
    at('tests/bench/main.ts'),
    ...process.argv.slice(2),
  ]);
  process.exitCode = code;
  return null;
}

const problem = await bench();
if (problem) {
  console.error(problem);
  process.exitCode = 1;
}
