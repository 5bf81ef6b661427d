import { defineContentScript } from '#imports';
import { startPicker } from '../../components/picker/picker';
import { t } from '../../utils/i18n';
import { commands } from '../../utils/messaging/protocol';

/** Run in a tab when the reader wants to pick the article; asked again while it runs, it begins anew. */
export default defineContentScript({
  registration: 'runtime',
  main() {
    globalThis.__offprintPicker?.();
    globalThis.__offprintPicker = startPicker(document, {
      async take(element, selector) {
        globalThis.__offprintPicked = element;
        const saved = await commands.sendMessage('savePicked', { selector }).catch(() => null);
        return t(saved?.ok ? 'pickSaved' : 'pickNotSaved');
      },
    });
  },
});
