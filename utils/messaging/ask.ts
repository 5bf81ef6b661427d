import { reportError } from '../errors';
import type { ArticleId } from '../model/article';
import { commands } from './protocol';

/** Has the worker work on what the library has queued; nobody waits for it, the library tells how far it is. */
export function runJobs(reason: 'retry' | 'import'): void {
  commands.sendMessage('runJobs', { reason }).catch((error) => reportError('waking the worker', error));
}

/** Has the worker bring the toolbar icon up to date for these articles' pages. */
export function refreshIcons(ids: readonly ArticleId[]): void {
  commands.sendMessage('refreshIcons', { ids: [...ids] }).catch((error) => reportError('waking the worker', error));
}
