import { beforeAll, describe, expect, it } from 'vitest';
import type { isOwnPage as IsOwnPage, requireOwnPage as RequireOwnPage, Sender } from '../../utils/messaging/sender';

const ID = 'abcdefghijklmnopabcdefghijklmnop';
const ORIGIN = `chrome-extension://${ID}/`;

/** Senders that must never be obeyed, by what they are. */
const FOREIGN: readonly (readonly [what: string, sender: Sender])[] = [
  ['nothing known', {}],
  ['our id alone, as from a context without an address', { id: ID }],
  ['our address alone', { url: `${ORIGIN}popup.html` }],
  ['our content script in a web page', { id: ID, url: 'https://news.example/story' }],
  ['our content script in a local file', { id: ID, url: 'file:///home/reader/page.html' }],
  ['our content script in an empty frame', { id: ID, url: 'about:blank' }],
  ['our content script in a srcdoc frame', { id: ID, url: 'about:srcdoc' }],
  ['our content script in a data: frame', { id: ID, url: `data:text/html,${ORIGIN}popup.html` }],
  ['a blob of ours', { id: ID, url: `blob:${ORIGIN}3f1c` }],
  ['another extension', { id: 'ponmlkjihgfedcbaponmlkjihgfedcba', url: `${ORIGIN}popup.html` }],
  ['another extension’s page', { id: ID, url: 'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba/popup.html' }],
  ['a longer id that starts as ours', { id: ID, url: `chrome-extension://${ID}a/popup.html` }],
  ['our id as a subdomain', { id: ID, url: `chrome-extension://${ID}.evil.example/popup.html` }],
  ['our id as a user name', { id: ID, url: `chrome-extension://${ID}@evil.example/popup.html` }],
  ['our origin without its slash', { id: ID, url: `chrome-extension://${ID}` }],
  ['our address inside a web address', { id: ID, url: `https://news.example/?from=${ORIGIN}popup.html` }],
  ['our address after a space', { id: ID, url: ` ${ORIGIN}popup.html` }],
  ['our address in capitals', { id: ID, url: `${ORIGIN}popup.html`.toUpperCase() }],
  ['our scheme with a web host', { id: ID, url: 'chrome-extension://news.example/popup.html' }],
  ['Firefox’s scheme with our id', { id: ID, url: `moz-extension://${ID}/popup.html` }],
  ['an id that is no text', { id: { toString: () => ID } as unknown as string, url: `${ORIGIN}popup.html` }],
];

const OWN = [
  'popup.html',
  'sidepanel.html',
  'library.html#/article/1',
  'welcome.html?link=https://x.example',
  'background.js',
];

let isOwnPage: typeof IsOwnPage;
let requireOwnPage: typeof RequireOwnPage;

beforeAll(async () => {
  Object.assign(chrome, { runtime: { id: ID, getURL: (path: string) => `chrome-extension://${ID}${path}` } });
  ({ isOwnPage, requireOwnPage } = await import('../../utils/messaging/sender'));
});

describe('who may ask', () => {
  it.each(OWN)('our own %s', (path) => {
    const sender = { id: ID, url: ORIGIN + path };

    expect(isOwnPage(sender)).toBe(true);
    expect(() => requireOwnPage(sender)).not.toThrow();
  });
});

describe('who may not', () => {
  it.each(FOREIGN)('%s', (_what, sender) => {
    expect(isOwnPage(sender)).toBe(false);
    expect(() => requireOwnPage(sender)).toThrow('Only pages of the extension may ask this');
  });

  it('any web address, whatever of ours is put into it', () => {
    const schemes = [
      'http://',
      'https://',
      'ftp://',
      'file:///',
      'about:',
      'data:',
      'blob:',
      'javascript:',
      'view-source:',
    ];
    const pieces = [ID, ORIGIN, 'popup.html', '/', '//', '@', '#', '?', '\\', '%00', ' ', '\n', 'news.example'];
    const taken: string[] = [];

    for (const scheme of schemes) {
      for (const first of pieces) {
        for (const second of pieces) {
          for (const third of pieces) {
            const url = scheme + first + second + third;
            if (isOwnPage({ id: ID, url })) taken.push(url);
          }
        }
      }
    }

    expect(taken).toEqual([]);
  });
});
