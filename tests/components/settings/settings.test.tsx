import { render } from 'preact';
import { useState } from 'preact/hooks';
import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../components/theme/reset.css';
import '../../../components/theme/tokens.css';
import type { StorageFacts } from '../../../components/settings/LibrarySection';
import { SettingsScreen } from '../../../components/settings/SettingsScreen';
import type { HostAccess } from '../../../components/welcome/WelcomeScreen';
import { fail } from '../../../utils/model/result';
import { DEFAULT_SETTINGS, type Settings } from '../../../utils/model/settings';
import { freshLibrary } from '../../library/support';
import { expectAccessible } from '../../support/axe';

interface OpenOptions {
  access?: HostAccess;
  storage?: StorageFacts | null;
  /** Storing settings fails. */
  broken?: boolean;
  width?: number;
}

const STORED: StorageFacts = { persistent: false, usedBytes: 48_312_000, articles: 128 };

/** Shows the page as its entrypoint does: what is stored comes back as the settings. */
async function open({ access = 'undecided', storage = STORED, broken = false, width = 800 }: OpenOptions = {}) {
  await page.viewport(width, 900);
  const asked: string[] = [];
  const stored: Settings[] = [];
  function Page() {
    const [settings, setSettings] = useState(DEFAULT_SETTINGS);
    const [now, setNow] = useState(access);
    return (
      <SettingsScreen
        settings={settings}
        onChange={async (next) => {
          if (broken) throw new Error('storage is full');
          stored.push(next);
          setSettings(next);
        }}
        access={now}
        onAllow={async () => {
          setNow('granted');
          return true;
        }}
        onRevoke={async () => {
          setNow('declined');
          return true;
        }}
        shortcuts={[{ name: 'Save this page', key: '⌥⇧S' }]}
        shortcutsAddress="chrome://extensions/shortcuts"
        openShortcuts={() => void asked.push('shortcuts')}
        storage={storage}
        onPersist={async () => false}
        rules={freshLibrary()}
        recipes={{ recipes: [], onKeep: async () => {}, onDrop: async () => {}, onTry: async () => fail('no-page') }}
        onImport={() => void asked.push('import')}
        onExport={() => void asked.push('export')}
        version="0.1.0"
      />
    );
  }
  const root = document.body.appendChild(document.createElement('div'));
  render(<Page />, root);
  onTestFinished(() => {
    render(null, root);
    root.remove();
  });
  return { root, asked, stored };
}

/** The sentence that says what was just changed. */
const said = () => page.getByRole('status').last();

test('saving on click is stored at once and said', async () => {
  const { root, stored } = await open();

  await page.getByRole('checkbox', { name: 'Save as soon as the button is clicked' }).click();

  await expect.element(said()).toHaveTextContent('Save as soon as the button is clicked: on');
  expect(stored).toEqual([{ ...DEFAULT_SETTINGS, saveOnClick: true }]);
  await expectAccessible(root);
});

test('the look of the reader is stored choice by choice, and the specimen shows it', async () => {
  const { root, stored } = await open();

  await page.getByRole('radio', { name: 'Sepia' }).click({ force: true });
  await expect.element(said()).toHaveTextContent('Theme: Sepia');
  await page.getByRole('radio', { name: 'Sans' }).click({ force: true });
  await page.getByRole('radio', { name: 'Wide' }).click({ force: true });
  (page.getByRole('slider', { name: 'Text size' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');

  await expect.element(said()).toHaveTextContent('Text size: 20 px');
  expect(stored.at(-1)?.reader).toEqual({ theme: 'sepia', font: 'sans', size: 20, width: 'wide' });
  const specimen = root.querySelector<HTMLElement>('[data-theme]');
  expect(specimen?.dataset).toMatchObject({ theme: 'sepia', font: 'sans', width: 'wide' });
  expect(specimen?.firstElementChild && getComputedStyle(specimen.firstElementChild).fontSize).toBe('20px');
  await expectAccessible(root);
});

test('radio groups are walked by arrow keys', async () => {
  const { stored } = await open();
  (page.getByRole('radio', { name: 'Serif', exact: true }).element() as HTMLElement).focus();

  await userEvent.keyboard('{ArrowRight}');

  await expect.element(said()).toHaveTextContent('Font: Sans');
  expect(stored.at(-1)?.reader.font).toBe('sans');
});

test('a change that could not be stored goes back and says so', async () => {
  await open({ broken: true });
  const box = page.getByRole('checkbox', { name: 'Save as soon as the button is clicked' });

  await box.click();

  await expect.element(said()).toHaveTextContent('The change could not be stored. Try again.');
  await expect.element(box).not.toBeChecked();
});

test('access to pictures of other sites is given and taken back here', async () => {
  const { root } = await open({ access: 'declined' });
  await expect.element(page.getByText("Not allowed. Only the page's own pictures are kept.")).toBeVisible();

  await page.getByRole('button', { name: 'Allow pictures from any site' }).click();
  await expect.element(said()).toHaveTextContent(/^Allowed\./);
  await expectAccessible(root);
  await page.getByRole('button', { name: 'Take it back' }).click();

  await expect.element(said()).toHaveTextContent('Taken back. Pictures already kept stay.');
});

test('says what the library takes and whether it is safe, and what the browser answered', async () => {
  const { root, asked } = await open();

  await expect.element(page.getByText('128 articles, 48.3 MB')).toBeVisible();
  await expect.element(page.getByText('The browser may clear them if the disk runs full.')).toBeVisible();
  await page.getByRole('button', { name: 'Ask the browser to keep them' }).click();
  await expect.element(page.getByText(/did not agree this time/)).toBeVisible();
  await expectAccessible(root);
  await page.getByRole('button', { name: 'Import…' }).click();
  await page.getByRole('button', { name: 'Export all…' }).click();
  await page.getByRole('button', { name: 'Change shortcuts' }).click();

  expect(asked).toEqual(['import', 'export', 'shortcuts']);
});

test('a library that is kept for good asks for nothing', async () => {
  await open({ storage: { persistent: true, usedBytes: 812, articles: 1 } });

  await expect.element(page.getByText('1 article, 812 bytes')).toBeVisible();
  await expect.element(page.getByText('The browser keeps them until you delete them.')).toBeVisible();
  expect(page.getByRole('button', { name: 'Ask the browser to keep them' }).elements()).toHaveLength(0);
});

test('fits 320 px while the library is still being counted', async () => {
  const { root } = await open({ storage: null, width: 320 });

  await expect.element(page.getByText('Counting…')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await expectAccessible(root);
});
