import { hasAnywhere, hasTokens, type KnownArticle, type KnownQuery, standsOn, tokensOf } from './brute-force';
import type { random } from './random';

type Random = ReturnType<typeof random>;

/** A query that a person might type of a library of these articles: most find something. */
export function randomQuery(numbers: Random, articles: readonly [KnownArticle, ...KnownArticle[]]): KnownQuery {
  const parts = Array.from({ length: numbers.pick([1, 1, 1, 2, 2, 3]) }, () => part(numbers, articles));
  const last = numbers.integer(4) === 0 ? prefix(numbers, articles) : null;
  const all = last ? [...parts, last] : parts;
  return {
    typed: all.map(({ typed }) => typed).join(' ') + (last ? '' : ' '),
    isPlaced: all.some(({ isPlaced }) => isPlaced),
    // What says where it stands speaks of the trash only by name.
    matches: (article) =>
      all.every(({ matches }) => matches(article)) &&
      (!article.trashed ||
        !all.some(({ isPlaced }) => isPlaced) ||
        all.some(({ typed }) => typed.includes('is:trash'))),
  };
}

/** Words that an article has, or a run of characters cut out of it. */
export function randomWords(
  numbers: Random,
  articles: readonly [KnownArticle, ...KnownArticle[]],
  most: number,
): string {
  const { text, title, authors } = numbers.pick(articles);
  const source = numbers.integer(4) === 0 ? [title, ...authors].join(' ') : text;
  const pieces = source.split(/\s+/).filter((piece) => tokensOf(piece).length > 0);
  const at = numbers.integer(Math.max(1, pieces.length));
  const words = pieces.slice(at, at + 1 + numbers.integer(most)).join(' ');
  const first = tokensOf(words)[0]?.text ?? '';
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(first)) return words;
  const characters = [...words];
  const from = numbers.integer(characters.length);
  return characters.slice(from, from + 1 + numbers.integer(5)).join('');
}

function part(numbers: Random, articles: readonly [KnownArticle, ...KnownArticle[]]): KnownQuery {
  const kinds = [plain, plain, plain, phrase, phrase, negated, either, field, filter] as const;
  return numbers.pick(kinds)(numbers, articles);
}

/** One word or run, whole. */
function plain(numbers: Random, articles: readonly [KnownArticle, ...KnownArticle[]]): KnownQuery {
  const typed = (randomWords(numbers, articles, 1).match(/[\p{L}\p{N}]+/u)?.[0] ?? 'x').replace(/^OR$/, 'or');
  return { typed, matches: (article) => hasAnywhere(article, typed) };
}

function prefix(numbers: Random, articles: readonly [KnownArticle, ...KnownArticle[]]): KnownQuery {
  const { typed: word } = plain(numbers, articles);
  const tokens = tokensOf(word);
  const typed =
    tokens.length === 1 && tokens[0]?.text === word.toLowerCase() ? word.slice(0, 1 + numbers.integer(5)) : word;
  const last = tokensOf(typed).at(-1)?.text ?? '';
  const isPrefix = last.length > 1;
  return { typed, matches: (article) => hasAnywhere(article, typed, isPrefix) };
}

function phrase(numbers: Random, articles: readonly [KnownArticle, ...KnownArticle[]]): KnownQuery {
  const words = randomWords(numbers, articles, 3).replace(/["“”]/g, '');
  if (tokensOf(words).length === 0) return plain(numbers, articles);
  return { typed: `"${words}"`, matches: (article) => hasAnywhere(article, words) };
}

function negated(numbers: Random, articles: readonly [KnownArticle, ...KnownArticle[]]): KnownQuery {
  const inner = numbers.integer(2) ? plain(numbers, articles) : phrase(numbers, articles);
  return { typed: `-${inner.typed}`, matches: (article) => !inner.matches(article) };
}

function either(numbers: Random, articles: readonly [KnownArticle, ...KnownArticle[]]): KnownQuery {
  const [one, other] = [plain(numbers, articles), phrase(numbers, articles)];
  return {
    typed: `${one.typed} OR ${other.typed}`,
    matches: (article) => one.matches(article) || other.matches(article),
  };
}

type FieldChoice = readonly [name: string, own: string, fieldsOf: (article: KnownArticle) => readonly string[]];

function field(numbers: Random, articles: readonly [KnownArticle, ...KnownArticle[]]): KnownQuery {
  const { title, siteName, authors } = numbers.pick(articles);
  const choices: [FieldChoice, ...FieldChoice[]] = [
    ['title', title, (article: KnownArticle) => [article.title]],
    ['site', siteName ?? '', (article: KnownArticle) => [article.siteName ?? '']],
    ['author', authors.join(' '), (article: KnownArticle) => article.authors],
  ];
  const [name, own, fieldsOf] = numbers.pick(choices);
  const words = numbers.pick([own, ...own.split(' ')]);
  if (tokensOf(words).length === 0) return plain(numbers, articles);
  return {
    typed: `${name}:"${words}"`,
    matches: (article) => fieldsOf(article).some((text) => hasTokens(text, words)),
  };
}

function filter(numbers: Random, articles: readonly [KnownArticle, ...KnownArticle[]]): KnownQuery {
  const shelf = numbers.pick(['unread', 'archived', 'favourite', 'trash'] as const);
  const minutes = 1 + numbers.integer(17);
  const lang = numbers.pick(articles).lang?.split('-')[0] ?? 'en';
  const tag = numbers.pick(['sea', 'sea/tides', 'moon'] as const);
  const year = new Date(numbers.pick(articles).time).getFullYear();
  return numbers.pick<KnownQuery>([
    { typed: `is:${shelf}`, isPlaced: true, matches: (article) => standsOn(article, shelf) },
    { typed: `minutes:<${minutes}`, matches: (article) => article.minutes < minutes },
    { typed: `lang:${lang}`, matches: (article) => article.lang?.split('-')[0] === lang },
    { typed: `tag:${tag}`, matches: ({ tags }) => tags.some((own) => own === tag || own.startsWith(`${tag}/`)) },
    { typed: `after:${year}`, matches: ({ time }) => time >= new Date(year, 0, 1).getTime() },
    { typed: `before:${year}-03-02`, matches: ({ time }) => time < new Date(year, 2, 2).getTime() },
  ]);
}
