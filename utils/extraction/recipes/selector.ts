/** How far up the page a selector is begun where the element's own names are not enough. */
const STEPS = 4;

/** Names that are made anew with each release of a site: figures in them, tools' prefixes, letters without order. */
const TOOL = /^(?:css|sc|jsx|jss|svelte|emotion|styled|astro|data-v)-/i;
const DISORDER = /[a-z][A-Z]+[a-z]+[A-Z]|[A-Z]{2,}[a-z]+[A-Z]|(?:^|[_-])[bcdfghjklmnpqrstvwxz]{5,}(?:$|[_-])/;

/** Attributes by which pages say what an element is for. */
const MEANINGS = ['itemprop', 'role', 'data-testid', 'data-component'] as const;

/**
 * A selector that finds this element of the page and no other, made of names that look as if they were chosen by people and will stay;
 * null when there is none. Shorter ones first.
 */
export function selectorFor(element: Element): string | null {
  const { ownerDocument } = element;
  const isAlone = (selector: string) => {
    const found = ownerDocument.querySelectorAll(selector);
    return found.length === 1 && found[0] === element;
  };
  const own = namesOf(element);
  const alone = own.find(isAlone);
  if (alone) return alone;
  let box = element.parentElement;
  for (let step = 1; box && step <= STEPS; step++, box = box.parentElement) {
    for (const around of namesOf(box)) {
      const within = [...own, element.localName].map((name) => `${around}${step === 1 ? ' > ' : ' '}${name}`);
      const found = within.find(isAlone);
      if (found) return found;
    }
  }
  return null;
}

function namesOf(element: Element): string[] {
  const { localName } = element;
  const id = element.getAttribute('id') ?? '';
  const classes = [...element.classList].filter(isLasting).map((name) => `.${CSS.escape(name)}`);
  const meanings = MEANINGS.flatMap((attribute) => {
    const value = element.getAttribute(attribute) ?? '';
    return isLasting(value) ? [`[${attribute}="${value}"]`] : [];
  });
  return [
    ...(isLasting(id) ? [`#${CSS.escape(id)}`] : []),
    ...meanings,
    ...classes,
    ...classes.map((name) => localName + name),
    ...(classes.length > 1 ? [localName + classes.join('')] : []),
    ...(/^(?:article|main)$/.test(localName) ? [localName] : []),
  ];
}

function isLasting(name: string): boolean {
  return /^[\p{L}][\p{L}_-]{1,39}$/u.test(name) && !TOOL.test(name) && !DISORDER.test(name);
}
