import fc from 'fast-check';

/** One thing done to a page; numbers choose its elements, whatever there are. */
export interface Mutation {
  readonly kind: (typeof KINDS)[number];
  readonly at: number;
  readonly to: number;
  readonly words: string;
}

const KINDS = [
  ...['drop', 'move', 'double', 'bury', 'rename', 'retext'],
  ...['shuffle', 'name', 'trap', 'unclose', 'link', 'heading'],
] as const;

/** Properties through which code climbs and walks, which a form's controls can stand in front of. */
const NAMES = [
  'parentNode',
  'firstChild',
  'childNodes',
  'nextSibling',
  'localName',
  'textContent',
  'attributes',
  'remove',
];

const TAGS = [
  'div',
  'p',
  'h2',
  'li',
  'ul',
  'blockquote',
  'figure',
  'figcaption',
  'table',
  'td',
  'pre',
  'details',
  'form',
  'a',
  'b',
  'aside',
  'section',
  'dt',
];

/** Text that is cut, turned, piled up or nothing at all, between the words of anybody. */
const ODD = [
  '',
  '\ud800',
  '\u202e',
  '\u200b',
  'e\u0301\u0301\u0301',
  '👩‍👩‍👧',
  '\u00a0',
  '\u3000',
  '第一章',
  'שלום',
  '&amp;lt;b&gt;',
  '<i>',
  ']]>',
  '-->',
  '…',
];

/** Up to this many mutations of a page. */
export function mutations(most: number): fc.Arbitrary<Mutation[]> {
  const number = fc.nat(10_000);
  const words = fc
    .array(fc.oneof(fc.constantFrom(...ODD), fc.lorem({ maxCount: 3 })), { maxLength: 5 })
    .map((all) => all.join(' '));
  return fc.array(fc.record({ kind: fc.constantFrom(...KINDS), at: number, to: number, words }), { maxLength: most });
}

/** A page of this markup with all of that done to it, in order, and then written and parsed: no parser yields a link in a link. */
export function mutated(html: string, all: readonly Mutation[]): Document {
  let page = new DOMParser().parseFromString(html, 'text/html');
  for (const mutation of all) {
    if (mutation.kind === 'unclose') page = unclosed(page, mutation);
    else change(page, mutation);
  }
  return new DOMParser().parseFromString(page.documentElement.outerHTML, 'text/html');
}

/** Without one of its end tags. */
function unclosed(page: Document, { at }: Mutation): Document {
  const html = page.documentElement.outerHTML;
  const ends = [...html.matchAll(/<\/\w+>/g)];
  const end = ends[at % Math.max(1, ends.length)];
  const cut = end ? html.slice(0, end.index) + html.slice(end.index + end[0].length) : html;
  return new DOMParser().parseFromString(cut, 'text/html');
}

function change(page: Document, mutation: Mutation): void {
  const all = [...Document.prototype.querySelectorAll.call(page, 'body *')];
  const [one, other] = [all[mutation.at % all.length], all[mutation.to % all.length]];
  if (one && other) CHANGES[mutation.kind]({ ...mutation, page, one, other });
}

interface Chosen extends Mutation {
  readonly page: Document;
  readonly one: Element;
  readonly other: Element;
}

/** Methods are taken from prototypes: the page may have been given controls of the same names. */
const { append, after, prepend, remove, replaceChildren, setAttribute } = Element.prototype;
const { cloneNode, contains } = Node.prototype;

const nameBy = (to: number) => NAMES[to % NAMES.length] ?? '';

const CHANGES: Readonly<Record<Mutation['kind'], (chosen: Chosen) => void>> = {
  unclose: () => {},
  drop: ({ one }) => remove.call(one),
  move: ({ one, other }) => {
    if (!contains.call(one, other)) append.call(other, one);
  },
  double: ({ one }) => after.call(one, cloneNode.call(one, true)),
  bury: ({ page, one, to }) => bury(page, one, to % 120),
  rename: ({ page, one, to }) => rename(page, one, TAGS[to % TAGS.length] ?? 'div'),
  retext: ({ one, words }) => replaceChildren.call(one, words),
  shuffle: ({ one, other }) => shuffle(one, other),
  name: ({ one, to }) => setAttribute.call(one, to % 2 ? 'name' : 'id', nameBy(to)),
  trap: ({ page, one, to, words }) => append.call(one, trap(page, nameBy(to), words)),
  link: ({ page, one, at, to, words }) =>
    append.call(one, made(page, 'a', words, { href: `https://b.example/${to}?utm_source=${at}` })),
  heading: ({ page, one, to, words }) => prepend.call(one, made(page, `h${1 + (to % 6)}`, words, {})),
};

function bury(page: Document, element: Element, depth: number): void {
  const outer = page.createElement('div');
  let inner: Element = outer;
  for (let level = 0; level < depth; level++) inner = inner.appendChild(page.createElement(level % 3 ? 'div' : 'span'));
  Element.prototype.replaceWith.call(element, outer);
  inner.append(element);
}

function rename(page: Document, element: Element, name: string): void {
  const copy = page.createElement(name);
  Element.prototype.replaceWith.call(element, copy);
  while (Node.prototype.hasChildNodes.call(element)) {
    const range = page.createRange();
    range.selectNodeContents(element);
    copy.append(range.extractContents());
  }
}

/** What two elements are called changes places. */
function shuffle(one: Element, other: Element): void {
  for (const name of ['class', 'id', 'href', 'src', 'style', 'itemprop']) {
    const values = [one, other].map((element) => Element.prototype.getAttribute.call(element, name));
    for (const [index, element] of [other, one].entries()) {
      const value = values[index];
      if (typeof value === 'string') Element.prototype.setAttribute.call(element, name, value);
      else Element.prototype.removeAttribute.call(element, name);
    }
  }
}

function trap(page: Document, name: string, words: string): Element {
  const form = made(page, 'form', words, {});
  form.append(made(page, 'input', '', { name }));
  return form;
}

function made(page: Document, tag: string, words: string, attributes: Readonly<Record<string, string>>): Element {
  const element = page.createElement(tag);
  element.append(words);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
