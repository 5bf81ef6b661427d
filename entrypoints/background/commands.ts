import { commands } from '../../utils/messaging/protocol';
import { requireOwnPage } from '../../utils/messaging/sender';
import type { Library } from '../../utils/model/library';
import type { Queue } from '../../utils/model/queue';
import { readArticle } from '../../utils/model/read-article';
import { checkPage, fetchPage } from './fetch-page';
import { refreshIcons } from './icons';
import { keepPictures } from './jobs';
import { savePicked } from './picked';
import { workOffQueue } from './queue/work';
import { saveArticle } from './save';
import { saveLink } from './save-link';
import { tendSearchIndex } from './search-index';

/** Answers our own pages; a web page or its content script gets an error whatever it asks, but for `savePicked`, which asks for itself. */
export function answerCommands(library: Library, queue: Queue): void {
  commands.onMessage('saveArticle', ({ data, sender }) => {
    requireOwnPage(sender);
    const article = readArticle(data.article);
    if (!article) throw new Error('Not an article');
    return saveArticle(library, { ...data, article });
  });
  commands.onMessage('saveLink', ({ data, sender }) => {
    requireOwnPage(sender);
    return saveLink(library, data.url);
  });
  commands.onMessage('fetchPage', ({ data, sender }) => {
    requireOwnPage(sender);
    return fetchPage(data.url);
  });
  commands.onMessage('checkPage', ({ data, sender }) => {
    requireOwnPage(sender);
    return checkPage(data.url);
  });
  commands.onMessage('savePicked', ({ data, sender }) =>
    savePicked(library, sender, typeof data.selector === 'string' ? data.selector : null),
  );
  commands.onMessage('runJobs', ({ sender }) => {
    requireOwnPage(sender);
    void keepPictures(library);
    void tendSearchIndex(library);
    void workOffQueue(library, queue);
  });
  commands.onMessage('refreshIcons', ({ data, sender }) => {
    requireOwnPage(sender);
    return refreshIcons(library, data.ids);
  });
}
