import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { BUILDS, build } from './build.mjs';
import { CACHE, ROOT, runTool } from './project.mjs';
import { setUp } from './setup.mjs';

/** @typedef {{ passed: number, failed: number }} Score */

/**
 * One check that is a command: counts as one. Says what the command said only when it failed.
 * @param {string} name
 * @param {() => Promise<{ ok: boolean, output: string }>} check
 * @returns {Promise<Score>}
 */
async function checkOne(name, check) {
  const started = Date.now();
  const { ok, output } = await check();
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name}  (${seconds(started)})`);
  if (!ok) console.log(output);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

/** @param {keyof typeof import('./project.mjs').TOOLS} tool @param {string[]} args */
async function passes(tool, args) {
  const { code, output } = await runTool(tool, args, { quiet: true });
  return { ok: code === 0, output };
}

/** Types need what `wxt prepare` writes about messages and entrypoints. */
async function checkTypes() {
  const prepared = await passes('wxt', ['prepare']);
  return prepared.ok ? passes('tsc', ['--noEmit']) : prepared;
}

/**
 * Runs Vitest projects and counts from its report, not from its exit code alone: a file that does not load, a run that
 * breaks off and a run without tests are failures, whatever the runner makes of them.
 * @param {string} name
 * @param {string[]} projects
 * @returns {Promise<Score>}
 */
async function runTests(name, projects) {
  const started = Date.now();
  const report = join(CACHE, `${name}-tests.json`);
  mkdirSync(CACHE, { recursive: true });
  rmSync(report, { force: true });
  console.log(`\n${name} tests`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', ...projects.flatMap((project) => ['--project', project]), ...reporters];
  const { code } = await runTool('vitest', args, { env: { CI: '1' } });
  const score = readReport(report);
  if (code !== 0 && score.failed === 0) {
    console.log(`The ${name} tests broke off with code ${code}.`);
    score.failed = 1;
  }
  console.log(
    `${score.failed === 0 ? 'ok    ' : 'FAILED'}  ${name} tests: ${score.passed} passed, ${score.failed} failed  (${seconds(started)})`,
  );
  return score;
}

/** @param {string} report @returns {Score} */
function readReport(report) {
  if (!existsSync(report)) {
    console.log('The test runner left no report.');
    return { passed: 0, failed: 1 };
  }
  const { numPassedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  let failed = 0;
  for (const file of testResults) {
    const own = file.assertionResults.filter(
      (/** @type {{ status: string }} */ test) => test.status === 'failed',
    ).length;
    const broken = own === 0 && (file.status === 'failed' || file.assertionResults.length === 0);
    if (broken) console.log(`Did not run: ${relative(ROOT, file.name)}\n${file.message ?? ''}`);
    failed += broken ? 1 : own;
  }
  const left = numPendingTests + numTodoTests;
  if (left > 0) console.log(`${left} tests were left out.`);
  if (numPassedTests + failed === 0) {
    console.log('No test ran.');
    failed = 1;
  }
  return { passed: numPassedTests, failed };
}

/** @param {number} started */
const seconds = (started) => `${((Date.now() - started) / 1_000).toFixed(1)} s`;

/** @param {string} name @param {string} problem @returns {Score} */
function cannot(name, problem) {
  console.log(`FAILED  ${name}: ${problem}`);
  return { passed: 0, failed: 1 };
}

/** @returns {Promise<Score[]>} */
async function runEverything() {
  const problem = await setUp({ everything: true });
  if (problem) return [cannot('set-up', problem)];
  const scores = [
    await checkOne('types', checkTypes),
    await checkOne('lint', () => passes('biome', ['check', '.'])),
    await runTests('unit', ['browser', 'node']),
  ];
  for (const name of /** @type {(keyof typeof BUILDS)[]} */ (Object.keys(BUILDS))) {
    scores.push(await checkOne(`${name} build`, () => build(name)));
  }
  const built = scores.slice(-3).every(({ failed }) => failed === 0);
  scores.push(
    built ? await runTests('journey', ['journeys']) : cannot('journey tests', 'there is no build to run them on'),
  );
  return scores;
}

const started = Date.now();
const scores = await runEverything();
const passed = scores.reduce((sum, score) => sum + score.passed, 0);
const failed = scores.reduce((sum, score) => sum + score.failed, 0);
console.log(`\nAll of it took ${seconds(started)}.`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
