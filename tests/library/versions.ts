import { anArticle, anImage } from './support';

/** Records of a store, each with its key where the store has no key path. */
type Records = Readonly<Record<string, readonly (readonly [value: unknown, key?: string | number])[]>>;

const ID = '0f6e2c1d4b5a69788796a5b4c3d2e1f0';
const CONTENT_ID = 'c'.repeat(64);
const HASH = 'a'.repeat(64);
const DEVICE = '5d0e8c9a-5a5e-4d8e-9a65-0c6f2f5d7b11';

const stamped = <T>(value: T, counter: number) => ({
  value,
  time: `0000000003e8-${counter.toString(16).padStart(4, '0')}`,
  device: DEVICE,
});

const { content, text, images: _, receipt, sources, frontMatter, ...description } = anArticle('tide');
const { url, sources: pictureSources, alt, width, height } = anImage('light');

/** Version 1. */
const FIRST: Records = {
  articles: [
    [
      {
        ...description,
        id: ID,
        savedAt: 1_000,
        current: stamped(CONTENT_ID, 1),
        versions: [{ contentId: CONTENT_ID, capturedAt: 1_000 }],
        keys: ['news.example/tide'],
        contentIds: [CONTENT_ID],
        described: stamped(true, 2),
      },
    ],
  ],
  contents: [[{ id: CONTENT_ID, content, text, images: [anImage('light')], receipt, sources, frontMatter }]],
  states: [
    [
      {
        articleId: ID,
        archived: stamped(true, 3),
        favourite: stamped(true, 4),
        deleted: stamped(false, 5),
        position: stamped({ quote: 'the', offset: 7, progress: 0.5 }, 6),
        tags: { sea: stamped(true, 7), moon: stamped(false, 8) },
      },
    ],
  ],
  tombstones: [[{ articleId: 'f'.repeat(32), deleted: stamped(true, 9) }]],
  entries: [
    [
      {
        articleId: ID,
        places: ['all', 'archived', 'favourite'].flatMap((shelf) => [
          [shelf, 'saved', 1_000],
          [shelf, 'published', 1_774_927_515_000],
          [shelf, 'length', 10_000_004],
          [shelf, 'title', 'the tide comes in'],
        ]),
        tagged: [[0, 'sea', stamped(true, 7).time]],
        pictures: { total: 1, kept: 1, pending: 0 },
      },
    ],
  ],
  words: [['the tide comes in news example ada writer', ID]],
  pictures: [
    [
      {
        articleId: ID,
        url,
        sources: pictureSources,
        alt,
        width,
        height,
        status: 'kept',
        hash: HASH,
        failure: null,
        position: 0,
      },
    ],
  ],
  blobs: [[{ hash: HASH, blob: new Blob(['light'], { type: 'image/png' }), type: 'image/png', bytes: 5 }]],
  jobs: [
    [
      {
        id: `keep-pictures:${ID}`,
        kind: 'keep-pictures',
        articleId: ID,
        tabId: 3,
        attempts: 0,
        notBefore: 0,
        queuedAt: 1_000,
      },
    ],
  ],
  meta: [
    [{ device: DEVICE, time: stamped(true, 10).time }, 'clock'],
    [{ device: DEVICE, time: stamped(true, 2).time }, 'words'],
    [{ device: DEVICE, time: stamped(true, 10).time }, 'places'],
  ],
};

const { words: _words, ...kept } = FIRST;

/** Version 2: the search index in the place of `words`. */
const SECOND: Records = {
  ...kept,
  documents: [[1, ID]],
  pendingDocuments: [
    [
      {
        document: 1,
        articleId: ID,
        terms: ['the', 'tide', 'comes', 'in', 'words', 'about', 'news', 'example', 'ada', 'writer']
          .map((term) => `\n${term}\t${String.fromCharCode(8)}`)
          .join(''),
        length: 4,
        savedAt: 1_000,
        publishedAt: 1_774_927_515_000,
        minutes: 1,
      },
    ],
  ],
  // Dead, then alive, archived and a favourite.
  documentFlags: [[Uint8Array.from({ length: 1_024 }, (_, at) => (at === 1 ? 13 : 0)), 0]],
  tagNames: [['sea', 'sea']],
  indexState: [[{ next: 2, flushed: 1, unindexed: null }, 'state']],
  meta: (FIRST.meta ?? []).filter(([, key]) => key !== 'words'),
};

/** Version 3: as version 2, with other terms. */
const THIRD: Records = SECOND;

/** Version 4: lists and rules, of which there are none. */
const FOURTH: Records = SECOND;

/** Version 5: the queue beside it. */
const FIFTH: Records = {
  ...FOURTH,
  queue: [
    [
      {
        id: 1,
        key: 'news.example/moon',
        url: 'https://news.example/moon',
        host: 'news.example',
        title: null,
        tabId: null,
        tags: ['sea'],
        status: 'waiting',
        attempts: 1,
        notBefore: 2_000,
        problem: 'server-error',
        articleId: null,
        addedAt: 1_000,
        changedAt: 1_000,
      },
    ],
  ],
  queueHosts: [[2_000, 'news.example']],
  queueState: [[{ paused: true }, 'state']],
};

/** Version 6: restore points, of which there are none. */
const SIXTH: Records = FIFTH;

/**
 * A small library as each version of the schema held it: entry n is version n + 1. All are the same library: an archived
 * favourite, tagged and half read, with a picture and a job. Written out rather than made by today's code, which would make
 * them today's records. Append only, like the migrations.
 */
export const VERSIONS: readonly Records[] = [FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH];
