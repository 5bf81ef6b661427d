import type { ReceiptEntry } from './article';

/** Whether the reader can put an entry's block back: it has one, and a place that could be one. */
export function canPutBack({ html, at }: ReceiptEntry): boolean {
  return Boolean(html) && at !== undefined && at.length > 0 && at.every((step) => Number.isInteger(step) && step >= 0);
}

/** Whether an entry tells of a block that went, rather than of a link or player that was changed where it stands. */
export function isLeftOut({ url }: ReceiptEntry): boolean {
  return url === undefined;
}
