import { ANCHOR_PREFIX } from '../model/anchors';
import { EMBEDDED_PICTURE } from '../model/embedded-picture';

const words = (list: string) => list.trim().split(/\s+/);

/** The HTML elements an article may show. No forms, frames, styles, scripts, media sources or svg. */
export const HTML_TAGS: readonly string[] = words(`
  a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt
  em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q rp rt ruby s samp
  section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var video wbr
`);

/** MathML Core without links, actions, foreign annotations and whatever else carries a url or HTML. */
export const MATHML_TAGS: readonly string[] = words(`
  math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mroot mrow ms mspace msqrt mstyle msub
  msubsup msup mtable mtd mtext mtr munder munderover
`);

/** Removed with everything in them; any other element that is not allowed leaves its text behind. */
export const REMOVED_WHOLE: readonly string[] = words('annotation datalist optgroup option select textarea');

/** Attribute → the elements that may carry it (`*`: any HTML element), and what its value must look like. */
export const HTML_ATTRIBUTES: Readonly<Record<string, { on: readonly string[]; value: RegExp }>> = {
  abbr: { on: ['th'], value: /^/ },
  alt: { on: ['img'], value: /^/ },
  colspan: { on: ['td', 'th'], value: /^\d{1,3}$/ },
  datetime: { on: ['time', 'del', 'ins'], value: /^[\w:+\-. ]{1,64}$/ },
  dir: { on: ['*'], value: /^(?:ltr|rtl|auto)$/i },
  height: { on: ['img', 'video'], value: /^\d{1,5}$/ },
  href: { on: ['a'], value: /^(?:https?:|mailto:|#.)/i },
  id: { on: ['*'], value: new RegExp(`^${ANCHOR_PREFIX}[^\\s"'<>&]{1,200}$`) },
  lang: { on: ['*'], value: /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i },
  open: { on: ['details'], value: /^/ },
  reversed: { on: ['ol'], value: /^/ },
  rowspan: { on: ['td', 'th'], value: /^\d{1,3}$/ },
  scope: { on: ['th'], value: /^(?:row|col|rowgroup|colgroup)$/i },
  span: { on: ['col', 'colgroup'], value: /^\d{1,3}$/ },
  start: { on: ['ol'], value: /^-?\d{1,9}$/ },
  title: { on: ['*'], value: /^/ },
  type: { on: ['ol'], value: /^[1aAiI]$/ },
  value: { on: ['li'], value: /^-?\d{1,9}$/ },
  width: { on: ['img', 'video', 'col'], value: /^\d{1,5}$/ },
  'data-src': { on: ['img', 'video'], value: new RegExp(`^https?:|^${EMBEDDED_PICTURE}`, 'i') },
};

/** MathML presentation attributes; none takes a url. */
export const MATHML_ATTRIBUTES: readonly string[] = words(`
  accent accentunder columnspan depth display displaystyle fence form height largeop linethickness lspace mathvariant
  maxsize minsize movablelimits notation rowspan rspace scriptlevel separator stretchy symmetric voffset width
`);
