import type { Library } from '../model/library';
import { findSaved, readArticle, readContent, readState, readVersion } from './articles';
import { dueJobs, finishJob, nextJobAt, restJob } from './jobs';
import { countShelves, listArticles, listItems, listTags } from './list';
import { type LibraryOptions, libraryContext } from './open';
import { organisedLibrary } from './organise/organised-library';
import { articlesMissingAccess, keepPicture, missPicture, readPicture, readPictures, retryPictures } from './pictures';
import { purgeArticles, purgeOldTrash } from './purge';
import { listRestorePoints, setRestorePointDropped } from './restore-points/points';
import { tendRestorePoints } from './restore-points/tend';
import { reviseContent } from './revise';
import { saveArticle } from './save';
import { tendIndex } from './search/tend';
import { changeTags, recordCheck, setArchived, setDeleted, setFavourite, setPosition } from './states';

/** What few pages need, and no popup waits for. */
const versions = () => import('./versions');

/**
 * The saved library over IndexedDB. Nothing is opened before it is used, and any number of contexts may each have one. Writes
 * answer with a `LibraryError`; reads reject with `LibraryUnavailableError` when the database can't be had.
 */
export function openLibrary(options: LibraryOptions = {}): Library {
  const context = libraryContext(options);
  return {
    ...organisedLibrary(context),

    save: (request) => saveArticle(context, request),
    findSaved: (urls) => findSaved(context, urls),

    list: (query) => listArticles(context, query),
    items: (ids) => listItems(context, ids),
    foundTexts: async (ids, search) => (await import('./search/snippets')).foundTexts(context, ids, search),
    article: (id) => readArticle(context, id),
    state: (id) => readState(context, id),
    content: (id) => readContent(context, id),
    revise: (id, change) => reviseContent(context, id, change),
    version: (id, contentId) => readVersion(context, id, contentId),
    showVersion: async (id, contentId) => (await versions()).showVersion(context, id, contentId),
    dropVersion: async (id, contentId) => (await versions()).dropVersion(context, id, contentId),
    setAddress: async (id, url) => (await versions()).setAddress(context, id, url),
    putBack: async (before, since) => (await versions()).putBack(context, before, since),
    recordCheck: (id, check) => recordCheck(context, id, check),
    counts: () => countShelves(context),
    tags: () => listTags(context),

    setArchived: (ids, archived, point) => setArchived(context, ids, archived, point),
    setFavourite: (ids, favourite, point) => setFavourite(context, ids, favourite, point),
    setDeleted: (ids, deleted, point) => setDeleted(context, ids, deleted, point),
    changeTags: (ids, change, point) => changeTags(context, ids, change, point),
    setPosition: (id, position) => setPosition(context, id, position),
    purge: (ids, point) => purgeArticles(context, ids, point),
    purgeOldTrash: (at) => purgeOldTrash(context, at),

    restorePoints: () => listRestorePoints(context),
    planPutBack: async (id, progressing) =>
      (await import('./restore-points/plan')).planPutBack(context, id, progressing),
    restoreTo: async (id, progressing) => (await import('./restore-points/put-back')).putBack(context, id, progressing),
    setRestorePointDropped: (id, dropped) => setRestorePointDropped(context, id, dropped),
    tendRestorePoints: (at) => tendRestorePoints(context, at),

    pictures: (id) => readPictures(context, id),
    picture: (hash) => readPicture(context, hash),
    keepPicture: (id, url, stored) => keepPicture(context, id, url, stored),
    missPicture: (id, url, failure) => missPicture(context, id, url, failure),
    retryPictures: (id, tabId) => retryPictures(context, id, tabId),
    articlesMissingAccess: () => articlesMissingAccess(context),

    dueJobs: (at) => dueJobs(context, at),
    nextJobAt: () => nextJobAt(context),
    restJob: (id, notBefore) => restJob(context, id, notBefore),
    finishJob: (id) => finishJob(context, id),

    tendIndex: (tending) => tendIndex(context, tending),

    subscribe: (listener, signal) => context.changes.subscribe(listener, signal),
  };
}
