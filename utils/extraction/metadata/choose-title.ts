import type { MetadataSource } from '../../model/article';
import { words } from '../dom';
import { comparable } from '../steps/repeated-title';
import { decodeEntities } from './entities';
import type { Found } from './facts';
import { isBetterHeading, whole, withoutDate, withoutSite } from './title';

/** A title and where it was found. */
export interface ChosenTitle {
  readonly text: string;
  readonly source: MetadataSource;
}

/**
 * What the article is called: the best source's title without the site's name; the page's one heading instead where it says the
 * same thing better. Not on pages that call themselves news: newspapers have one headline and write it where it is asked for,
 * and what stands above the text is as often a teaser, while others write those titles for search results.
 */
export function chooseTitle(
  document: Document,
  url: string,
  found: Found,
  siteName: string | null,
): ChosenTitle | null {
  const host = new URL(url).hostname;
  const heading = found.find(([source]) => source === 'page')?.[1].title ?? null;
  const bare = (title: string) => withoutSite(title, siteName, heading, host);
  const shown = found.some(([, { isNews }]) => isNews) ? null : onlyHeading(document);
  for (const [source, { title }] of found) {
    if (!title || source === 'page') continue;
    const said = bare(whole(decodeEntities(title), words(document.title)));
    return shown !== null && isOtherAndBetter(shown, said) ? { text: shown, source: 'page' } : { text: said, source };
  }
  const text = bare(words(document.title) || (heading ?? ''));
  const isSite = comparable(siteName ?? '').startsWith(comparable(shown ?? ''));
  const best = shown !== null && !isSite && isBetterHeading(shown, text) ? shown : text;
  return best === '' ? null : { text: best, source: 'page' };
}

function isOtherAndBetter(heading: string, title: string): boolean {
  return comparable(heading) !== comparable(title) && isBetterHeading(heading, title);
}

/** The page's one main heading, without a date before it; null when it has none or several. */
function onlyHeading(document: Document): string | null {
  const texts = new Set([...document.querySelectorAll('h1')].map((heading) => words(heading.textContent)));
  texts.delete('');
  const [text] = texts;
  return texts.size === 1 && text ? withoutDate(text) : null;
}
