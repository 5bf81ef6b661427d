import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { FIRST_WORDS, HOSTILE_PAGES, isLeak, LAST_WORDS } from './hostile.mjs';
import { HUGE_BYTES, SLOW_MS } from './serve/cdn.mjs';
import { startSampleSite } from './server.mjs';

const SEED_PATH = '/cnbeta/articles/tech/1109219.htm';
const SEED_PICTURE = '/thumb/article/2021/0331/e44ffbce993cea0.jpg';

let site: Awaited<ReturnType<typeof startSampleSite>>;

beforeAll(async () => {
  site = await startSampleSite();
});

afterEach(() => {
  site.setOffline(false);
  site.setDelay(0);
  site.requests.length = 0;
});

afterAll(() => site.close());

describe('pages', () => {
  test('come with the sample addresses turned into the running origins', async () => {
    const page = await text(SEED_PATH);

    expect(page).toContain(`src="${site.cdnOrigin}${SEED_PICTURE}"`);
    expect(page).toContain(`<link rel="canonical" href="${site.origin}${SEED_PATH}">`);
    expect(page).not.toMatch(/https:\/\/(?:static\.cnbetacdn|www\.cnbeta)\.com/);
  });

  test('change, move and go when they are told to', async () => {
    const earlier = await text('/changing');

    site.setPage('/changing', '/changing-2.html');
    expect(await text('/changing')).toContain('Correction, 12 March');
    site.setPage('/changing', '>/short');
    expect((await fetch(site.url('/changing'))).url).toBe(site.url('/short'));
    site.setPage('/changing', 410);
    expect((await fetch(site.url('/changing'))).status).toBe(410);
    site.setPage('/changing', null);

    expect(await text('/changing')).toBe(earlier);
  });

  test('are all reachable from the index', async () => {
    const index = await text('/');
    const links = [...index.matchAll(/href="(\/[^"]*)"/g)].map(([, path]) => path ?? '');

    const answers = await Promise.all(links.map(async (path) => [path, (await fetch(site.url(path))).status] as const));

    expect(answers.length).toBeGreaterThan(15);
    expect(answers.filter(([path, status]) => status !== (path === '/nowhere' ? 404 : 200))).toEqual([]);
  });

  test('of the archive are distinct by number and always the same', async () => {
    const pages = await Promise.all(Array.from({ length: 400 }, (_, n) => text(`/archive/${n}`)));
    const again = await text('/archive/7');

    expect(new Set(pages.map((page) => /<h1>(.*)<\/h1>/.exec(page)?.[1])).size).toBe(400);
    expect(again).toBe(pages[7]);
    expect(pages.join('')).not.toMatch(/\{(?:place|thing|person|n)\}|undefined/);
  });

  test('change, grow long and turn into AMP as asked', async () => {
    const [first, second, long, amp] = await Promise.all(['/changing', '/changing?v=2', '/long', '/amp'].map(text));

    expect(second).not.toBe(first);
    expect(long?.match(/<p>.*?<\/p>/g)?.join('').length).toBeGreaterThanOrEqual(200_000);
    expect(amp).toContain('<html amp ');
    expect(amp).toContain(`<link rel="canonical" href="${site.origin}/long-read">`);
    expect(amp).not.toMatch(/<img |rel="amphtml"/);
  });

  test('redirect with a status', async () => {
    const moved = await fetch(site.url('/moved'), { redirect: 'manual' });
    const go = await fetch(site.url('/go'), { redirect: 'manual' });

    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/long-read']);
    expect([go.status, go.headers.get('location')]).toEqual([302, '/tracked?utm_source=go&utm_medium=redirect']);
  });

  test('say how they are encoded and what their policy is', async () => {
    const encoded = await fetch(site.url('/gb18030'));
    const strict = await fetch(site.url('/strict-csp'));
    const pdf = await fetch(site.url('/report.pdf'));

    expect(encoded.headers.get('content-type')).toBe('text/html; charset=GB18030');
    expect(new TextDecoder('gb18030', { fatal: true }).decode(await encoded.arrayBuffer())).toContain('𤭢罐');
    expect(strict.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'");
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect((await pdf.text()).startsWith('%PDF-')).toBe(true);
  });

  test('refuse, are out of order, or ask to wait once', async () => {
    const [refused, broken, busy] = await Promise.all(
      ['/refused', '/broken', '/busy/7'].map((path) => fetch(site.url(path))),
    );
    const Cookie = busy?.headers.get('set-cookie')?.split(';')[0] ?? '';
    const again = await fetch(site.url('/busy/7'), { headers: { Cookie } });

    expect([refused, broken, busy, again].map((answer) => answer?.status)).toEqual([403, 503, 429, 200]);
    expect(busy?.headers.get('retry-after')).toBe('2');
    expect(await again.text()).toBe(await text('/archive/7'));
  });

  test('that are not there answer 404, also outside the site', async () => {
    const answers = await Promise.all(
      ['/nowhere', '/%2e%2e/server.mjs', '/..%2fserver.mjs', '/hostile/..%2f..%2fserver'].map((path) =>
        fetch(site.origin + path),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });
});

describe('pictures', () => {
  test.each<[string, Record<string, string>, number]>([
    [SEED_PICTURE, {}, 200],
    [SEED_PICTURE, { Referer: 'ORIGIN/' }, 403],
    ['/needs-referrer/rope.jpg', {}, 403],
    ['/needs-referrer/rope.jpg', { Referer: 'http://elsewhere.example/' }, 403],
    ['/needs-referrer/rope.jpg', { Referer: 'ORIGIN/pictures' }, 200],
    ['/needs-cookie/stars.jpg', {}, 403],
    ['/needs-cookie/stars.jpg', { Cookie: 'a=1; member=1' }, 200],
    ['/with-cors/gull.jpg', {}, 200],
    ['/gone.jpg', {}, 404],
  ])('%s with %o answers %i', async (path, headers, status) => {
    const sent = Object.entries(headers).map(([name, value]) => [name, value.replace('ORIGIN', site.origin)] as const);

    const answer = await fetch(site.cdnOrigin + path, { headers: Object.fromEntries(sent) });

    expect(answer.status).toBe(status);
  });

  test('allow other origins only where they say so', async () => {
    const [plain, open, members] = await Promise.all(
      ['/lantern.jpg', '/with-cors/gull.jpg', '/needs-cookie/stars.jpg'].map((path) => fetch(site.cdnOrigin + path)),
    );

    expect(plain?.headers.get('access-control-allow-origin')).toBeNull();
    expect(open?.headers.get('access-control-allow-origin')).toBe('*');
    expect(members?.headers.get('access-control-allow-origin')).toBe(site.origin);
  });

  test('for members open with the cookie of the page that shows them', async () => {
    const cookie = (await fetch(site.url('/pictures'))).headers.get('set-cookie')?.split(';')[0] ?? '';

    const without = await fetch(site.url('/pictures/members/deck.jpg'));
    const withIt = await fetch(site.url('/pictures/members/deck.jpg'), { headers: { Cookie: cookie } });

    expect([without.status, withIt.status]).toEqual([403, 200]);
  });

  test('can be HTML, slow or too large', async () => {
    const html = await fetch(`${site.cdnOrigin}/not-a-picture.jpg`);
    const huge = await fetch(`${site.cdnOrigin}/huge.jpg`);
    const started = performance.now();
    const slow = await fetch(`${site.cdnOrigin}/slow/kettle.jpg`);

    expect([html.status, html.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(huge.headers.get('content-length')).toBe(String(HUGE_BYTES));
    expect((await huge.arrayBuffer()).byteLength).toBe(HUGE_BYTES);
    expect(slow.headers.get('content-type')).toBe('image/jpeg');
    expect(performance.now() - started).toBeGreaterThanOrEqual(SLOW_MS - 50);
  }, 30_000);
});

describe('the server', () => {
  test('records what was asked, of which host and with what', async () => {
    await fetch(site.url('/leak?by=test'), { headers: { Referer: site.url('/x'), Cookie: 'a=1' } });
    await fetch(`${site.cdnOrigin}/lantern.jpg`);

    const [leak, picture] = site.requests;
    expect(leak).toMatchObject({
      url: '/leak?by=test',
      referrer: site.url('/x'),
      cookie: 'a=1',
      host: site.origin.slice(7),
    });
    expect(picture).toMatchObject({ url: '/lantern.jpg', referrer: null, cookie: null, host: site.cdnOrigin.slice(7) });
    expect(site.requests.map(isLeak)).toEqual([true, false]);
  });

  test('waits as told before it answers', async () => {
    site.setDelay(200);
    const started = performance.now();

    await fetch(site.url('/short'));

    expect(performance.now() - started).toBeGreaterThanOrEqual(190);
  });

  test('cuts every connection while offline, then answers again', async () => {
    site.setOffline(true);

    await expect(fetch(site.url('/short'))).rejects.toThrow();
    await expect(fetch(`${site.cdnOrigin}/lantern.jpg`)).rejects.toThrow();
    expect(site.requests).toEqual([]);

    site.setOffline(false);
    expect((await fetch(site.url('/short'))).status).toBe(200);
  });

  test('frees its ports when closed', async () => {
    const other = await startSampleSite();

    await other.close();

    await expect(canConnect(other.origin)).resolves.toBe(false);
    await expect(canConnect(other.cdnOrigin)).resolves.toBe(false);
  });
});

describe('hostile pages', () => {
  test('are listed as they lie in the folder', async () => {
    const files = (await readdir(new URL('./hostile/', import.meta.url))).sort();

    expect(HOSTILE_PAGES.map(({ name }) => `${name}.html`).sort()).toEqual(files);
  });

  test.each(HOSTILE_PAGES)('$name is served with its article', async ({ name }) => {
    const page = await text(`/hostile/${name}`);

    expect(page).toContain(FIRST_WORDS);
    expect(page).toContain(LAST_WORDS);
    expect(page).not.toContain('https://samples.example/');
  });

  test('many-elements has 200,000 of them', async () => {
    const page = await text('/hostile/many-elements');

    expect(page.match(/<(?:p|b|i|img)\b/g)?.length).toBeGreaterThanOrEqual(200_000);
  });
});

test('expected values speak of words that are on their page', async () => {
  const folder = new URL('./expected/', import.meta.url);
  const files = await readdir(folder);

  for (const file of files) {
    const expected = JSON.parse(await readFile(new URL(file, folder), 'utf8'));
    const bytes = await (await fetch(site.url(expected.path))).arrayBuffer();
    const words = new TextDecoder(file === 'gb18030.json' ? 'gb18030' : 'utf-8').decode(bytes).replace(/<[^>]*>/g, '');

    for (const sentence of [expected.title, expected.firstSentence, expected.lastSentence, ...expected.mustContain]) {
      expect.soft(words, `${file}: ${sentence}`).toContain(sentence);
    }
  }
});

async function text(path: string): Promise<string> {
  return (await fetch(site.url(path))).text();
}

function canConnect(origin: string): Promise<boolean> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
