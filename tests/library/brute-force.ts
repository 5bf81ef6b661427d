import type { ArticleId } from '../../utils/model/article';
import type { Shelf } from '../../utils/model/library';
import { foldForSearch } from '../../utils/search/fold-for-search';

/** What a test knows of an article it saved. */
export interface KnownArticle {
  readonly id: ArticleId;
  readonly title: string;
  readonly siteName: string | null;
  readonly authors: readonly string[];
  readonly lang: string | null;
  readonly text: string;
  readonly minutes: number;
  /** ms since 1970, published or else saved. */
  readonly time: number;
  readonly tags: readonly string[];
  readonly archived: boolean;
  readonly favourite: boolean;
  readonly trashed: boolean;
}

/** A query as a predicate, and as a person types it. */
export interface KnownQuery {
  readonly typed: string;
  /** Says where articles stand, so that the shelf does not. */
  readonly isPlaced?: boolean;
  matches(article: KnownArticle): boolean;
}

const CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u;
const TOKEN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]|[\p{L}\p{N}\p{M}]/gu;

interface Token {
  readonly text: string;
  /** Stands right behind a character, and is one. */
  readonly isJoined: boolean;
}

/** The words and characters of a text, found in another way than the index does. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = -1;
  for (const { 0: letter, index } of foldForSearch(text).matchAll(TOKEN)) {
    const last = tokens.at(-1);
    const isCharacter = CHARACTER.test(letter);
    const follows = index === end && last !== undefined;
    const lastIsCharacter = last !== undefined && CHARACTER.test(last.text);
    if (follows && !isCharacter && !lastIsCharacter) tokens[tokens.length - 1] = { ...last, text: last.text + letter };
    else tokens.push({ text: letter, isJoined: follows && isCharacter && lastIsCharacter });
    end = index + letter.length;
  }
  return tokens;
}

/** Whether a text has the tokens of another one after the other; `isPrefix`: the last word need only begin so. */
export function hasTokens(text: string, asked: string, isPrefix = false): boolean {
  const tokens = cachedTokens(text);
  const wanted = tokensOf(asked);
  return tokens.some((_, at) =>
    wanted.every((want, i) => {
      const token = tokens[at + i];
      if (!token || (i > 0 && want.isJoined && !token.isJoined)) return false;
      return isPrefix && i === wanted.length - 1 ? token.text.startsWith(want.text) : token.text === want.text;
    }),
  );
}

const cache = new Map<string, Token[]>();

function cachedTokens(text: string): Token[] {
  const known = cache.get(text);
  if (known) return known;
  const tokens = tokensOf(text);
  if (cache.size > 2_000) cache.clear();
  cache.set(text, tokens);
  return tokens;
}

/** Whether any field of an article has words. */
export function hasAnywhere(article: KnownArticle, asked: string, isPrefix = false): boolean {
  const { title, siteName, authors, text, tags } = article;
  return [title, siteName ?? '', ...authors, text, ...tags].some((field) => hasTokens(field, asked, isPrefix));
}

/** The ids a search must find, by looking at every article. */
export function scan(articles: Iterable<KnownArticle>, query: KnownQuery, shelf: Shelf): Set<ArticleId> {
  const found = [...articles].filter(
    (article) => (query.isPlaced ? true : standsOn(article, shelf)) && query.matches(article),
  );
  return new Set(found.map(({ id }) => id));
}

/** Whether an article stands on a shelf. */
export function standsOn({ archived, favourite, trashed }: KnownArticle, shelf: Shelf): boolean {
  if (shelf === 'trash') return trashed;
  if (trashed) return false;
  if (shelf === 'archived') return archived;
  if (shelf === 'favourite') return favourite;
  return shelf === 'all' || !archived;
}
