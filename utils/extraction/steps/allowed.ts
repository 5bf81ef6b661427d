const list = (names: string) => new Set(names.trim().split(/\s+/));

/** Elements inside a paragraph that mean something. */
export const INLINE = list(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q rp rt ruby s samp small strong sub sup time u var',
);

/** Old names and what they are called now. */
export const RENAMED = new Map([
  ['strike', 's'],
  ['tt', 'code'],
  ['acronym', 'abbr'],
  ['xmp', 'pre'],
  ['listing', 'pre'],
]);

/** Attribute → the elements that keep it, with the values that mean something. */
const KEPT: readonly (readonly [attribute: string, on: ReadonlySet<string>, value: RegExp])[] = [
  ['href', list('a'), /./],
  ['title', list('abbr dfn'), /\S/],
  // Where a shortened address leads; `unwrapTrackingLinks` reads it and takes it away.
  ['title', list('a'), /^https?:\/\/\S+$/i],
  ['datetime', list('time del ins'), /^[\w:+\-. ]{1,64}$/],
  ['start', list('ol'), /^-?\d{1,9}$/],
  ['reversed', list('ol'), /^/],
  ['type', list('ol'), /^[1aAiI]$/],
  ['value', list('li'), /^-?\d{1,9}$/],
  ['colspan', list('td th'), /^(?!1$)\d{1,3}$/],
  ['rowspan', list('td th'), /^(?!1$)\d{1,3}$/],
  ['scope', list('th'), /^(?:row|col|rowgroup|colgroup)$/],
];

/** What each element keeps, by its name. */
const KEPT_ON = new Map<string, (readonly [attribute: string, value: RegExp])[]>();
for (const [attribute, on, value] of KEPT)
  for (const name of on) KEPT_ON.set(name, [...(KEPT_ON.get(name) ?? []), [attribute, value]]);

const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i;

/** Gives `copy` the attributes of `element` that mean something to a reader, and ids that `keepAnchors` made. */
export function copyAttributes<T extends Element>(element: Element, copy: T): T {
  if (!element.hasAttributes()) return copy;
  for (const [name, value] of KEPT_ON.get(copy.localName) ?? []) {
    const given = element.getAttribute(name);
    if (given !== null && value.test(given)) copy.setAttribute(name, given);
  }
  if (element.id) copy.id = element.id;
  const dir = element.getAttribute('dir')?.toLowerCase();
  if (dir === 'ltr' || dir === 'rtl' || dir === 'auto') copy.setAttribute('dir', dir);
  const lang = element.getAttribute('lang');
  if (lang && LANGUAGE.test(lang)) copy.setAttribute('lang', lang);
  return copy;
}
