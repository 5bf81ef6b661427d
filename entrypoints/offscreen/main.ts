import { extractFetchedPage } from '../../utils/capture/extract-fetched';
import { offscreenCommands } from '../../utils/messaging/protocol';
import { requireOwnPage } from '../../utils/messaging/sender';

offscreenCommands.onMessage('extractPage', ({ data, sender }) => {
  requireOwnPage(sender);
  return extractFetchedPage(data);
});
