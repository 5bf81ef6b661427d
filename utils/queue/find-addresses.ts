import { linkifyit } from 'linkify-it';
import type { QueueEntry } from '../model/queue';

const linkify = linkifyit({ fuzzyLink: true, fuzzyEmail: false, urlAuth: true });

/** An address that begins right after other words, as Chinese texts have it. Not one within another: after `/` or `=`. */
const BEGINNING = /(?<![/=\s%])(?=https?:\/\/)/gi;

/** What stands in no address unencoded (RFC 3986): the text around it. */
const OUTSIDE = /["<>^`{|}]/g;

/** A link of a page or of exported bookmarks. */
const LINK = /<a\s[^>]{0,500}?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))[^>]{0,5000}>([^<]{0,300})/gi;

/**
 * Every http(s) address in a text, in order, repetitions too: one a line, in sentences of any language, in Markdown, JSON or an
 * HTML file of bookmarks, of which only links count. Where no scheme is written (`news.example/story`), `https` is meant.
 */
export function findAddresses(text: string): QueueEntry[] {
  const links = [...text.matchAll(LINK)];
  if (links.length > 0)
    return links.flatMap(([, double, single, bare, words]) => linked(double ?? single ?? bare, words));
  return text.split('\n').flatMap(addressesOfLine);
}

function addressesOfLine(line: string): QueueEntry[] {
  const apart = line.replaceAll('\\/', '/').replace(OUTSIDE, ' ').replace(BEGINNING, ' ');
  return (linkify.match(apart) ?? []).flatMap(({ schema, url }) => {
    if (schema !== '') return entryOf(url);
    // A name without a path (`read.me`, `Node.js`) is rarely meant as an address.
    return /^http:\/\/[^/]+\/./.test(url) ? entryOf(url.replace('http:', 'https:')) : [];
  });
}

function linked(href = '', words = ''): QueueEntry[] {
  const title = unescaped(words).replace(/\s+/g, ' ').trim();
  return entryOf(unescaped(href).trim(), title || null);
}

/** The address as it can be fetched, without a user's name and password; nothing for other schemes. */
function entryOf(url: string, title: string | null = null): QueueEntry[] {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return [];
  const parsed = new URL(url);
  parsed.username = '';
  parsed.password = '';
  return [{ url: parsed.href, title }];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The entities that browsers write into attributes and bookmarks. */
function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
}
