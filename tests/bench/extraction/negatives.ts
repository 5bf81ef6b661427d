import type { TestPage } from './data-set';
import { type Goods, goodsOf, type Labels, labelsOf, SCRIPTS, type ScriptName } from './negative-words';

/** What a page can be besides an article. `chrome`: a site's frame around nothing. */
export const NEGATIVE_KINDS = ['chrome', 'front', 'section', 'search', 'shop', 'login', 'error'] as const;
export type NegativeKind = (typeof NEGATIVE_KINDS)[number];

/** A page that is no article, to be made of a real one. */
export interface Negative {
  readonly kind: NegativeKind;
  readonly page: TestPage;
  readonly url: string;
  readonly title: string;
  /** What stands in the article's place. */
  readonly html: string;
  /** What the page says of itself: JSON-LD's and Open Graph's types; every other page says nothing. */
  readonly says: { readonly jsonLd: string; readonly ogType: string } | null;
}

/** Another page as a front page, a section or a search tells of it. */
interface Teaser {
  readonly title: string;
  readonly url: string;
  readonly date: string;
  readonly text: string;
}

const ADDRESSES: Readonly<Record<NegativeKind, string>> = {
  chrome: '/news/',
  front: '/',
  section: '/news/',
  search: '/search?q=harbour',
  shop: '/c/shoes',
  login: '/login',
  error: '/2025/03/an-old-address',
};

const TYPES: Readonly<Record<NegativeKind, string>> = {
  chrome: 'WebPage',
  front: 'WebSite',
  section: 'CollectionPage',
  search: 'SearchResultsPage',
  shop: 'ItemList',
  login: 'WebPage',
  error: 'WebPage',
};

/** A page of every kind in turn, one of each page of the set: the same set gives the same pages. */
export function negativesOf(pages: readonly TestPage[]): Negative[] {
  return pages.map((page, index) => {
    const kind = NEGATIVE_KINDS[index % NEGATIVE_KINDS.length] ?? 'chrome';
    const turn = Math.floor(index / NEGATIVE_KINDS.length);
    const script = scriptOf(page);
    const labels = labelsOf(script);
    const url = new URL(ADDRESSES[kind], page.truth.url).href;
    const html = MAKE[kind]({ turn, labels, goods: goodsOf(script), teasers: teasersFor(page, pages) });
    const says = turn % 2 === 0 ? null : { jsonLd: TYPES[kind], ogType: 'website' };
    return { kind, page, url, title: labels[kind], html, says };
  });
}

/** What a page is made with; `turn` numbers those of one kind, so that they differ. */
interface Material {
  readonly turn: number;
  readonly labels: Labels;
  readonly goods: Goods;
  readonly teasers: readonly Teaser[];
}

const MAKE: Readonly<Record<NegativeKind, (material: Material) => string>> = {
  chrome: () => '',
  front: ({ turn, teasers }) => frontPage(teasers.slice(0, 20 + (turn % 3) * 10), turn),
  section: ({ turn, labels, teasers }) =>
    `<h1>${labels.section}</h1><ul class="list">${teasers
      .slice(0, 30)
      .map(
        ({ title, url, date }) =>
          `<li><a href="${url}">${title}</a>${turn % 3 === 0 ? ` <time>${date}</time>` : ''}</li>`,
      )
      .join('')}</ul>`,
  search: ({ turn, labels, teasers }) =>
    `<h1>${labels.search} “harbour”</h1><p>1,240 ${labels.results}</p>${teasers
      .slice(0, 10 + (turn % 3) * 5)
      .map((teaser) => searchResult(teaser, turn))
      .join('')}<nav><a href="?page=2">2</a> <a href="?page=3">3</a></nav>`,
  shop: ({ turn, labels, goods }) => `<h1>${labels.shop}</h1>${shelf(goods, labels, turn)}`,
  login: ({ labels }) =>
    `<h1>${labels.login}</h1><p>${labels.loginWhy}</p><form action="/login" method="post"><label>${labels.email} <input type="email" name="email"></label>
    <label>${labels.password} <input type="password" name="password"></label><label><input type="checkbox" name="remember"> ${labels.remember}</label>
    <button>${labels.login}</button></form><p><a href="/forgot">${labels.forgot}</a></p><p>${labels.terms}</p>`,
  error: ({ labels, teasers }) =>
    `<h1>404</h1><h2>${labels.error}</h2><p>${labels.errorWhy}</p><form action="/search"><input name="q"></form><h3>${labels.popular}</h3><ul>${teasers
      .slice(0, 8)
      .map(({ title, url }) => `<li><a href="${url}">${title}</a></li>`)
      .join('')}</ul>`,
};

