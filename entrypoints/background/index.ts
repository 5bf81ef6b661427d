import { defineBackground } from '#imports';
import { requestPersistence } from '../../utils/library/db';
import { openLibrary } from '../../utils/library/library';
import { answerCommands } from './commands';
import { keepIconsRight } from './icons';
import { keepPictures, wakeForJobs } from './jobs';
import { offerMenus } from './menus';
import { keepRulesReady } from './rules';
import { tendSearchIndex, wakeForSearchIndex } from './search-index';
import { answerShortcut } from './shortcut';
import { welcomeOnInstall } from './welcome';

/**
 * The worker. It holds nothing that matters: it may be stopped after any line, and whatever was under way is in the
 * library's job list, which is worked off whenever the worker wakes. Listeners are registered before anything is awaited,
 * or the event that woke the worker would be lost.
 */
export default defineBackground({
  type: 'module',
  main() {
    const library = openLibrary();
    answerCommands(library);
    answerShortcut(library);
    offerMenus(library);
    keepIconsRight(library);
    keepRulesReady(library);
    wakeForJobs(library);
    wakeForSearchIndex(library);
    welcomeOnInstall();
    void requestPersistence();
    void keepPictures(library);
    void tendSearchIndex(library);
  },
});
