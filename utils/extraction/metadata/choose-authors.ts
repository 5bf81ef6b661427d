import type { MetadataSource } from '../../model/article';
import { authorNames, looksLikeName } from './authors';
import { reportersIn } from './chinese-authors';
import type { Found } from './facts';
import { isOrganisation } from './organisations';

/** Authors and where they were found. */
export interface ChosenAuthors {
  readonly names: readonly string[];
  readonly source: MetadataSource;
}

/**
 * Who wrote the article: the best source's names. Where those are only the site's or its publisher's, the people that the page
 * shows or a Chinese text names in its first and last lines. `byline`: what the extractor took for the author's line.
 */
export function chooseAuthors(
  found: Found,
  siteName: string | null,
  lang: string | null,
  { sample, end, byline }: { readonly sample: string; readonly end?: string; readonly byline: string | null },
): ChosenAuthors | null {
  const isNobody = (names: readonly string[]) => names.every((name) => isOrganisation(name, siteName));
  const said = firstNames(found);
  if (said && !isNobody(said.names)) return said;
  const reporters = lang?.startsWith('zh') ? reportersIn(sample, end ?? sample) : [];
  if (reporters.length > 0) return { names: reporters, source: 'page' };
  const shown = firstNames(found.filter(([source]) => source === 'page'));
  if (shown && (said === null || isBetter(shown.names, siteName, lang))) return shown;
  const names = said ? [] : authorNames(byline ? [byline] : []);
  return said ?? (names.length > 0 ? { names, source: 'page' } : null);
}

/** Whether the page's words name people, or on Chinese pages the account that published, where its data names only the site. */
function isBetter(names: readonly string[], siteName: string | null, lang: string | null): boolean {
  if (lang?.startsWith('zh')) return names.some((name) => name !== siteName);
  return names.every((name) => looksLikeName(name) && name.includes(' ') && !isOrganisation(name, siteName));
}

function firstNames(found: Found): ChosenAuthors | null {
  for (const [source, facts] of found) {
    const names = authorNames(facts.authors ?? []);
    if (names.length > 0) return { names, source };
  }
  return null;
}
