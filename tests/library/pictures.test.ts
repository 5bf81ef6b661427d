import { expect, test } from 'vitest';
import { openLibrary } from '../../utils/library/library';
import { anArticle, anImage, aPicture, everything, freshLibrary, saved, unwrapped, updated } from './support';

const three = anArticle('tide', { images: [anImage('a'), anImage('b'), anImage('c')] });

test('the pictures of a saved article wait in content order with a job that is due at once', async () => {
  const library = freshLibrary(() => 5_000);

  const { id } = unwrapped(await library.save({ article: three, tabId: 7, mode: 'add' }));

  const pictures = await library.pictures(id);
  expect(pictures.map(({ alt, status, hash }) => [alt, status, hash])).toEqual([
    ['a', 'pending', null],
    ['b', 'pending', null],
    ['c', 'pending', null],
  ]);
  expect(pictures[0]).toEqual({ ...anImage('a'), articleId: id, status: 'pending', hash: null, failure: null });
  expect(await library.dueJobs(0)).toEqual([
    { id: `keep-pictures:${id}`, kind: 'keep-pictures', articleId: id, tabId: 7, attempts: 0, notBefore: 0 },
  ]);
});

test('an article without pictures leaves no job', async () => {
  const library = freshLibrary();

  await saved(library, anArticle());

  expect(await library.nextJobAt()).toBeNull();
});

test('a lead picture that the text does not show is kept as well, one that it shows only once', async () => {
  const library = freshLibrary();
  const shown = anImage('a').url;

  const apart = await saved(
    library,
    anArticle('apart', { images: [anImage('a')], leadImage: 'https://cdn.example/lead.jpg' }),
  );
  const inside = await saved(
    library,
    anArticle('inside', { images: [anImage('a')], leadImage: shown, thumbnail: 'https://cdn.example/thumb.jpg' }),
  );

  expect((await library.pictures(apart)).map(({ url }) => url)).toEqual([shown, 'https://cdn.example/lead.jpg']);
  expect((await library.pictures(inside)).map(({ url }) => url)).toEqual([shown]);
});

test('a kept picture gives its bytes back, and the counts follow', async () => {
  const library = freshLibrary();
  const id = await saved(library, three);
  const picture = await aPicture('first');

  await library.keepPicture(id, anImage('a').url, picture);
  await library.missPicture(id, anImage('b').url, 'refused');

  const [item] = await library.items([id]);
  expect(item?.pictures).toEqual({ total: 3, kept: 1, pending: 1 });
  const stored = await library.picture(picture.hash);
  expect(stored).toMatchObject({ hash: picture.hash, type: 'image/png', bytes: 5 });
  expect(await stored?.blob.text()).toBe('first');
  expect((await library.pictures(id)).map(({ status, failure }) => [status, failure])).toEqual([
    ['kept', null],
    ['missing', 'refused'],
    ['pending', null],
  ]);
});

test('the job goes with the last picture, whichever way that ended', async () => {
  const library = freshLibrary();
  const id = await saved(library, three);

  await Promise.all([
    library.keepPicture(id, anImage('a').url, await aPicture('1')),
    library.keepPicture(id, anImage('b').url, await aPicture('2')),
  ]);
  const before = await library.nextJobAt();
  await library.missPicture(id, anImage('c').url, 'unreachable');

  expect(before).toBe(0);
  expect(await library.nextJobAt()).toBeNull();
});

test('a retry queues missing pictures again and leaves kept ones alone', async () => {
  const library = freshLibrary();
  const id = await saved(library, three);
  await library.keepPicture(id, anImage('a').url, await aPicture('1'));
  await library.missPicture(id, anImage('b').url, 'refused');
  await library.missPicture(id, anImage('c').url, 'needs-permission');

  await library.retryPictures(id, 9);

  expect((await library.pictures(id)).map(({ status, failure }) => [status, failure])).toEqual([
    ['kept', null],
    ['pending', null],
    ['pending', null],
  ]);
  expect(await library.dueJobs(Date.now())).toMatchObject([{ articleId: id, tabId: 9, attempts: 0 }]);
  expect((await library.items([id]))[0]?.pictures).toEqual({ total: 3, kept: 1, pending: 2 });
});

test('a retry with nothing missing queues nothing', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide', { images: [anImage('a')] }));
  await library.keepPicture(id, anImage('a').url, await aPicture('1'));

  const retried = await library.retryPictures(id);

  expect(retried.ok).toBe(true);
  expect(await library.nextJobAt()).toBeNull();
  expect(await library.retryPictures('nobody')).toEqual({ ok: false, error: 'not-found' });
});

