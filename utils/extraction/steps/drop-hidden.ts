import { words } from '../dom';
import { type LeftOut, leaveOut } from '../left-out';
import { controlledIds, opensWhenAsked } from './folded';
import { HIDDEN } from './hidden';

/** Share of an article's characters above which what is hidden is no side matter: sites hide their text until programs run, or behind a notice. */
const MOST = 1 / 3;

/** What means something only together, of which a part is hidden where there is no room for it. */
const PART_OF_A_WHOLE = 'table *, dl *, figure *, ruby *, math *';

/** Takes the mark off hidden boxes of a page's body that open when they are asked to: they are as good as shown. */
export function keepFolded(body: Element): void {
  const boxes = outermostHidden(body);
  if (boxes.length === 0) return;
  const controlled = controlledIds(body);
  for (const box of boxes) {
    if (!opensWhenAsked(box, controlled, (element) => !element.hasAttribute(HIDDEN))) continue;
    for (const element of [box, ...box.querySelectorAll('*')]) element.removeAttribute(HIDDEN);
  }
}

/** Takes the boxes out of an article that its page hides from everybody, unless they are much of it. */
export function dropHidden(article: Element): LeftOut[] {
  const boxes = outermostHidden(article).filter((box) => !box.matches(PART_OF_A_WHOLE) && !box.querySelector('math'));
  const size = (element: Element) => words(element.textContent).length;
  const said = boxes.filter((box) => size(box) > 0);
  if (said.length === 0) return [];
  if (said.reduce((sum, box) => sum + size(box), 0) > MOST * size(article)) return [];
  return said.map((box) => leaveOut(box, 'drop-hidden', 'hidden'));
}

function outermostHidden(root: Element): Element[] {
  const boxes: Element[] = [];
  for (const box of root.querySelectorAll(`[${HIDDEN}]`)) if (!boxes.at(-1)?.contains(box)) boxes.push(box);
  return boxes;
}
