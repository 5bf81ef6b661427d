import type { Upkeep } from '../../model/storage';
import { type LibraryOptions, libraryContext } from '../open';
import { dropOlderTexts } from './drop-older-texts';
import { articlesMissingPictures, storageFacts } from './facts';
import { reindex } from './reindex';
import { repair } from './repair';
import { shrinkPictures } from './shrink-pictures';
import { survey } from './survey';

/** The upkeep of the library over IndexedDB: for the one page that shows it, apart from what every page needs. */
export function openUpkeep(options: LibraryOptions = {}): Upkeep {
  const context = libraryContext(options);
  return {
    facts: () => storageFacts(context),
    survey: (progressing) => survey(context, progressing),
    repair: (problems, progressing) => repair(context, problems, progressing),
    reindex: () => reindex(context),
    shrinkPictures: (shrink, progressing) => shrinkPictures(context, shrink, progressing),
    dropOlderTexts: (progressing) => dropOlderTexts(context, progressing),
    articlesMissingPictures: () => articlesMissingPictures(context),
  };
}
