/** What each shelf is called. */
export const SHELF_NAMES = {
  unread: 'libraryShelfUnread',
  queue: 'libraryShelfQueue',
  favourite: 'libraryShelfFavourite',
  archived: 'libraryShelfArchived',
  all: 'libraryShelfAll',
  trash: 'libraryShelfTrash',
} as const;