test('articles that host access might help are named, those in the trash are not', async () => {
  const library = freshLibrary();
  const needing = await saved(library, anArticle('needing', { images: [anImage('a'), anImage('b')] }));
  const trashed = await saved(library, anArticle('trashed', { images: [anImage('a')] }));
  const refused = await saved(library, anArticle('refused', { images: [anImage('a')] }));
  for (const name of ['a', 'b']) await library.missPicture(needing, anImage(name).url, 'needs-permission');
  await library.missPicture(trashed, anImage('a').url, 'needs-permission');
  await library.missPicture(refused, anImage('a').url, 'refused');
  await library.setDeleted([trashed], true);

  const before = await library.articlesMissingAccess();
  await library.retryPictures(needing);

  expect(before).toEqual([needing]);
  expect(await library.articlesMissingAccess()).toEqual([]);
});

test('bytes that two articles show are stored once and go with the second of them', async () => {
  const library = freshLibrary();
  const one = await saved(library, anArticle('one', { images: [anImage('a')] }));
  const two = await saved(library, anArticle('two', { images: [anImage('b')] }));
  const picture = await aPicture('the same');

  await library.keepPicture(one, anImage('a').url, picture);
  await library.keepPicture(two, anImage('b').url, picture);
  const stored = (await everything(library.name)).blobs;
  await library.purge([one]);
  const afterOne = await library.picture(picture.hash);
  await library.purge([two]);

  expect(stored).toHaveLength(1);
  expect(afterOne).not.toBeNull();
  expect((await everything(library.name)).blobs).toEqual([]);
});

test('purging two articles together frees what only they share', async () => {
  const library = freshLibrary();
  const ids = [];
  for (const slug of ['one', 'two']) {
    const id = await saved(library, anArticle(slug, { images: [anImage('a')], text: 'same', content: 'same' }));
    await library.keepPicture(id, anImage('a').url, await aPicture('the same'));
    ids.push(id);
  }

  await library.purge(ids);

  const { blobs, contents, pictures, jobs } = await everything(library.name);
  expect([blobs, contents, pictures, jobs]).toEqual([[], [], [], []]);
});

test('a picture that arrives after its article was purged is not stored', async () => {
  const library = freshLibrary();
  const id = await saved(library, three);
  await library.purge([id]);

  const outcome = await library.keepPicture(id, anImage('a').url, await aPicture('late'));

  expect(outcome).toEqual({ ok: false, error: 'not-found' });
  expect((await everything(library.name)).blobs).toEqual([]);
});

test('an update fetches no kept picture again, tries missing ones, and keeps those of the older text', async () => {
  const library = freshLibrary();
  const id = await saved(library, three);
  await library.keepPicture(id, anImage('a').url, await aPicture('1'));
  await library.keepPicture(id, anImage('b').url, await aPicture('2'));
  await library.missPicture(id, anImage('c').url, 'refused');
  const newText = { text: 'New', content: '<p>New</p>', images: [anImage('d'), anImage('c'), anImage('b')] };

  await updated(library, anArticle('tide', newText));

  expect((await library.pictures(id)).map(({ alt, status }) => [alt, status])).toEqual([
    ['d', 'pending'],
    ['c', 'pending'],
    ['b', 'kept'],
  ]);
  expect((await library.items([id]))[0]?.pictures).toEqual({ total: 3, kept: 1, pending: 2 });
  expect((await everything(library.name)).blobs).toHaveLength(2);
  await updated(library, three);
  expect((await library.pictures(id)).map(({ alt, status }) => [alt, status])).toEqual([
    ['a', 'kept'],
    ['b', 'kept'],
    ['c', 'pending'],
  ]);
});

test('a worker that is stopped leaves its jobs to the next one, the oldest first', async () => {
  let now = 1_000;
  const first = freshLibrary(() => now);
  const older = await saved(first, anArticle('older', { images: [anImage('a'), anImage('b')] }));
  await first.keepPicture(older, anImage('a').url, await aPicture('1'));
  now = 2_000;
  const younger = await saved(first, anArticle('younger', { images: [anImage('c')] }));

  const next = openLibrary({ name: first.name });
  const jobs = await next.dueJobs(3_000);

  expect(jobs.map(({ articleId }) => articleId)).toEqual([older, younger]);
  expect((await next.pictures(older)).filter(({ status }) => status === 'pending').map(({ alt }) => alt)).toEqual([
    'b',
  ]);
});

test('a job at rest is not due before its time and says when it wakes', async () => {
  const library = freshLibrary();
  const id = await saved(library, three);

  await library.restJob(`keep-pictures:${id}`, 60_000);

  expect(await library.dueJobs(59_999)).toEqual([]);
  expect(await library.dueJobs(60_000)).toMatchObject([{ attempts: 1, notBefore: 60_000 }]);
  expect(await library.nextJobAt()).toBe(60_000);
});

test('a job is finished only when no picture waits for it', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide', { images: [anImage('a')] }));

  await library.finishJob(`keep-pictures:${id}`);
  const waiting = await library.nextJobAt();
  await library.missPicture(id, anImage('a').url, 'refused');
  await library.finishJob(`keep-pictures:${id}`);

  expect(waiting).toBe(0);
  expect(await library.nextJobAt()).toBeNull();
});
