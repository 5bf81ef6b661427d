import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../utils/extraction/extract';
import { parse } from './support';

interface Expected {
  readonly file: string;
  readonly url: string;
  /** For each picture, every address that may stand for it. */
  readonly images: ReadonlyArray<readonly string[]>;
  readonly firstSentence: string;
  readonly lastSentence: string;
  readonly mustContain: readonly string[];
  readonly mustNotContain: readonly string[];
  readonly [field: string]: unknown;
}

const expectations = import.meta.glob<Expected>('../samples/expected/*.json', { eager: true, import: 'default' });
const pages = import.meta.glob<string>('../samples/site/**/*.{htm,html}', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** Its bytes are not UTF-8: decoding them is the fetching side's matter. */
const OTHER_BYTES = /gb18030/;

const FIELDS = [
  'title',
  'authors',
  'siteName',
  'publishedTime',
  'modifiedTime',
  'lang',
  'dir',
  'categories',
  'leadImage',
];

describe.each(Object.values(expectations).filter(({ file }) => !OTHER_BYTES.test(file)))(
  'the sample $file',
  (expected) => {
    const article = extractArticle(parse(pages[`../samples/${expected.file}`] ?? ''), expected.url);

    it('has its metadata', () => {
      const known = FIELDS.filter((field) => field in expected);

      expect(article).toMatchObject(Object.fromEntries(known.map((field) => [field, expected[field]])));
    });

    it('has its text, from the first sentence to the last', () => {
      const { text = '', content = '' } = article ?? {};

      const blocks = text.split('\n\n');
      // A standfirst may come before, notes after.
      expect(blocks.slice(0, 2).join('\n')).toContain(expected.firstSentence);
      expect(blocks.slice(-4).join('\n')).toContain(expected.lastSentence);
      for (const words of expected.mustContain) expect(`${text} ${content}`).toContain(words);
      for (const words of expected.mustNotContain) expect(content).not.toContain(words);
    });

    it('has its pictures in order', () => {
      const found = article?.images ?? [];

      expect(found).toHaveLength(expected.images.length);
      for (const [index, addresses] of expected.images.entries()) expect(addresses).toContain(found[index]?.url);
    });
  },
);
