import { afterEach, expect, test } from 'vitest';
import { readLibrary } from './driver/library';
import { picturesKept, save } from './driver/popup';
import { PAGES, type Stage, setStage } from './driver/stage';

let stage: Stage;

afterEach(() => stage?.close());

/** Saves the page of thirteen pictures and waits until every one is settled. */
async function savePictures(build: 'production' | 'granted') {
  stage = await setStage(build);
  const popup = await stage.chromium.clickToolbar(await stage.visit(PAGES.pictures));
  await save(popup);
  const said = await picturesKept(popup, 60_000);
  const [article] = await readLibrary(await stage.openOwn('options.html'));
  return { said, article };
}

test('without the permission the pictures of the page’s own site are kept, the others are counted as missing', async () => {
  const { said, article } = await savePictures('production');

  expect(article?.pictures).toEqual({ kept: said.kept, pending: 0, missing: said.total - said.kept });
  expect(said.kept).toBeGreaterThan(0);
  expect(said.total).toBe(13);
  expect(article?.failures).toContain('needs-permission');
});

test('with the permission every picture that can be had is kept', async () => {
  const { said, article } = await savePictures('granted');

  expect(said).toEqual({ kept: 10, total: 13 });
  expect(article?.failures).toEqual(['not-a-picture', 'refused', 'too-large']);
});
