import { browser } from '#imports';
import { reportError } from '../../utils/errors';
import type { Library } from '../../utils/model/library';

const ALARM = 'tend-search-index';
const TIDY_ALARM = 'tidy-search-index';

/** The run under way in this worker, if any: a second call asks it to look again. */
let running: Promise<void> | null = null;
let lookAgain = false;

/** Does what the search index has to do, step by step, so that a save never waits long. Safe to call any number of times. */
export function tendSearchIndex(library: Library, options: { readonly tidy?: boolean } = {}): Promise<void> {
  lookAgain = true;
  running ??= run(library, options)
    .catch((error) => reportError('tending the search index', error))
    .finally(() => {
      running = null;
      if (lookAgain) void tendSearchIndex(library);
    });
  return running;
}

/** Tends the index whenever articles change, goes on where a stopped worker left off, and tidies it once a day. */
export function wakeForSearchIndex(library: Library): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void tendSearchIndex(library);
    if (name === TIDY_ALARM) void tendSearchIndex(library, { tidy: true });
  });
  // For as long as the worker lives, which no signal tells of.
  library.subscribe(({ kind }) => {
    if (kind === 'articles' || kind === 'all') void tendSearchIndex(library);
  }, new AbortController().signal);
  void browser.alarms.get(TIDY_ALARM).then((alarm) => {
    if (!alarm) void browser.alarms.create(TIDY_ALARM, { delayInMinutes: 10, periodInMinutes: 24 * 60 });
  });
}

async function run(library: Library, options: { readonly tidy?: boolean }): Promise<void> {
  while (lookAgain) {
    lookAgain = false;
    if (!(await library.tendIndex(options))) continue;
    // A stopped worker hears of nothing more to do: the alarm wakes it to go on.
    await browser.alarms.create(ALARM, { delayInMinutes: 0.5, periodInMinutes: 1 });
    while (await library.tendIndex(options)) await turn();
    await browser.alarms.clear(ALARM);
  }
}

/** Lets saves and messages that came meanwhile go first. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
