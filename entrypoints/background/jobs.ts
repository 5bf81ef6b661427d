import { browser } from '#imports';
import { reportError } from '../../utils/errors';
import type { Library } from '../../utils/model/library';
import type { ArticlePicture, Job } from '../../utils/model/picture';
import { getPicture, type PictureContext } from '../../utils/pictures/get-picture';
import { dropReferrerRules } from '../../utils/pictures/with-referrer';
import { hasAccessTo } from '../../utils/surfaces/host-access';

/** Pictures fetched at the same time; browsers open six connections to one host. */
const AT_ONCE = 4;

/** How often a picture that the network kept from us is tried before it counts as missing. */
const MAX_ATTEMPTS = 5;

/** Rest after the first attempt without a network; doubles each time (1, 2, 4, 8 minutes). */
const FIRST_REST_MS = 60_000;

const ALARM = 'keep-pictures';
const TRASH_ALARM = 'empty-old-trash';

/** The run under way in this worker, if any: a second call asks it to look again. */
let running: Promise<void> | null = null;
let lookAgain = false;

/** Works off every picture job that is due. Safe to call at any time and any number of times. */
export function keepPictures(library: Library): Promise<void> {
  lookAgain = true;
  running ??= run(library)
    .catch((error) => reportError('keeping pictures', error))
    .finally(() => {
      running = null;
      // Asked for between the last look and now.
      if (lookAgain) void keepPictures(library);
    });
  return running;
}

/** Wakes the worker for jobs that a stopped worker left behind, when the browser starts, and once a day for the trash. */
export function wakeForJobs(library: Library): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void keepPictures(library);
    if (name === TRASH_ALARM) void dropWhatIsOld(library);
  });
  browser.runtime.onStartup.addListener(() => void keepPictures(library));
  browser.permissions.onAdded.addListener(() => void retryWhatNeededAccess(library));
  void browser.alarms.get(TRASH_ALARM).then((alarm) => {
    if (!alarm) void browser.alarms.create(TRASH_ALARM, { delayInMinutes: 1, periodInMinutes: 24 * 60 });
  });
}

/** What has been in the trash for too long, and restore points that are no longer kept. Each is done again when it is cut off. */
async function dropWhatIsOld(library: Library): Promise<void> {
  try {
    await library.purgeOldTrash(Date.now());
    await library.tendRestorePoints(Date.now());
  } catch (error) {
    reportError('removing what is old', error);
  }
}

async function run(library: Library): Promise<void> {
  while (lookAgain) {
    lookAgain = false;
    await workOff(library);
  }
}

async function workOff(library: Library): Promise<void> {
  if ((await library.nextJobAt()) === null) return;
  // Set before any work: if the worker is stopped from here on, the alarm wakes it to resume.
  await browser.alarms.create(ALARM, { delayInMinutes: 0.5, periodInMinutes: 1 });
  await dropReferrerRules();
  for (const job of await library.dueJobs(Date.now())) await runJob(library, job);
  if ((await library.nextJobAt()) === null) await browser.alarms.clear(ALARM);
}

async function runJob(library: Library, job: Job): Promise<void> {
  const article = await library.article(job.articleId);
  if (!article) return library.finishJob(job.id);
  const waiting = (await library.pictures(job.articleId)).filter((picture) => picture.status === 'pending');
  if (waiting.length === 0) return library.finishJob(job.id);
  const context: PictureContext = { pageUrl: article.url, tabId: job.tabId, hasAccessTo };
  const lastAttempt = job.attempts + 1 >= MAX_ATTEMPTS;
  let left = 0;
  const work = async () => {
    for (let picture = waiting.shift(); picture; picture = waiting.shift()) {
      if (!(await settle(library, picture, context, lastAttempt))) left++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (left > 0) await library.restJob(job.id, Date.now() + FIRST_REST_MS * 2 ** job.attempts);
}

/** Keeps a picture or says why not; false when it is worth another attempt later. */
async function settle(
  library: Library,
  picture: ArticlePicture,
  context: PictureContext,
  lastAttempt: boolean,
): Promise<boolean> {
  const got = await getPicture(picture.sources, context);
  if (got.ok) return (await library.keepPicture(picture.articleId, picture.url, got.value)).ok;
  if (got.error === 'unreachable' && !lastAttempt) return false;
  return (await library.missPicture(picture.articleId, picture.url, got.error)).ok;
}

/** With host access just granted, everything that failed for want of it is tried again. */
async function retryWhatNeededAccess(library: Library): Promise<void> {
  for (const id of await library.articlesMissingAccess()) await library.retryPictures(id);
  await keepPictures(library);
}
