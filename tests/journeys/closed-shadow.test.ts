import { afterAll, beforeAll, expect, test } from 'vitest';
import { read, save } from './driver/popup';
import { readerTitle } from './driver/reader';
import { type Stage, setStage } from './driver/stage';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage('production');
});

afterAll(() => stage?.close());

test('an article in shadow trees that its page keeps closed is saved whole, in the order in which it is shown', async () => {
  const popup = await stage.chromium.clickToolbar(await stage.visit('/closed-shadow'));
  await save(popup);
  await read(popup);
  const panel = await stage.chromium.sidePanel();
  await readerTitle(panel);

  const text = await panel.$eval('.article-text', (article) => article.textContent ?? '');

  expect(text).toMatch(/^\s*On the first floor[\s\S]+The rules are on a card[\s\S]+The oldest is a box kite/);
});
