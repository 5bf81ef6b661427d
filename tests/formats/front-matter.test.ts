import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../utils/extraction/extract';
import { MAX_FILE_BYTES, parseFrontMatter, serializeFrontMatter } from '../../utils/formats/front-matter';
import type { ExtractedArticle, FrontMatter } from '../../utils/model/article';
import { parseInert } from '../../utils/sanitize';
import samplePage from '../samples/site/cnbeta/articles/tech/1109219.htm?raw';
import seedFile from './files/cnbeta-article.md?raw';

const SAMPLE_URL = 'https://www.cnbeta.com/articles/tech/1109219.htm';
const SEED_TITLE = '第5家！悟空互助宣布关停并送健康险，保险替代互助成出路？';
const PICTURE = 'https://static.cnbetacdn.com/thumb/article/2021/0331/e44ffbce993cea0.jpg';

const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (text: string, name = 'file.md') => parseFrontMatter({ name, bytes: bytes(text) });
/** From the opening line of dashes to the closing one; the seed has an empty line above it. */
const blockOf = (file: string) => file.trimStart().slice(0, file.trimStart().indexOf('\n---\n') + '\n---\n'.length);

async function article(text: string, name?: string): Promise<ExtractedArticle> {
  const result = await parse(text, name);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function problem(text: string | Uint8Array) {
  const result = await parseFrontMatter({ name: 'x.md', bytes: typeof text === 'string' ? bytes(text) : text });
  return result.ok ? null : result.error;
}

function captureSample(): ExtractedArticle {
  const page = parseInert(samplePage);
  const captured = page.ok ? extractArticle(page.value, SAMPLE_URL) : null;
  if (!captured) throw new Error('The sample page gave no article');
  return captured;
}

describe('the seed file', () => {
  it('is read with every field that it knows', async () => {
    const seed = await article(seedFile, 'cnbeta-article.md');

    expect(seed).toMatchObject({
      kind: 'import',
      title: SEED_TITLE,
      authors: ['cnBeta'],
      siteName: null,
      publishedTime: '2021-03-31T11:25:15.000+08:00',
      publishedTimeRaw: 'Wed, 31 Mar 2021 03:25:15 GMT',
      lang: 'zh-CN',
      dir: 'ltr',
      categories: ['新媒体', 'cnBeta', '最新'],
      leadImage: PICTURE,
      thumbnail: PICTURE,
    });
    expect(seed.url).toMatch(/^urn:offprint:[\da-f]{64}$/);
    expect(seed.canonicalUrl).toBe(seed.url);
    expect(seed.frontMatter?.map(([key]) => key)).toEqual([
      ...['title', 'categories', 'headimg', 'author', 'comments', 'date', 'thumbnail'],
    ]);
  });

  it('is the article captured from its live page, in every field that a file can know', async () => {
    const captured = captureSample();

    const imported = await article(seedFile);

    const differing = Object.keys(captured).filter(
      (field) =>
        JSON.stringify(captured[field as keyof ExtractedArticle]) !==
        JSON.stringify(imported[field as keyof ExtractedArticle]),
    );
    expect(differing.sort()).toEqual(
      [
        'kind', // how it came
        'url', // the file has no address
        'canonicalUrl',
        'siteName', // nor a site
        'organisations', // of which the author is one
        'publishedTimeRaw', // the page says 2021年03月31日 11:25:15, the file Wed, 31 Mar 2021 03:25:15 GMT
        'sources', // where each field was found
        'confidence', // and how sure of it
        'frontMatter', // a page has none
      ].sort(),
    );
  });

  it('comes back with its front matter byte for byte', async () => {
    const exported = serializeFrontMatter(await article(seedFile));

    expect(blockOf(exported)).toBe(blockOf(seedFile));
  });

  it('is the same article after export and import, the larger sources of its pictures included', async () => {
    const seed = await article(seedFile);

    const again = await article(serializeFrontMatter(seed));

    expect(seed.images[0]?.sources.length).toBeGreaterThan(1);
    // What the first import left out is not in the file any more.
    expect({ ...again, receipt: seed.receipt }).toEqual(seed);
  });

  it('is exported from its live page with its own keys first, in its own order', () => {
    const exported = serializeFrontMatter(captureSample());

    expect(exported.startsWith(blockOf(seedFile).slice(0, -'---\n'.length))).toBe(true);
    expect(exported).toContain(`\nsource: '${SAMPLE_URL}'\n`);
  });

  it('is the same file from its live page as the same article is after import', async () => {
    const exported = serializeFrontMatter(captureSample());

    expect(serializeFrontMatter(await article(exported))).toBe(exported);
  });

  it.each([
    ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, ...bytes(seedFile)]],
    ['UTF-16', [0xff, 0xfe, ...new Uint8Array(Uint16Array.from(seedFile, (unit) => unit.charCodeAt(0)).buffer)]],
    ['Windows line ends', [...bytes(seedFile.replaceAll('\n', '\r\n'))]],
  ])('is the same article in %s', async (_, encoded) => {
    const plain = await article(seedFile);

    const result = await parseFrontMatter({ name: 'file.md', bytes: Uint8Array.from(encoded) });

    expect(result).toEqual({ ok: true, value: plain });
  });
});

