import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../../utils/extraction/metadata';
import { parse } from '../support';

/** The title of a page with these parts. */
function titleOf(parts: string): string {
  const url = 'https://a.example/n/1';
  return readMetadata(parse(parts), { url, baseUrl: url, sample: '', byline: null }).title;
}

const json = (type: string, headline: string) =>
  `<script type="application/ld+json">{"@type":"${type}","headline":"${headline}"}</script>`;

describe('the title', () => {
  it('is the heading that readers see where the page is no news', () => {
    const named = json('BlogPosting', 'Ferry guide: times and prices');

    expect(titleOf(`<title>Ferry guide</title>${named}<h1>A guide to the ferry</h1>`)).toBe('A guide to the ferry');
  });

  it.each(['NewsArticle', 'https://schema.org/ReportageNewsArticle', 'LiveBlogPosting'])(
    'is the headline of a %s, whatever its heading says',
    (type) => {
      expect(titleOf(`${json(type, 'The ferry is late')}<h1>Late ferry: what we know</h1>`)).toBe('The ferry is late');
    },
  );

  it('is what a live page gives to others where its data names no headline', () => {
    const live = '<script type="application/ld+json">{"@type":"LiveBlogPosting"}</script>';

    expect(titleOf(`${live}<meta property="og:title" content="Ferry late"><h1>LIVE: ferry late</h1>`)).toBe(
      'Ferry late',
    );
  });

  it('is the heading where there is nothing but the document’s own title', () => {
    expect(titleOf('<title>FERRY Definition &amp; meaning | Words</title><h1>ferry</h1>')).toBe('ferry');
  });

  it('is no heading that names the site', () => {
    const page = '<meta property="og:site_name" content="The Ferry Times"><title>Late ferry</title><h1>The Ferry</h1>';

    expect(titleOf(page)).toBe('Late ferry');
  });

  it('is nothing where the page says nothing', () => {
    expect(titleOf('<p>words</p>')).toBe('');
  });
});
