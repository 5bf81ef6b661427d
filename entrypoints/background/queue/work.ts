import { browser } from '#imports';
import { reportError } from '../../../utils/errors';
import type { Library } from '../../../utils/model/library';
import type { Queue } from '../../../utils/model/queue';
import { MOST_ATTEMPTS } from '../../../utils/queue/retry';
import { type Running, runSchedule } from '../../../utils/queue/run-schedule';
import { HOST_PAUSE } from '../../../utils/queue/schedule';
import { takeTurn } from './turn';

const ALARM = 'work-off-queue';

/** The run under way in this worker, if any, and what it runs. */
let running: Promise<void> | null = null;
let schedule: Running | null = null;
let lookAgain = false;

/** How long a run waits for the next address before it lets the worker sleep: as long as browsers leave an idle worker alone, in ms. */
const PATIENCE = 25_000;

/** Works off the queue. Safe to call at any time and any number of times: a run under way looks again at what waits. */
export function workOffQueue(library: Library, queue: Queue): Promise<void> {
  lookAgain = true;
  schedule?.lookAgain();
  running ??= run(library, queue)
    .catch((error) => reportError('working off the queue', error))
    .finally(() => {
      running = null;
      schedule = null;
      // Asked for between the last look and now.
      if (lookAgain) void workOffQueue(library, queue);
    });
  return running;
}

/** Wakes the worker for what waits in the queue, when the browser starts, and when access or the network comes. */
export function wakeForQueue(library: Library, queue: Queue): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void workOffQueue(library, queue);
  });
  browser.runtime.onStartup.addListener(() => void workOffQueue(library, queue));
  browser.permissions.onAdded.addListener(() => void retryWhatNeededAccess(library, queue));
  globalThis.addEventListener('online', () => void workOffQueue(library, queue));
}

async function run(library: Library, queue: Queue): Promise<void> {
  // Only one worker is ever at it, also while the browser replaces one with another: the lock goes with its holder.
  await navigator.locks.request('work-off-queue', async () => {
    await queue.recover(MOST_ATTEMPTS, Date.now() + HOST_PAUSE);
    while (lookAgain) {
      lookAgain = false;
      if ((await queue.waiting()).length === 0) await browser.alarms.clear(ALARM);
      else await workOff(library, queue);
    }
  });
}

async function workOff(library: Library, queue: Queue): Promise<void> {
  // Set before any work: if the worker is stopped from here on, the alarm wakes it to resume.
  await browser.alarms.create(ALARM, { delayInMinutes: 0.5, periodInMinutes: 0.5 });
  schedule = runSchedule(
    {
      now: Date.now,
      after(ms, callback) {
        const timer = setTimeout(callback, ms);
        return () => clearTimeout(timer);
      },
      plan: async () => ({ items: await plannedItems(queue), restUntil: await queue.restingHosts() }),
      work: (item) => takeTurn(library, queue, item.id, () => schedule?.lookAgain()),
    },
    PATIENCE,
  );
  const nextAt = await schedule.ended;
  if (nextAt !== null) await browser.alarms.create(ALARM, { when: nextAt, periodInMinutes: 0.5 });
  else if ((await queue.waiting()).length === 0) await browser.alarms.clear(ALARM);
}

/** What may be begun; nothing while there is no network, which costs no item an attempt. The alarm looks again. */
async function plannedItems(queue: Queue) {
  if (!navigator.onLine) return [];
  const waiting = await queue.waiting();
  return waiting.map(({ id, host, tabId, notBefore }) => ({ id, host: tabId === null ? host : null, notBefore }));
}

/** With host access just granted, everything that failed for want of it waits again. */
async function retryWhatNeededAccess(library: Library, queue: Queue): Promise<void> {
  const failed = (await queue.items()).filter(({ problem }) => problem === 'needs-permission');
  if (failed.length > 0) await queue.retry(failed.map(({ id }) => id));
  await workOffQueue(library, queue);
}