/** Cards as sites write them: boxes, articles, items that are one link, headings followed by loose lines. */
function frontPage(teasers: readonly Teaser[], turn: number): string {
  const picture = (at: number) => `<img src="/pictures/${at}.jpg" width="320" height="180" alt="">`;
  const cards = teasers.map(({ title, url, date, text }, at) => {
    const link = `<a href="${url}">${title}</a>`;
    switch (turn % 4) {
      case 0:
        return `<div class="card"><a href="${url}">${picture(at)}</a><h3>${link}</h3><p>${text}</p><time datetime="${date}">${date}</time></div>`;
      case 1:
        return `<article><h2>${link}</h2>${picture(at)}<p>${text}</p><p>${date}</p></article>`;
      case 2:
        return `<li><a href="${url}">${picture(at)}<h3>${title}</h3><p>${text}</p></a></li>`;
      default:
        return `<h2>${link}</h2><div>${date}</div><div class="summary">${text}</div>`;
    }
  });
  const all = cards.join('');
  return turn % 4 === 2 ? `<ul class="stream">${all}</ul>` : `<main class="stream">${all}</main>`;
}

function searchResult({ title, url, date, text }: Teaser, turn: number): string {
  const address = url.replace(/^https?:\/\//, '').slice(0, 60);
  if (turn % 2 === 0)
    return `<div class="result"><h3><a href="${url}">${title}</a></h3><cite>${address}</cite><p>${date} — ${text}</p></div>`;
  return `<dl><dt><a href="${url}">${title}</a></dt><dd>${address}<br>${text}</dd></dl>`;
}

function shelf({ names, kinds, about }: Goods, { cart, price }: Labels, turn: number): string {
  const items = Array.from({ length: 24 }, (_, at) => {
    const name = `${names[at % names.length]} ${kinds[(at + turn) % kinds.length]}`;
    const cost = `${price}${19 + ((at * 7 + turn) % 90)}.90`;
    const text = Array.from({ length: 1 + (turn % 3) }, (_, next) => about[(at * 2 + next) % about.length]).join(' ');
    return `<a href="/p/${at}"><img src="/goods/${at}.jpg" alt=""></a><h2><a href="/p/${at}">${name}</a></h2><p class="price">${cost}</p><p>${text}</p><button>${cart}</button>`;
  });
  const [open, close] = turn % 2 === 0 ? ['<div class="product">', '</div>'] : ['<li>', '</li>'];
  const all = items.map((item) => open + item + close).join('');
  return turn % 2 === 0 ? `<section>${all}</section>` : `<ul class="grid">${all}</ul>`;
}

/** How many teasers the longest page shows. */
const MOST_TEASERS = 40;

/** Teasers of other pages in the same script; a second round of them begins further down in each text. */
function teasersFor(page: TestPage, pages: readonly TestPage[]): Teaser[] {
  const script = scriptOf(page);
  const others = pages.filter((other) => other !== page && scriptOf(other) === script);
  const start = pages.indexOf(page);
  if (others.length === 0) return [];
  return Array.from({ length: MOST_TEASERS }, (_, at) => {
    const other = others[(start + at) % others.length] as TestPage;
    return teaserOf(other, Math.floor(at / others.length), at);
  });
}

function teaserOf({ truth }: TestPage, round: number, at: number): Teaser {
  const sentences = truth.articleBody
    .split(/(?<=[.!?])\s+|(?<=[。！？])|\n+/)
    .filter((sentence) => sentence.length > 10);
  const first = round * 3;
  const title = round === 0 && truth.title ? truth.title : (sentences[first] ?? truth.title ?? '').slice(0, 70);
  const text = sentences
    .slice(first + (round === 0 ? 0 : 1))
    .slice(0, 1 + (at % 3))
    .join(' ');
  return {
    title: markup(title),
    url: markup(truth.url),
    date: (truth.date ?? '2025-03-14').slice(0, 10),
    text: markup(text.slice(0, 320)),
  };
}

/** The script a page is written in, by its text's letters. */
function scriptOf({ truth: { articleBody } }: TestPage): ScriptName {
  const sample = articleBody.slice(0, 400);
  return SCRIPTS.find(({ letters }) => (sample.match(letters)?.length ?? 0) > sample.length / 10)?.name ?? 'latin';
}

function markup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}
