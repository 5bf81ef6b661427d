import { selectEach, words } from '../dom';

const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** What MathJax 2 puts in front of the script that holds a formula. https://docs.mathjax.org/en/v2.7-latest/advanced/model.html */
const MATHJAX_2 =
  '.MathJax_Preview, .MathJax, .MathJax_Display, .MathJax_SVG, .MathJax_SVG_Display, .MathJax_CHTML, .mjx-chtml, .MathJax_MathML';

/** Elements that draw a formula and hold it as MathML too: KaTeX, MathJax 2 and 3, MediaWiki. */
const DRAWN = ['span.katex', 'mjx-container', 'span.mwe-math-element', 'span.MathJax', 'div.MathJax'];

/** Puts a formula's MathML, or its TeX where there is none, in the place of the many elements that draw it. */
export function settleMath(root: Document | Element): void {
  for (const script of root.querySelectorAll('script[type^="math/tex" i]')) settleScript(script);
  for (const drawn of selectEach(root, DRAWN)) {
    const math = drawn.querySelector('math');
    if (math) drawn.replaceWith(math);
  }
  // Zhihu draws its formulas from this attribute.
  for (const drawn of root.querySelectorAll('span[data-tex]')) {
    const tex = words(drawn.getAttribute('data-tex'));
    if (tex !== '') drawn.replaceWith(texFormula(drawn, tex, false));
  }
}

function settleScript(script: Element): void {
  let math: Element | null = null;
  for (let drawn = drawnBefore(script); drawn; drawn = drawnBefore(script)) {
    math = drawn.querySelector('math') ?? math;
    drawn.remove();
  }
  const tex = words(script.textContent);
  const isDisplay = /mode\s*=\s*display/i.test(script.getAttribute('type') ?? '');
  if (math) script.replaceWith(math);
  else if (tex !== '') script.replaceWith(texFormula(script, tex, isDisplay));
}

function drawnBefore(script: Element): Element | null {
  const before = script.previousElementSibling;
  return before && /^(?:span|div)$/.test(before.localName) && before.matches(MATHJAX_2) ? before : null;
}

/** TeX as the words of a formula: readable, and still known to be one. */
function texFormula(place: Element, tex: string, isDisplay: boolean): Element {
  const math = place.ownerDocument.createElementNS(MATHML, 'math');
  const text = place.ownerDocument.createElementNS(MATHML, 'mtext');
  text.append(tex);
  math.append(text);
  if (isDisplay) math.setAttribute('display', 'block');
  return math;
}
