import { browser } from 'wxt/browser';

/** The shortcuts as they are set now, which the reader may have changed; `key` is empty when there is none. Opening the popup has no description of its own. */
export async function readShortcuts(openingName: string): Promise<{ name: string; key: string }[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name, description, shortcut }) => ({
    name: description || (name === '_execute_action' ? openingName : (name ?? '')),
    key: shortcut ?? '',
  }));
}
