import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../utils/model/settings';
import { changeSettings, readSettings, watchSettings } from '../../utils/settings/settings';
import { area, stored } from './storage';

beforeEach(() => stored.clear());

test('a fresh install has the default settings', async () => {
  expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
});

test('a changed field is remembered and the others stay', async () => {
  await changeSettings({ saveOnClick: true, reader: { size: 22 } });
  await changeSettings({ reader: { theme: 'sepia' } });

  expect(await readSettings()).toEqual({
    ...DEFAULT_SETTINGS,
    saveOnClick: true,
    reader: { ...DEFAULT_SETTINGS.reader, size: 22, theme: 'sepia' },
  });
});

test('contexts that change different fields at the same moment all succeed', async () => {
  await Promise.all([
    changeSettings({ reader: { size: 20 } }),
    changeSettings({ reader: { width: 'wide' } }),
    changeSettings({ hostAccessDeclined: true }),
  ]);

  expect(await readSettings()).toMatchObject({ hostAccessDeclined: true, reader: { size: 20, width: 'wide' } });
});

test('a stored value that makes no sense falls back alone', async () => {
  await changeSettings({ saveOnClick: true, reader: { font: 'sans', width: 'wide' } });
  await area.set({
    'settings.hostAccessDeclined': 'yes',
    'settings.reader.theme': 'neon',
    'settings.reader.size': Number.NaN,
    'settings.reader.width': null,
  });

  expect(await readSettings()).toEqual({
    ...DEFAULT_SETTINGS,
    saveOnClick: true,
    reader: { ...DEFAULT_SETTINGS.reader, font: 'sans' },
  });
});

test.each([
  [3, 14],
  [99, 28],
  [17.4, 17],
])('a text size of %s is read as %s', async (size, read) => {
  await changeSettings({ reader: { size } });

  expect((await readSettings()).reader.size).toBe(read);
});

test('a watcher hears the settings after each change, and nothing of other stored things', async () => {
  const lifetime = new AbortController();
  onTestFinished(() => lifetime.abort());
  const heard: Settings[] = [];
  watchSettings((settings) => heard.push(settings), lifetime.signal);

  await area.set({ 'something-else': 1 });
  await changeSettings({ saveOnClick: true });

  await vi.waitFor(() => expect(heard).toEqual([{ ...DEFAULT_SETTINGS, saveOnClick: true }]));
});

test('a watcher that is gone hears nothing', async () => {
  const lifetime = new AbortController();
  const still = new AbortController();
  onTestFinished(() => still.abort());
  const heard: Settings[] = [];
  const heardStill: Settings[] = [];
  watchSettings((settings) => heard.push(settings), lifetime.signal);
  watchSettings((settings) => heardStill.push(settings), still.signal);
  lifetime.abort();

  await changeSettings({ saveOnClick: true });

  await vi.waitFor(() => expect(heardStill).toHaveLength(1));
  expect(heard).toEqual([]);
});
