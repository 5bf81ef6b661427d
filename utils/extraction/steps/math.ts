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
      copy.append(child.namespaceURI === MATHML ? copyMath(child) : (child.textContent ?? ''));
    }
  }
  return copy;
}
