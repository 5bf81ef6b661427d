/** What the ids of in-article anchors start with: a page's own ids could clash with those of the reader around it. */
export const ANCHOR_PREFIX = 'offprint-';
