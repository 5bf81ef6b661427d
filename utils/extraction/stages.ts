import type { CaptureAnswer } from '../model/capture';

/** A part of the work whose time is told. */
export type Stage = keyof CaptureAnswer['milliseconds'];

/** Work that says after each stage which one is over, so that whoever runs it can give way. */
export type Staged<T> = Generator<Stage, T, void>;

/** Does the work at once. `over` is told each stage that is over. */
export function runAtOnce<T>(work: Staged<T>, over: (stage: Stage) => void = () => {}): T {
  let step = work.next();
  for (; !step.done; step = work.next()) over(step.value);
  return step.value;
}

/** For how long a page may stand still, in ms: longer tasks are felt (https://web.dev/articles/optimize-long-tasks). */
const SLICE = 50;

/** Does the work a stage at a time, letting the page go on between two of them when the last ones took long. */
export async function runInSlices<T>(work: Staged<T>, over: (stage: Stage) => void): Promise<T> {
  let since = performance.now();
  let step = work.next();
  for (; !step.done; step = work.next()) {
    over(step.value);
    if (performance.now() - since < SLICE) continue;
    await giveWay();
    since = performance.now();
  }
  return step.value;
}

/** Resolves after what the page has waiting. No timer: those of hidden tabs take a second. */
function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}