describe('import', () => {
  it.each<[string, string, Partial<ExtractedArticle>]>([
    [
      'Jekyll',
      'layout: post\ntitle: a\ndate: 2021-03-31 11:25:15 +0800',
      { publishedTime: '2021-03-31T11:25:15.000+08:00' },
    ],
    [
      'Obsidian Web Clipper',
      'title: a\nsource: https://b.example/c\nauthor:\n  - "[[Ann]]"\npublished: 2021-03-31\ncreated: 2026-01-01',
      {
        url: 'https://b.example/c',
        canonicalUrl: 'https://b.example/c',
        authors: ['Ann'],
        publishedTime: '2021-03-31T00:00:00.000Z',
      },
    ],
    [
      'SimpRead',
      'url: https://b.example/c?utm_source=d\ntitle: a\nbanner: https://b.example/d.jpg\nsummary: e',
      {
        url: 'https://b.example/c?utm_source=d',
        canonicalUrl: 'https://b.example/c',
        leadImage: 'https://b.example/d.jpg',
        thumbnail: 'https://b.example/d.jpg',
        excerpt: 'e',
      },
    ],
    [
      'Hexo',
      'title: a\ncategories: [[b, c], [b, d]]\ntags: e\nupdated: 2021/4/1 1:02:03',
      {
        categories: ['b', 'c', 'd'],
        modifiedTime: '2021-04-01T01:02:03.000Z',
      },
    ],
    [
      'capitals',
      'Title: a\nURL: https://b.example/c\nAuthor: [Ann, Bob]\nLang: en_us',
      {
        authors: ['Ann', 'Bob'],
        lang: 'en-US',
      },
    ],
  ])('understands the keys of %s', async (_, block, expected) => {
    const read = await article(`---\n${block}\n---\n<p>Words</p>`);

    expect(read).toMatchObject({ title: 'a', ...expected });
  });

  it('takes time without a zone in a Chinese document for Shanghai time and keeps the words', async () => {
    const read = await article('---\ntitle: 标题\ndate: 2021-03-31 11:25:15\n---\n<p>这是一个中文的文档。</p>');

    expect(read.publishedTime).toBe('2021-03-31T11:25:15.000+08:00');
    expect(read.publishedTimeRaw).toBe('2021-03-31 11:25:15');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '/posts/1', 'cnBeta'])(
    'does not take %j for an address',
    async (value) => {
      const read = await article(`---\ntitle: a\nsource: '${value}'\nheadimg: '${value}'\n---\n<p>Words</p>`);

      expect(read.url).toMatch(/^urn:offprint:/);
      expect(read.leadImage).toBeNull();
    },
  );

  it('gives the same made-up address to the same article and another one to another', async () => {
    const one = await article('---\ntitle: a\n---\n<p>b</p>');
    const same = await article('---\ntitle: a\nx: y\n---\n\n<div><p>b</p></div>\n');
    const other = await article('---\ntitle: a\n---\n<p>c</p>');

    expect(same.url).toBe(one.url);
    expect(other.url).not.toBe(one.url);
  });

  it('calls a file without a title by its name', async () => {
    const read = await article('---\nauthor: a\n---\n<p>b</p>', '新闻 1.md');

    expect(read.title).toBe('新闻 1');
    expect(serializeFrontMatter(read)).toContain("title: '新闻 1'\n");
  });

  it('takes a file with an address and no text for a kept link', async () => {
    const read = await article('---\ntitle: a\nurl: https://b.example/c\n---\n');

    expect(read).toMatchObject({ kind: 'link', url: 'https://b.example/c', content: '' });
  });

  it('reads a Markdown body, and writes it as HTML that reads the same', async () => {
    const read = await article(
      '---\ntitle: a\n---\n\n## b\n\nc **d** [e](https://f.example/)\n\n- g\n\n| h | i |\n|---|---|\n| 1 | 2 |\n',
    );

    expect(read.content).toBe(
      '<h2>b</h2><p>c <strong>d</strong> <a href="https://f.example/">e</a></p><ul><li>g</li></ul>' +
        '<table><thead><tr><th>h</th><th>i</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    );
    expect(await article(serializeFrontMatter(read))).toEqual(read);
  });

  it.each([
    ['<details><summary>b</summary><p>c *d*</p></details>', 'c *d*'],
    ['<https://b.example/> *d*', 'd'],
    ['*d*', 'd'],
  ])('tells HTML and Markdown apart: %s', async (body, last) => {
    const read = await article(`---\ntitle: a\n---\n${body}`);

    expect(read.text.endsWith(last)).toBe(true);
    expect(read.text.endsWith(`*${last}*`)).toBe(false);
  });

  it('keeps nothing of a Markdown body that runs', async () => {
    const read = await article('---\ntitle: a\n---\nb [c](javascript:x()) <script>x()</script> <b onclick="x()">d</b>');

    expect(read.content).not.toMatch(/<script|onclick|href/);
    expect(read.text).toContain('d');
  });

  it('keeps nothing that runs', async () => {
    const read = await article(
      '---\ntitle: a\n---\n<p onclick="x()">b<script>x()</script><img src=x onerror=x()><a href="javascript:x()">c</a></p><iframe src="https://b.example"></iframe>',
    );

    expect(read.content.replace(/<\/?(?:p|a)>/g, '')).toBe('bc');
  });
});

describe('what pages say besides', () => {
  it('is written and read again, and nothing where there is nothing to say', async () => {
    const plain = { ...(await article('---\ntitle: a\nauthor: [Ann, Reuters]\n---\n<p>b</p>')), frontMatter: null };
    const told = { ...plain, organisations: ['Ann'], leadImageCaption: 'A boat', isPaywalled: true, isLiveBlog: true };

    const read = await article(serializeFrontMatter(told));

    expect(plain.organisations).toEqual(['Reuters']);
    expect(serializeFrontMatter(plain)).not.toMatch(/organisations|caption|paywalled|live/);
    expect(read).toMatchObject({
      organisations: ['Ann'],
      leadImageCaption: 'A boat',
      isPaywalled: true,
      isLiveBlog: true,
    });
  });

  it('is where the text goes on and the pages it was joined of', async () => {
    const plain = { ...(await article('---\ntitle: a\n---\n<p>b</p><hr><p>c</p>')), frontMatter: null };
    const pages = ['https://a.example/b', 'https://a.example/b?page=2'];
    const told = { ...plain, pages, nextPage: { url: 'https://a.example/b?page=3', isSure: true, total: 4 } };

    const file = serializeFrontMatter(told);
    const read = await article(file);

    expect(read).toMatchObject({
      pages,
      content: plain.content,
      nextPage: { ...told.nextPage, isSure: false, total: null },
    });
    expect(serializeFrontMatter(read)).toBe(file);
    expect(serializeFrontMatter(plain)).not.toContain('page');
    expect((await article('---\ntitle: a\npages: [x, "javascript:x()"]\n---\n<p>b</p>')).pages).toEqual([]);
  });

  it('is nothing in articles of older libraries', async () => {
    const read = { ...(await article('---\ntitle: a\n---\n<p>b</p>')), frontMatter: null };
    const { organisations: _1, leadImageCaption: _2, isPaywalled: _3, isLiveBlog: _4, ...older } = read;

    expect(serializeFrontMatter(older)).toBe(serializeFrontMatter(read));
  });
});

describe('a moment', () => {
  it.each([
    ['en', '2021-03-31T23:25:15-04:00', 'Wed, 31 Mar 2021 23:25:15 -0400'],
    ['zh-CN', '2021-03-31T23:25:15-04:00', 'Wed, 31 Mar 2021 23:25:15 -0400'],
    ['zh-CN', '2021-03-31T11:25:15+08:00', 'Wed, 31 Mar 2021 03:25:15 GMT'],
    ['en', '2021-03-31T03:25:15Z', 'Wed, 31 Mar 2021 03:25:15 GMT'],
  ])('of a page in %s, %s, is written as %s and read as it was', async (lang, publishedTime, written) => {
    const read = await article(`---\ntitle: a\nlang: ${lang}\ndate: '${publishedTime}'\n---\n<p>b</p>`);
    const captured = { ...read, frontMatter: null };

    const file = serializeFrontMatter(captured);

    expect(file).toContain(`date: ${written}\n`);
    expect((await article(file)).publishedTime).toBe(read.publishedTime);
  });

  it('that an older library has in UTC leaves the file it came with as it was', async () => {
    const file = "---\ntitle: a\nlang: zh-CN\ndate: '2021-03-31 11:25:15'\n---\n<p>b</p>";
    const read = await article(file);

    const older = { ...read, publishedTime: '2021-03-31T03:25:15.000Z' };

    expect(serializeFrontMatter(older)).toBe(serializeFrontMatter(read));
  });
});

describe('refusal', () => {
  const deep = `---\ntitle: a\n---\n${'<div>'.repeat(100_000)}`;
  const crowded = `---\ntitle: a\n---\n${'<i>a</i>'.repeat(110_000)}`;

  it.each<[string, string | Uint8Array, object]>([
    ['50 MB', new Uint8Array(50 * 1024 * 1024).fill(0x61), { reason: 'too-large', line: null }],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), { reason: 'not-text', line: null }],
    ['no front matter', '<p>a</p>', { reason: 'no-front-matter', line: 1 }],
    ['front matter without an end', '---\ntitle: a\n\n<p>b</p>', { reason: 'unclosed-front-matter', line: 1 }],
    ['bad YAML', '---\ntitle: a\ncategories: [b\n---\n<p>c</p>', { reason: 'bad-yaml', line: 3 }],
    ['a key given twice', '---\ntitle: a\ntitle: b\n---\n<p>c</p>', { reason: 'duplicate-key', line: 3 }],
    ['a list for front matter', '---\n- a\n---\n<p>c</p>', { reason: 'not-a-mapping', line: 2 }],
    ['no text', '---\ntitle: a\n---\n\n \n<div> </div>', { reason: 'empty-body', line: 4 }],
    ['an empty file', '', { reason: 'no-front-matter', line: 1 }],
    ['a text nested too deep', deep, { reason: 'body-too-deep', line: 4 }],
    ['a text of too many elements', crowded, { reason: 'body-too-many-elements', line: 4 }],
  ])('says why and where for a file of %s', async (_, text, expected) => {
    expect(await problem(text)).toMatchObject(expected);
  });

  it('answers for the largest files that it does look at', async () => {
    const head = '---\ntitle: a\n---\n<p>';

    expect(await problem(head + 'a'.repeat(MAX_FILE_BYTES - head.length))).toMatchObject({ reason: 'body-too-large' });
    expect(await problem('a: b\n'.repeat(MAX_FILE_BYTES / 5))).toMatchObject({ reason: 'front-matter-too-large' });
    expect(await problem('\n'.repeat(MAX_FILE_BYTES))).toMatchObject({ reason: 'no-front-matter' });
    expect(await problem(head.replace('<p>', '*a '.repeat(100_000)))).toMatchObject({ reason: 'body-too-large' });
  });
});

