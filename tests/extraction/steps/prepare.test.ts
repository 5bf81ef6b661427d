import { describe, expect, it } from 'vitest';
import { preparePage } from '../../../utils/extraction/steps/prepare';
import { parse } from '../support';

const URL = 'https://a.example/news/1.html';
const prepared = (html: string) => preparePage(parse(html), URL).copy.body.innerHTML.trim();

describe('preparePage', () => {
  it.each([
    [
      'elements, in an inert page',
      (inner: string) => parse(`<p><img src="/blank.gif" alt=""><noscript>${inner}</noscript></p>`),
    ],
    [
      'text, in a live page',
      (inner: string) => {
        const page = parse('<p><img src="/blank.gif" alt=""><noscript></noscript></p>');
        page.querySelector('noscript')?.append(inner);
        return page;
      },
    ],
  ])('finds the picture in a noscript of %s', (_, make) => {
    const page = make('<img src="/a.jpg?x=1&amp;y=2" alt="A">');

    const { copy } = preparePage(page, URL);

    expect(copy.body.querySelectorAll('img')).toHaveLength(1);
    expect(copy.body.querySelector('img')?.getAttribute('src')).toBe('/a.jpg?x=1&y=2');
  });

  it('drops a noscript that asks for scripts or counts visits', () => {
    expect(
      prepared(
        '<p>One</p><noscript><p>Turn scripts on</p></noscript><noscript><img src="/c.gif" width="1" height="1"></noscript>',
      ),
    ).not.toContain('scripts');
  });

  it('keeps every candidate of a picture for later', () => {
    const body = prepared('<picture><source srcset="/b.webp 1200w, /c.webp 600w"><img src="/a.jpg"></picture>');

    expect(body).toBe('<img src="/a.jpg" srcset="/b.webp 1200w, /c.webp 600w">');
  });

  it('takes the base of the page into account', () => {
    const { baseUrl } = preparePage(parse('<base href="/other/"><p>One</p>'), URL);

    expect(baseUrl).toBe('https://a.example/other/');
  });

  it('leaves the page as it was', () => {
    const page = parse('<script>x</script><picture><source srcset="/b.webp"><img src="/a.jpg"></picture>');
    const before = page.documentElement.outerHTML;

    preparePage(page, URL);

    expect(page.documentElement.outerHTML).toBe(before);
  });
});
