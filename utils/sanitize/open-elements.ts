type Namespace = 'html' | 'svg' | 'math';

interface OpenElement {
  readonly name: string;
  readonly space: Namespace;
  /** An integration point: what it holds is HTML again. */
  readonly holdsHtml: boolean;
  /** The tag as written: the parser reopens at most three formatting elements alike. */
  readonly written: string;
}

const words = (list: string) => new Set(list.split(' '));

const VOID = words(
  'area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr',
);
const FORMATTING = words('a b big code em font i nobr s small strike strong tt u');
/** Opening one of these closes an open `p`. */
const CLOSES_P = words(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li dd dt listing main menu nav ol p plaintext pre search section summary table ul xmp',
);
const SPECIAL = words(
  'address applet article aside blockquote button caption center colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup li listing main marquee menu nav noscript object ol p pre search section select summary table tbody td template tfoot th thead tr ul',
);
const TABLE_PARTS = words('caption colgroup tbody td tfoot th thead tr');
/** What an end tag of an ordinary block cannot reach through. */
const SCOPE_EDGE = words('applet caption marquee object select table td template th');
/** Where the parser forgets the formatting elements it would otherwise reopen. */
const FORMATTING_EDGE = words('applet caption marquee object td template th');
/** HTML tags that end foreign content when they stand in it. */
const BREAKOUT = words(
  'b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var',
);
const SVG_HOLDS_HTML = words('foreignobject desc title');
const MATH_HOLDS_HTML = words('mi mn mo ms mtext');
const RUBY_PARTS = words('rb rp rt');
const IMPLIED_END = words('dd dt li optgroup option p rb rp rt rtc');
const HEADING = words('h1 h2 h3 h4 h5 h6');

/** What one misnested formatting end tag can make the parser clone. */
const ADOPTION_COST = 8;

/**
 * Follows the parser's stack of open elements closely enough that what it counts is never much below what the parser
 * would build: where the two could disagree, an end tag is ignored rather than believed.
 */
export class OpenElements {
  readonly #stack: OpenElement[] = [];
  /** The parser's list of active formatting elements; null is a marker. Those not on the stack are reopened by the next text. */
  readonly #formatting: (OpenElement | null)[] = [];
  elements = 0;

  get depth(): number {
    return this.#stack.length;
  }

  get inForeignContent(): boolean {
    const top = this.#stack.at(-1);
    return top !== undefined && top.space !== 'html' && !top.holdsHtml;
  }

  /** Returns whether the element was opened as HTML, so that its raw text is raw text. */
  open(name: string, written: string): boolean {
    this.elements++;
    if (this.inForeignContent) {
      if (BREAKOUT.has(name)) this.#leaveForeignContent();
      else {
        this.#openForeign(name, written);
        return false;
      }
    }
    if (name === 'svg' || name === 'math') {
      this.#openForeign(name, written);
      return false;
    }
    if (name === 'html' || name === 'head' || name === 'body') return true;
    if (TABLE_PARTS.has(name)) {
      this.#openTablePart(name);
      return true;
    }
    this.#closeImplied(name);
    if (!SPECIAL.has(name) || name === 'button' || name === 'select' || FORMATTING_EDGE.has(name)) this.text();
    if (VOID.has(name)) return true;
    const element: OpenElement = { name, space: 'html', holdsHtml: false, written };
    this.#stack.push(element);
    if (FORMATTING.has(name)) this.#remember(element);
    else if (FORMATTING_EDGE.has(name)) this.#formatting.push(null);
    return true;
  }

