import { isElement, isText } from '../dom';

const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** Attributes that may act or lead somewhere, and those that belong to the page's own styles. */
const LEFT_OUT = /^(?:on|xlink:|href$|src$|style$|class$|id$|data-|actiontype$|aria-|role$|alttext$|xmlns)/i;

/** A formula with its presentation alone: no links, scripts, annotations or HTML in it. */
export function copyMath(math: Element): Element {
  const copy = math.ownerDocument.createElementNS(MATHML, math.localName);
  for (const { name, value } of math.attributes) if (!LEFT_OUT.test(name)) copy.setAttribute(name, value);
  for (const child of math.childNodes) {
    if (isText(child)) copy.append(child.data.replace(/\s+/g, ' '));
    else if (isElement(child) && !/^annotation/.test(child.localName)) {
      if (child.namespaceURI !== MATHML) copy.append(child.textContent ?? '');
      // What it holds beside the formula are annotations.
      else if (child.localName === 'semantics') copy.append(...copyMath(child).childNodes);
      else copy.append(copyMath(child));
    }
  }
  return copy;
}
