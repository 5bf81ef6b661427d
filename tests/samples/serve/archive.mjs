import { CHINESE, ENGLISH } from './archive-words.mjs';

/** Pictures of `site/pictures/` that articles of the archive take turns with; a fourth of the articles has none. */
const PICTURES = ['archive-1.webp', 'archive-2.webp', 'archive-3.webp', 'archive-4.webp', 'archive-5.webp', null];

const MINUTE = 60_000;

/** The day of article 0; every next one is older. */
const NEWEST = Date.UTC(2026, 2, 20, 7, 30);

/**
 * The page of one article of the archive: the same number always gives the same page, and the first 4,000 have distinct titles.
 * Every fourth is Chinese.
 * @param {number} n From 0.
 * @returns {string}
 */
export function archiveArticle(n) {
  const words = n % 4 === 3 ? CHINESE : ENGLISH;
  const random = randomFrom(n + 1);
  const { title, fill } = subject(words, n);
  const paragraphs = Array.from({ length: 5 + Math.floor(random() * 9) }, () => paragraph(words, random, fill));
  return page(words, { n, title, author: pick(words.authors, random), paragraphs });
}

/**
 * One very long article.
 * @param {number} characters At least this many in its paragraphs.
 * @returns {string}
 */
export function longArticle(characters) {
  const random = randomFrom(0);
  const { fill } = subject(ENGLISH, 0);
  const paragraphs = [];
  for (let length = 0, count = 1; length < characters; count += 1) {
    const text = `Entry ${count}. ${paragraph(ENGLISH, random, fill)}`;
    paragraphs.push(text);
    length += text.length;
  }
  const title = 'Every entry in the ferry-house log, in order';
  return page(ENGLISH, { n: null, title, author: 'Wren Castellane', paragraphs, headEvery: 25 });
}

/**
 * @param {import('./archive-words.mjs').ArchiveWords} words
 * @param {number} n
 */
function subject({ places, things, titles }, n) {
  const count = places.length;
  const index = n % 4 === 3 ? Math.floor(n / 4) : n;
  const round = Math.floor(index / (count * count));
  const place = at(places, index % count);
  const thing = at(things, (7 * index + Math.floor(index / count)) % count);
  /** @param {string} text */
  const fill = (text) => text.replaceAll('{place}', place).replaceAll('{thing}', thing);
  return { title: fill(at(titles, (index + round) % titles.length)), fill };
}

/**
 * @param {import('./archive-words.mjs').ArchiveWords} words
 * @param {() => number} random
 * @param {(text: string) => string} fill
 */
function paragraph({ sentences, people, joiner }, random, fill) {
  const chosen = new Set();
  const size = 3 + Math.floor(random() * 3);
  while (chosen.size < size) chosen.add(pick(sentences, random));
  return [...chosen]
    .map((text) =>
      fill(text)
        .replaceAll('{person}', pick(people, random))
        .replaceAll('{n}', String(3 + Math.floor(random() * 95))),
    )
    .join(joiner);
}

/**
 * @param {import('./archive-words.mjs').ArchiveWords} words
 * @param {{ n: number | null, title: string, author: string, paragraphs: string[], headEvery?: number }} article
 */
function page(words, { n, title, author, paragraphs, headEvery = 5 }) {
  const path = n === null ? '/long' : `/archive/${n}`;
  const published = new Date(NEWEST - (n ?? 0) * 1447 * MINUTE).toISOString();
  const picture = n === null ? null : at(PICTURES, n % PICTURES.length);
  const address = picture && `https://samples.example/pictures/${picture}`;
  const body = paragraphs.map((text, k) => {
    const head =
      k > 0 && k % headEvery === 0 ? `<h2>${at(words.heads, (k / headEvery - 1) % words.heads.length)}</h2>\n` : '';
    return `${head}<p>${text}</p>`;
  });
  const figure = address
    ? `<figure><img src="${address}" width="960" height="600" alt="${words.caption}"><figcaption>${words.caption}</figcaption></figure>\n`
    : '';
  return `<!DOCTYPE html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<title>${title} | ${words.site}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${author}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${words.site}">
<meta property="og:title" content="${title}">
<meta property="article:published_time" content="${published}">
<meta property="article:section" content="${words.section}">
${address ? `<meta property="og:image" content="${address}">\n` : ''}<link rel="canonical" href="https://samples.example${path}">
<link rel="stylesheet" href="/paper.css">
</head>
<body class="gazette">
<header class="masthead"><a href="/">${words.site}</a><nav><a href="/archive/${(n ?? 0) + 1}">${words.older}</a></nav></header>
<main>
<article>
<p class="kicker">${words.section}</p>
<h1>${title}</h1>
<p class="byline">${words.by}<a rel="author" href="/">${author}</a> · <time datetime="${published}">${published.slice(0, 10)}</time></p>
${figure}${body.join('\n')}
</article>
</main>
<footer>${words.foot}</footer>
</body>
</html>
`;
}

/**
 * @template T
 * @param {readonly T[]} list
 * @param {number} index Within the list.
 * @returns {T}
 */
function at(list, index) {
  return /** @type {T} */ (list[index]);
}

/**
 * @template T
 * @param {readonly T[]} list
 * @param {() => number} random
 * @returns {T}
 */
function pick(list, random) {
  return at(list, Math.floor(random() * list.length));
}

/**
 * Mulberry32: small, seeded, good enough to vary prose.
 * @param {number} seed
 * @returns {() => number} The next number from 0 up to 1.
 */
function randomFrom(seed) {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
