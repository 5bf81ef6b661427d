/** Most pages that one article is joined of. */
export const MAX_PAGES = 50;
