import { describe, expect, it } from 'vitest';
import { parseFrontMatter, serializeFrontMatter } from '../../../utils/formats/front-matter';
import { isEmbeddedPicture } from '../../../utils/model/embedded-picture';
import { sanitizeArticle } from '../../../utils/sanitize';

const HEAD = '---\ntitle: The ferry\n---\n\n';

/** A picture of noise, so that it does not shrink to a few characters. */
function picture(seed = 1, size = 24): string {
  const pixels = new ImageData(size, size);
  for (let at = 0, state = seed; at < pixels.data.length; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    pixels.data[at] = at % 4 === 3 ? 255 : state & 255;
  }
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  return canvas.toDataURL('image/png');
}

async function read(body: string) {
  const parsed = await parseFrontMatter({ name: 'a.md', bytes: new TextEncoder().encode(HEAD + body) });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

describe('a picture that stands in a file', () => {
  it.each([
    ['HTML', (url: string) => `<p>One</p>\n<p><img alt="A boat" src="${url}"></p>`],
    ['HTML in single quotes', (url: string) => `<p>One</p>\n<p><img src='${url}' alt='A boat'></p>`],
    ['Markdown', (url: string) => `One\n\n![A boat](${url})`],
    ['a Markdown reference', (url: string) => `One\n\n![A boat][1]\n\n[1]: ${url}`],
  ])('is a picture of the article under a short address: %s', async (_, body) => {
    const url = picture();

    const { content, images } = await read(body(url));

    const [image] = images;
    expect(images).toEqual([{ url: image?.url, sources: [url], alt: 'A boat', width: null, height: null }]);
    expect(isEmbeddedPicture(image?.url ?? '')).toBe(true);
    expect(content).toBe(`<p>One</p><p><img src="${image?.url}" alt="A boat"></p>`);
    const shown = sanitizeArticle(content);
    expect(shown.ok && shown.value.querySelector('img')?.getAttribute('data-src')).toBe(image?.url);
  });

  it('stands in the exported file again, which imports as the same article', async () => {
    const url = picture();
    const first = await read(`<p>One <img src="${url}" alt="A"> two <img src="https://a.example/b.jpg" alt=""></p>`);

    const exported = serializeFrontMatter(first);
    const again = await read(exported.slice(exported.indexOf('\n---\n') + 6));

    expect(exported).toContain(`<img src="${url}" alt="A"> two <img src="https://a.example/b.jpg" alt="">`);
    expect(again.content).toBe(first.content);
    expect(again.images).toEqual(first.images);
    expect(again.url).toBe(first.url);
  });

  it('is one picture however often it is shown, and another one another', async () => {
    const [one, other] = [picture(1), picture(2)];

    const { images } = await read(`<p><img src="${one}"><img src="${other}"><img src="${one}"></p>`);

    expect(images.map(({ sources }) => sources)).toEqual([[one], [other]]);
  });

  it('does not count as text, of which only so much is read', async () => {
    const url = picture(1, 400);

    const { images } = await read(`One\n\n![A boat](${url})`);

    expect(url.length).toBeGreaterThan(256 * 1024);
    expect(images).toHaveLength(1);
  });
});

it('a listing of a page with such a picture keeps what it shows', async () => {
  const code = `&lt;img src="${picture()}"&gt;`;

  const { content, images } = await read(`<pre><code>${code}</code></pre>`);

  expect(content).toBe(`<pre><code>${code}</code></pre>`);
  expect(images).toEqual([]);
});

it('a text made to be looked through again and again is read at once', async () => {
  const started = performance.now();

  const { text } = await read(`<p>${']:data:image/a,'.repeat(250_000)}&lt;</p>`);

  expect(text.length).toBeGreaterThan(3_000_000);
  expect(performance.now() - started).toBeLessThan(3_000);
});

it('a stand-in of a pixel is no picture, and one with an address behind it is that address', async () => {
  const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

  const { content } = await read(
    `<p>One <img src="${pixel}"> <img src="${pixel}" data-src="https://a.example/a.jpg"></p>`,
  );

  expect(content).toBe('<p>One <img src="https://a.example/a.jpg" alt=""></p>');
});
