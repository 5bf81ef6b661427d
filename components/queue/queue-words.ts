import { type MessageKey, t } from '../../utils/i18n';
import type { QueueItem, QueueProblem } from '../../utils/model/queue';

const WHY: Readonly<Record<QueueProblem, MessageKey>> = {
  'browser-page': 'queueWhyBrowserPage',
  pdf: 'queueWhyPdf',
  'no-article': 'queueWhyNoArticle',
  'too-large': 'queueWhyTooLarge',
  'page-unreachable': 'queueWhyUnreachable',
  'needs-permission': 'queueWhyNeedsPermission',
  'other-site': 'queueWhyOtherSite',
  gone: 'queueWhyGone',
  refused: 'queueWhyRefused',
  'server-error': 'queueWhyServerError',
  'too-many-requests': 'queueWhyTooMany',
  interrupted: 'queueWhyInterrupted',
  'no-room': 'queueWhyNoRoom',
  library: 'queueWhyLibrary',
};

const STATES = {
  waiting: 'queueStateWaiting',
  working: 'queueStateWorking',
  saved: 'queueStateSaved',
  'already-saved': 'queueStateAlready',
} as const;

/** Where an item stands, why, and when it is tried again. `at` says a time of day (ms since 1970). */
export function stateWords(item: QueueItem, now: number, at: (time: number) => string): string {
  if (item.status === 'failed') return item.problem ? t(WHY[item.problem]) : '';
  if (item.status !== 'waiting' || !item.problem) return t(STATES[item.status]);
  const next = item.notBefore > now ? t('queueStateNext', at(item.notBefore)) : t('queueStateWaiting');
  return `${t(WHY[item.problem])} · ${next}`;
}

/** An address as it is read: without its scheme, decoded where that can be done. */
export function readableUrl(url: string): string {
  const bare = url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  try {
    return decodeURI(bare);
  } catch {
    return bare;
  }
}
