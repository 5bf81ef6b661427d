import { words } from '../dom';

/** What sites call the boxes that open when they are asked to. */
const FOLDED = /accordion|collaps|expand|toggle|faq|(?:^|[\s_-])fold|tab-?panel|read-?more|disclosure/i;

/** What opens a box, and how it says which. */
const CONTROL =
  'button, summary, [role="button"], [aria-expanded], a:not([href]), a[href^="#"], a[href^="javascript:" i]';
const NAMES_ITS_BOX = '[aria-controls], [data-target], [data-bs-target], a[href^="#"]';

/** How far around a box its accordion is looked for. */
const LEVELS = 3;

/** Whether an element is in a box, within the one given, that opens when it is asked to. */
export function isFolded(element: Element, within: Element): boolean {
  for (let box: Element | null = element; box; box = box === within ? null : box.parentElement)
    if (isFold(box)) return true;
  return false;
}

/** The ids of the boxes that the controls of a page say they open. */
export function controlledIds(body: Element): Set<string> {
  const attributes = ['aria-controls', 'data-target', 'data-bs-target', 'href'];
  const said = [...body.querySelectorAll(NAMES_ITS_BOX)].flatMap((control) =>
    attributes.map((name) => control.getAttribute(name) ?? ''),
  );
  return new Set(said.flatMap((ids) => ids.split(/\s+/)).map((id) => id.replace(/^#/, '')));
}

/**
 * Whether a hidden box is one of those that open when they are asked to: by its name or an accordion's around it, by a control that names it
 * (`controlled`) or stands next to it, or because it is one of several of a kind, as slides and tabs are, of which one is `isShown`.
 */
export function opensWhenAsked(
  box: Element,
  controlled: ReadonlySet<string>,
  isShown: (element: Element) => boolean,
): boolean {
  if (box.getAttribute('role') === 'tabpanel' || (box.id !== '' && controlled.has(box.id))) return true;
  for (let around: Element | null = box, level = 0; around && level <= LEVELS; around = around.parentElement, level++)
    if (isFold(around)) return true;
  if ([box.previousElementSibling, box.nextElementSibling].some(isControl)) return true;
  return [...(box.parentElement?.children ?? [])].some((other) => isShown(other) && isOfAKind(box, other));
}

function isFold(box: Element): boolean {
  return box.localName === 'details' || FOLDED.test(`${box.getAttribute('class') ?? ''} ${box.id}`);
}

/** A control with nothing beside it, as a question is that opens its answer. */
function isControl(element: Element | null): boolean {
  if (!element) return false;
  const control = element.matches(CONTROL) ? element : element.querySelector(CONTROL);
  return control !== null && words(control.textContent) === words(element.textContent);
}

/** Paragraphs of one name are no slides: pages say a line twice, for two widths of the window. */
function isOfAKind(one: Element, other: Element): boolean {
  const [name] = one.classList;
  if (one.localName === 'p') return false;
  return name !== undefined && one.localName === other.localName && other.classList[0] === name;
}
