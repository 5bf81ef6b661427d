import type { ReceiptEntry } from './article';

/** Whether the reader can put an entry's block back: it has one, and a place that could be one. */
export function canPutBack({ html, at }: ReceiptEntry): boolean {
  return Boolean(html) && at !== undefined && at.length > 0 && at.every((step) => Number.isInteger(step) && step >= 0);
}

/** Whether an entry tells of a block that went, rather than of a link, a player or promotion that was changed where it stands. */
export function isLeftOut({ step, url }: ReceiptEntry): boolean {
  return url === undefined && !isFolded({ step });
}

/** Whether an entry tells of promotion that was folded where it stands. */
export function isFolded({ step }: Pick<ReceiptEntry, 'step'>): boolean {
  return step === 'fold-promos';
}

/** Whether the reader can undo what an entry tells was changed: links that are told with their place, and folds. */
export function canUndo(entry: ReceiptEntry): boolean {
  return isFolded(entry) || Boolean(entry.link && entry.url);
}
