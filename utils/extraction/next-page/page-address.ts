/** The highest number that is taken for a page's and not for an article's. */
const MAX_NUMBER = 99;

/** Query parameters that choose a page, as content systems and news sites of several languages name them. */
const PARAMETER =
  /^(?:_?p(?:age|g|n)?|page_?-?n(?:o|um|umber)?|paged|cur(?:rent)?_?page|seite|pagina|página|sida|side|strona|sayfa)$/i;

const EXTENSION = /\.(?:s?html?|php\d?|aspx?|jsp|jhtml|cms)$/i;

/** Words for a page between the article's own path and the number. */
const PAGE = '(?:page|pag|pg|p|seite|pagina|sida|side|strona|sayfa)';

/** Path endings that number a page, the clearer first; of the path without slash and extension at its end. */
const ENDINGS = [
  { kind: 'named', pattern: new RegExp(`[/_,;.-]${PAGE}[/_-]?(\\d{1,2})$`, 'i') },
  { kind: 'folder', pattern: /\/(\d{1,2})$/ },
  { kind: 'suffix', pattern: /[_,;-](\d{1,2})$/ },
] as const;

/** How an address numbers its page: by a word for it, by its last folder, by the end of its file's name. */
export type PageKind = 'named' | 'folder' | 'suffix';

/** An address as that of one page of several. */
export interface PageReading {
  /** What all pages of the article share: comparable, nothing to fetch. */
  readonly stem: string;
  readonly number: number;
  readonly kind: PageKind;
  /** Whether the number ends a file's name with an extension; without one `-2` also tells two articles of one name apart. */
  readonly isFile: boolean;
}

/** The ways in which an address can be that of a numbered page. */
export function pageReadings(address: URL): PageReading[] {
  const path = trimmed(address.pathname);
  const isFile = EXTENSION.test(address.pathname);
  const byPath = ENDINGS.flatMap(({ kind, pattern }): PageReading[] => {
    const found = pattern.exec(path);
    if (!found) return [];
    return [
      { kind, isFile, number: Number(found[1]), stem: stem(address, path.slice(0, found.index), address.search) },
    ];
  });
  return [...byQuery(address, path), ...byPath].filter(({ number }) => number <= MAX_NUMBER);
}

/** An address as that of an article's first page, which mostly has no number: what `PageReading.stem` of the others is. */
export function firstPageStem(address: URL): string {
  return stem(address, trimmed(address.pathname), address.search);
}

/** Whether a stem looks like an article's and not like a section's: words, a date and a number, not `/archives`. */
export function namesArticle(stem: string): boolean {
  const last = stem.split('?', 1)[0]?.split('/').at(-1) ?? '';
  return /-.*-|_.*_|[^/]{16,}/.test(last) || (/\d{3,}/.test(last) && !/^(?:19|20)\d\d$/.test(last));
}

/** Where the first page of the article may be that an address is a later page of: without its number, with and without an extension. */
export function firstPageAddresses(address: URL): string[] {
  const at = (change: Partial<Pick<URL, 'pathname' | 'search'>>) => Object.assign(new URL(address), change).href;
  const path = trimmed(address.pathname);
  const [extension = ''] = EXTENSION.exec(address.pathname) ?? [];
  const byPath = ENDINGS.flatMap(({ pattern }) => {
    const found = pattern.exec(path);
    const first = found && path.slice(0, found.index);
    return first ? [at({ pathname: first + extension }), at({ pathname: first })] : [];
  });
  const query = parameters(address);
  const others = query.filter((parameter) => !isPageParameter(parameter));
  return [...(others.length < query.length ? [at({ search: others.join('&') })] : []), ...byPath];
}

function byQuery(address: URL, path: string): PageReading[] {
  return parameters(address).flatMap((parameter, index, all): PageReading[] => {
    if (!isPageParameter(parameter)) return [];
    const value = parameter.split('=', 2)[1];
    const query = all.toSpliced(index, 1).join('&');
    return [{ kind: 'named', isFile: false, number: Number(value), stem: stem(address, path, query && `?${query}`) }];
  });
}

/** The address with such parameters alone as number a page or stand in `canonical`, when that is the same path. */
export function withoutForeignParameters(address: URL, canonical: URL | null): URL {
  if (!canonical || trimmed(canonical.pathname) !== trimmed(address.pathname)) return address;
  const own = parameters(canonical);
  const kept = parameters(address).filter(
    (parameter) => own.includes(parameter) || PARAMETER.test(parameter.split('=', 1)[0] ?? ''),
  );
  const reduced = new URL(address);
  reduced.search = kept.join('&');
  return reduced;
}

function isPageParameter(parameter: string): boolean {
  const [name = '', value = ''] = parameter.split('=', 2);
  return PARAMETER.test(name) && /^\d{1,2}$/.test(value);
}

function parameters({ search }: URL): string[] {
  return search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '');
}

function trimmed(path: string): string {
  return path
    .replace(EXTENSION, '')
    .replace(/\/$/, '')
    .replace(/\/(?:index|default)$/i, '');
}

function stem(address: URL, path: string, query: string): string {
  const own = path.replace(/\/(?:index|default)?$/i, '');
  return `${address.host.replace(/^(?:www|m|mobile|wap)\./, '')}${own}${query}`;
}
