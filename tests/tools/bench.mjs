import { build } from './build.mjs';
import { at, run } from './project.mjs';
import { setUp } from './setup.mjs';

const BENCHES = {
  speed: 'tests/bench/main.ts',
  extraction: 'tests/bench/extraction/main.ts',
  train: 'tests/bench/extraction/train.ts',
  extremes: 'tests/bench/extraction/extremes.ts',
  library: 'tests/bench/library/main.ts',
};

/**
 * `npm run bench`: measures the production build in a real browser; `--json` for machines, `--runs=5` for how often.
 * `npm run bench:extraction -- --data <folder>`: what is extracted from pages whose article people have marked, beside the peers;
 * `--negatives` instead: how many pages that are no article are taken for one;
 * `--rounds=3`: the fastest of so many times each page takes; `--half=look|score`, `--part=<name>`, `--worst=20`, `--json=<file>` for the predictions.
 * `npm run bench:library`: what searches take in libraries of up to 100,000 articles, beside other search libraries; `--sizes=1000,10000`.
 * @param {keyof typeof BENCHES} name @param {readonly string[]} options
 */
async function bench(name, options) {
  const problem = await setUp();
  if (problem) return problem;
  const { ok, output } = await build('chrome');
  if (!ok) return `The build failed:\n${output}`;
  const { code } = await run(process.execPath, ['--import', 'tsx', at(BENCHES[name]), ...options]);
  process.exitCode = code;
  return null;
}

/** @param {string | undefined} name @returns {name is keyof typeof BENCHES} */
function isBench(name) {
  return name !== undefined && Object.hasOwn(BENCHES, name);
}

const [name, ...options] = process.argv.slice(2);
const problem = await bench(isBench(name) ? name : 'speed', options);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
}