describe('round trip', () => {
  const ODD: readonly unknown[] = [
    ...[
      'yes',
      '1.0',
      '007',
      '2021-03-31',
      'a: b',
      "it's",
      '"q"',
      '#x',
      '- x',
      'a\nb',
      'a\n---\nb',
      '---',
      '😀 emoji',
      '「中文」：是',
    ],
    ...[' both ', '', true, false, null, 0, -1.5, [], {}, ['a', 1, null], { b: { c: ['d'] } }, [['a'], { b: 'c' }]],
  ];

  it.each(ODD.map((value) => [value]))('keeps an unknown key with the value %j', async (value) => {
    const frontMatter: FrontMatter = [
      ['before', value],
      ['title', 'a'],
      ['10', value],
      ['__proto__', value],
      ['2', 'z'],
    ];
    const first = { ...(await article('---\ntitle: a\n---\n<p>b</p>')), frontMatter };

    const exported = serializeFrontMatter(first);
    const again = await article(exported);

    expect(again).toEqual(first);
    expect(serializeFrontMatter(again)).toBe(exported);
  });

  it.each(['yes', '1.0', 'it\'s "so": #1', '- x', 'null', '2021-03-31', '---', '「中文」：是', '😀', '\\n'])(
    'keeps the words %j in every field of a capture',
    async (words) => {
      const captured: ExtractedArticle = {
        ...captureSample(),
        title: words,
        authors: [words, 'other'],
        siteName: words,
        excerpt: words,
        categories: [words],
        publishedTimeRaw: words,
      };

      const exported = serializeFrontMatter(captured);
      const imported = await article(exported);

      const { kind, sources, confidence, receipt, frontMatter, images, ...fields } = captured;
      expect(imported).toMatchObject(fields);
      expect(serializeFrontMatter(imported)).toBe(exported);
    },
  );

  it('writes a field that has changed since import and leaves all else as it was', async () => {
    const file =
      "---\nTitle: 'a'\nx: y\ndate: 2021-03-31\nauthor: b\ncover: https://c.example/d.jpg\n---\n\n<p>e</p>\n";
    const read = await article(file);

    const exported = serializeFrontMatter({ ...read, title: 'f', authors: ['b', 'g'] });

    expect(exported).toBe(
      "---\nTitle: f\nx: 'y'\ndate: 2021-03-31\nauthor: \n - b\n - g\ncover: 'https://c.example/d.jpg'\n---\n\n<p>e</p>\n",
    );
  });
});