  /** Words: the parser first reopens the formatting elements that a block took with it when it was closed. */
  text(): void {
    if (this.inForeignContent) return;
    let from = this.#formatting.length;
    while (from > 0) {
      const entry = this.#formatting[from - 1];
      if (!entry || this.#stack.includes(entry)) break;
      from--;
    }
    for (let at = from; at < this.#formatting.length; at++) {
      const again = { ...(this.#formatting[at] as OpenElement) };
      this.#formatting[at] = again;
      this.#stack.push(again);
      this.elements++;
    }
  }

  close(name: string): void {
    if (this.inForeignContent) {
      if (name === 'p' || name === 'br') this.#leaveForeignContent();
      else {
        for (let at = this.#stack.length - 1; at >= 0 && this.#stack[at]?.space !== 'html'; at--) {
          if (this.#stack[at]?.name !== name) continue;
          this.#popFrom(at);
          return;
        }
      }
    }
    if (name === 'p' || name === 'br') this.elements++;
    if (FORMATTING.has(name) && this.#closeFormatting(name)) return;
    const at = this.#reachable(name);
    // The parser takes a form off its stack without what the form holds.
    if (at < 0 || (name === 'form' && at !== this.#stack.length - 1)) return;
    this.#popFrom(at);
  }

  #openForeign(name: string, written: string): void {
    if (written.endsWith('/>')) return;
    const parent = this.#stack.at(-1);
    const space: Namespace =
      name === 'svg' ? 'svg' : name === 'math' ? 'math' : parent?.space === 'math' ? 'math' : 'svg';
    const holdsHtml =
      space === 'svg'
        ? SVG_HOLDS_HTML.has(name)
        : MATH_HOLDS_HTML.has(name) || (name === 'annotation-xml' && /html/i.test(written));
    this.#stack.push({ name, space, holdsHtml, written: '' });
  }

  #leaveForeignContent(): void {
    while (this.inForeignContent) this.#stack.pop();
  }

  #closeImplied(name: string): void {
    if (CLOSES_P.has(name)) {
      if (name === 'li') this.#closeItem(['li']);
      if (name === 'dd' || name === 'dt') this.#closeItem(['dd', 'dt']);
      const p = this.#reachable('p', 'button');
      if (p >= 0) this.#popFrom(p);
      if (HEADING.has(name) && HEADING.has(this.#stack.at(-1)?.name ?? '')) this.#stack.pop();
    } else if (name === 'a' || name === 'nobr') {
      this.#closeFormatting(name);
    } else if (name === 'option' || name === 'optgroup') {
      if (this.#stack.at(-1)?.name === 'option') this.#stack.pop();
    } else if (RUBY_PARTS.has(name)) {
      if (this.#inScope('ruby')) while (IMPLIED_END.has(this.#stack.at(-1)?.name ?? '')) this.#stack.pop();
    } else if (name === 'button') {
      const open = this.#reachable('button');
      if (open >= 0) this.#popFrom(open);
    }
  }

  #closeItem(names: readonly string[]): void {
    for (let at = this.#stack.length - 1; at >= 0; at--) {
      const element = this.#stack[at] as OpenElement;
      if (element.space !== 'html') {
        if (element.holdsHtml) return;
      } else if (names.includes(element.name)) {
        this.#popFrom(at);
        return;
      } else if (SPECIAL.has(element.name) && !['address', 'div', 'p'].includes(element.name)) return;
    }
  }

  /** A row closes a row, a cell closes a cell, a row group closes everything down to its table; without a table, nothing. */
  #openTablePart(name: string): void {
    const cell = name === 'td' || name === 'th';
    const keep = cell ? ['tr', 'tbody', 'thead', 'tfoot'] : name === 'tr' ? ['tbody', 'thead', 'tfoot'] : [];
    let kept = -1;
    for (let at = this.#stack.length - 1; at >= 0; at--) {
      const element = this.#stack[at] as OpenElement;
      if (element.space !== 'html') continue;
      if (kept < 0 && keep.includes(element.name)) kept = at;
      if (element.name === 'table') {
        this.#popFrom((kept < 0 ? at : kept) + 1);
        this.#stack.push({ name, space: 'html', holdsHtml: false, written: '' });
        if (FORMATTING_EDGE.has(name)) this.#formatting.push(null);
        return;
      }
      if (element.name === 'template') {
        // Whether a template takes it depends on what came before: counted, and never believed to be closed.
        this.#stack.push({ name: '', space: 'html', holdsHtml: false, written: '' });
        return;
      }
    }
  }

  /** Of formatting elements written alike the parser remembers the last three. */
  #remember(element: OpenElement): void {
    const marker = this.#formatting.lastIndexOf(null);
    const alike = this.#formatting.filter((entry, at) => at > marker && entry?.written === element.written);
    if (alike.length >= 3) this.#formatting.splice(this.#formatting.indexOf(alike[0] as OpenElement), 1);
    this.#formatting.push(element);
  }

  /** Whether a formatting element was there to close; blocks opened inside it stay open. */
  #closeFormatting(name: string): boolean {
    const marker = this.#formatting.lastIndexOf(null);
    const entry = this.#formatting.findLastIndex((element, at) => at > marker && element?.name === name);
    if (entry < 0) return false;
    const at = this.#stack.indexOf(this.#formatting[entry] as OpenElement);
    this.#formatting.splice(entry, 1);
    if (at >= 0) {
      if (at !== this.#stack.length - 1) this.elements += ADOPTION_COST;
      this.#stack.splice(at, 1);
    }
    return true;
  }

  #inScope(name: string): boolean {
    for (let at = this.#stack.length - 1; at >= 0; at--) {
      const element = this.#stack[at] as OpenElement;
      if (element.space === 'html' && element.name === name) return true;
      if (element.holdsHtml || (element.space === 'html' && SCOPE_EDGE.has(element.name))) return false;
    }
    return false;
  }

  /** Where on the stack the element stands that an end tag of this name closes; -1 when there is none in reach. */
  #reachable(name: string, extraEdge = ''): number {
    const table = name === 'table' || TABLE_PARTS.has(name);
    const ordinary = !SPECIAL.has(name);
    for (let at = this.#stack.length - 1; at >= 0; at--) {
      const element = this.#stack[at] as OpenElement;
      const html = element.space === 'html';
      if (html && (element.name === name || (HEADING.has(name) && HEADING.has(element.name)))) return at;
      if (element.holdsHtml) return -1;
      if (!html) continue;
      if (element.name === extraEdge) return -1;
      if (name === 'li' && (element.name === 'ul' || element.name === 'ol')) return -1;
      if (table ? element.name === 'table' || element.name === 'template' : SCOPE_EDGE.has(element.name)) return -1;
      if (ordinary && SPECIAL.has(element.name)) return -1;
    }
    return -1;
  }

  /** Takes everything from `at` up off the stack; leaving a cell or an object forgets the formatting opened in it. */
  #popFrom(at: number): void {
    for (const element of this.#stack.splice(at)) {
      if (element.space !== 'html' || !FORMATTING_EDGE.has(element.name)) continue;
      this.#formatting.length = Math.max(0, this.#formatting.lastIndexOf(null));
    }
  }
}
