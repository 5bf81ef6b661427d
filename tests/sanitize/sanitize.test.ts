import { afterEach, describe, expect, it } from 'vitest';
import { MAX_DEPTH, MAX_ELEMENTS, MAX_HTML_LENGTH, parseInert, sanitizeArticle } from '../../utils/sanitize';
import { HTML_ATTRIBUTES, HTML_TAGS, MATHML_ATTRIBUTES, MATHML_TAGS } from '../../utils/sanitize/allow-list';
import { eventHandlers, payloads } from './payloads';

declare global {
  interface Window {
    __ran?: number;
  }
}

/** Ours, set on every outgoing link. */
const ADDED_ATTRIBUTES = ['rel', 'target', 'referrerpolicy'];

function sanitized(html: string): DocumentFragment {
  const result = sanitizeArticle(html);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

function written(html: string): string {
  const holder = document.implementation.createHTMLDocument('').body;
  holder.append(sanitized(html));
  return holder.innerHTML;
}

/** What must never come out, read from the nodes rather than from the code under test. */
function forbidden(root: ParentNode): string[] {
  const found: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    const math = element.namespaceURI === 'http://www.w3.org/1998/Math/MathML';
    if (!(math ? MATHML_TAGS : HTML_TAGS).includes(element.localName)) found.push(`<${element.localName}>`);
    for (const { name, value } of element.attributes) {
      const allowed = math ? MATHML_ATTRIBUTES : [...Object.keys(HTML_ATTRIBUTES), ...ADDED_ATTRIBUTES];
      if (!allowed.includes(name)) found.push(name);
      if (name === 'href' && !/^(?:https?:\/\/|mailto:|#offprint-)/.test(value)) found.push(value);
      if (name === 'data-src' && !/^https?:\/\//.test(value)) found.push(value);
      if (name === 'id' && !value.startsWith('offprint-')) found.push(value);
    }
  }
  return found;
}

/** Tokens whose mixtures make parser and scan disagree, if anything does. */
const SOUP = [
  ...['div', 'p', 'b', 'a', 'span', 'li', 'ul', 'table', 'tr', 'td', 'form', 'button', 'select', 'option', 'h1'],
  ...['svg', 'g', 'title', 'desc', 'foreignObject', 'math', 'mi', 'annotation-xml', 'style', 'script', 'template'],
  ...['object', 'dd', 'ruby', 'rt', 'textarea', 'caption', 'nobr', 'x-y', 'link', 'head', 'body', 'noscript'],
]
  .flatMap((name) => [`<${name}>`, `</${name}>`, `<${name} a="</${name}>">`, `<${name}/>`])
  .concat([
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<br>',
    '</br>',
    '</p>',
    '"',
    "'",
    '<',
    '>',
    '<b a=1>',
    '<annotation-xml encoding=text/html>',
  ]);

/** Numbers below `limit`, the same ones every time (mulberry32). */
function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

function measure(root: Document): { depth: number; elements: number } {
  const walker = root.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  let depth = 0;
  let deepest = 0;
  let elements = 0;
  for (let node: Node | null = walker.currentNode; node; ) {
    if (walker.firstChild()) depth++;
    else {
      while (!walker.nextSibling()) {
        if (!walker.parentNode()) return { depth: deepest, elements };
        depth--;
      }
    }
    node = walker.currentNode;
    elements++;
    deepest = Math.max(deepest, depth);
  }
  return { depth: deepest, elements };
}

afterEach(() => {
  document.body.replaceChildren();
  delete window.__ran;
});

const all = Object.entries({ ...payloads, 'every event handler': eventHandlers });

describe('hostile markup', () => {
  it('has at least 150 payloads of its own', () => {
    const own = Object.values(payloads).flat();

    expect(new Set(own).size).toBeGreaterThanOrEqual(150);
  });

  describe.each(all)('%s', (_, list) => {
    it.each(list)('keeps only what the lists allow: %s', (html) => {
      expect(forbidden(sanitized(html))).toEqual([]);
    });

    it.each(list)('is not changed by a second pass: %s', (html) => {
      const once = written(html);

      expect(written(once)).toBe(once);
      expect(new DOMParser().parseFromString(`<body>${once}`, 'text/html').body.innerHTML).toBe(once);
    });
  });

  it('runs nothing and requests nothing once inserted, clicked, hovered and focused', async () => {
    performance.clearResourceTimings();
    performance.setResourceTimingBufferSize(10_000);
    const stayHere = (event: Event) => event.preventDefault();
    document.body.addEventListener('click', stayHere);

    for (const html of all.flatMap(([, list]) => list)) {
      const holder = document.createElement('div');
      holder.append(sanitized(html));
      document.body.append(holder);
    }
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
      element.focus?.();
      element.click?.();
      element.dispatchEvent(new PointerEvent('pointerenter'));
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));

    document.body.removeEventListener('click', stayHere);
    expect(window.__ran).toBeUndefined();
    expect(performance.getEntriesByType('resource').filter(({ name }) => /away|\/x$/.test(name))).toEqual([]);
  });

  it('would see a request if there were one', async () => {
    performance.clearResourceTimings();

    document.body.innerHTML = '<img src="/away-control.png">';

    await expect
      .poll(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('away-control')))
      .toBe(true);
  });
});

describe('an honest article', () => {
  it('keeps its structure and words', () => {
    const html =
      '<h2>Head</h2><p>One <em>two</em> <strong>three</strong><br>four</p><ul><li>a</li></ul><ol start="3" reversed="" type="a"><li value="9">b</li></ol>' +
      '<blockquote><p>q</p></blockquote><figure><figcaption>c</figcaption></figure><pre><code>x\n\ty</code></pre>' +
      '<table><caption>t</caption><thead><tr><th scope="col">h</th></tr></thead><tbody><tr><td colspan="2">d</td></tr></tbody></table>' +
      '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby><p lang="ar" dir="rtl">مرحبا</p><hr><details><summary>s</summary>t</details>';

    expect(written(html)).toBe(html);
  });

  it('opens links in a tab of their own and tells the other side nothing', () => {
    const link = sanitized('<a href="https://example.com/a?b=c" rel="opener" target="_self">x</a>').firstElementChild;

    expect(link?.getAttribute('href')).toBe('https://example.com/a?b=c');
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    expect(link?.getAttribute('target')).toBe('_blank');
    expect(link?.getAttribute('referrerpolicy')).toBe('no-referrer');
  });

  it('moves a picture’s url out of reach of the loader and keeps its size and words', () => {
    expect(
      written('<img src="https://a.example/b.jpg" srcset="https://a.example/c.jpg 2x" alt="A" width="4" height="3">'),
    ).toBe('<img alt="A" width="4" height="3" data-src="https://a.example/b.jpg">');
    expect(written('<img srcset="https://a.example/c.jpg 2x">')).toBe('<img data-src="https://a.example/c.jpg">');
    expect(written('<video poster="https://a.example/p.jpg" src="https://a.example/v.mp4"></video>')).toBe(
      '<video data-src="https://a.example/p.jpg"></video>',
    );
  });

  it('keeps footnotes working inside the article, under names of its own', () => {
    const html =
      '<p>word<sup><a href="#fn1" id="ref1">1</a></sup></p><p id="fn1">note <a href="#ref1">back</a></p><p id="other">x</p>';

    expect(written(html)).toBe(
      '<p>word<sup><a href="#offprint-fn1" id="offprint-ref1">1</a></sup></p>' +
        '<p id="offprint-fn1">note <a href="#offprint-ref1">back</a></p><p>x</p>',
    );
    expect(written('<a href="#%E6%B3%A8">1</a><a name="注">n</a>')).toBe(
      '<a href="#offprint-注">1</a><a id="offprint-注">n</a>',
    );
    expect(written('<a href="#nowhere">1</a>')).toBe('<a>1</a>');
  });

  it('keeps formulas', () => {
    const html =
      '<math display="block"><mfrac><mrow><mi mathvariant="normal">d</mi><mi>y</mi></mrow><msup><mi>x</mi><mn>2</mn></msup></mfrac></math>';

    expect(written(html)).toBe(html);
    expect(written('<math><semantics><mi>x</mi><annotation encoding="TeX">x^2</annotation></semantics></math>')).toBe(
      '<math><mi>x</mi></math>',
    );
  });

  it('leaves the words of elements it does not keep', () => {
    expect(written('<center>Middle <font size="7">big</font></center>')).toBe('Middle big');
    expect(written('<form><fieldset><legend>Vote</legend>Yes or no</fieldset></form>')).toBe('VoteYes or no');
  });
});

describe('markup that is not parsed', () => {
  const refusal = (html: string) => {
    const result = parseInert(html);
    return result.ok ? 'parsed' : result.error;
  };

  it.each([
    ['too-large', 'x'.repeat(MAX_HTML_LENGTH + 1)],
    ['too-many-elements', '<br>'.repeat(MAX_ELEMENTS + 1)],
    ['too-deep', '<div>'.repeat(MAX_DEPTH + 1)],
    ['too-deep', '<b>'.repeat(100_000)],
    ['too-deep', '<x-y>'.repeat(100_000)],
    ['too-deep', '<div title="</div>">'.repeat(1000)],
    ['too-deep', "<div title='</div>'>".repeat(1000)],
    ['too-deep', '<div><!--</div>-->'.repeat(1000)],
    ['too-deep', '<div><style></div></style>'.repeat(1000)],
    ['too-deep', '<div><script><!--<script></script></div>--></script>'.repeat(1000)],
    ['too-deep', '<div><textarea></div></textarea>'.repeat(1000)],
    ['too-deep', '<svg><g><![CDATA[></g></svg>]]>'.repeat(1000)],
    ['too-deep', '<svg><link>'.repeat(1000)],
    ['too-deep', `<svg>${'<source>'.repeat(1000)}`],
    ['too-deep', '<svg><foreignObject><x/>'.repeat(1000)],
    ['too-deep', '<svg><desc></div>'.repeat(1000)],
    ['too-deep', `<svg><br>${'<x/>'.repeat(1000)}`],
    ['too-deep', '<form><div></form>'.repeat(1000)],
    ['too-deep', '<b><div></b>'.repeat(1000)],
    ['too-deep', '<span><div></span>'.repeat(1000)],
    ['too-deep', '<table><tr><td>'.repeat(1000)],
    ['too-deep', Array.from({ length: 1000 }, (_, i) => `<p><b id=${i}>`).join('')],
    ['too-many-elements', `<p>${Array.from({ length: 200 }, (_, i) => `<b id=${i}>`).join('')}${'<p>x'.repeat(2000)}`],
    ['too-deep', `<math>${'<mrow>'.repeat(1000)}`],
  ])('%s', (expected, html) => {
    const start = performance.now();

    expect(refusal(html)).toBe(expected);
    expect(sanitizeArticle(html)).toEqual({ ok: false, error: expected });
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('is never much deeper or larger than the scan thought, whatever the soup', () => {
    const random = seeded(20_210_331);
    const surprises: string[] = [];
    let parsed = 0;

    for (let round = 0; round < 3000; round++) {
      const pattern = Array.from({ length: 1 + random(6) }, () => SOUP[random(SOUP.length)]).join('');
      const result = parseInert(pattern.repeat(700));
      if (!result.ok) continue;
      parsed++;
      const { depth, elements } = measure(result.value);
      if (depth > 2 * MAX_DEPTH || elements > 2 * MAX_ELEMENTS) surprises.push(`${depth} ${elements} ${pattern}`);
    }

    expect(surprises).toEqual([]);
    expect(parsed).toBeGreaterThan(300);
  }, 120_000);

  it.each([
    ['unclosed paragraphs', '<p>word '.repeat(5000)],
    ['unclosed items', `<ul>${'<li>word '.repeat(5000)}</ul>`],
    ['unclosed cells', `<table>${'<tr><td>a<td>b'.repeat(3000)}</table>`],
    ['unclosed terms', `<dl>${'<dt>a<dd>b'.repeat(3000)}</dl>`],
    ['unclosed emphasis', '<p><b>word'.repeat(2000)],
    ['unclosed links', '<a href="https://a.example/">word '.repeat(3000)],
    ['many pictures', '<img src="https://a.example/">'.repeat(3000)],
    ['an icon of many paths', `<svg>${'<path d="M0 0"/>'.repeat(3000)}</svg>`],
    ['a script full of tags', `<script>var a = '${'<div>'.repeat(3000)}';</script><p>x`],
    ['an old script in a comment', `<script><!--\n${'document.write("<p>")'.repeat(2000)}//--></script><p>x`],
    ['less-than signs', '1 < 2 <= 3 << 4 '.repeat(3000)],
    ['options', `<select>${'<option>x'.repeat(3000)}</select>`],
    ['ruby', `<p><ruby>${'漢<rt>kan'.repeat(3000)}</ruby></p>`],
    ['nested lists', '<ul><li>'.repeat(60)],
  ])('is not refused for %s', (_, html) => {
    expect(refusal(html)).toBe('parsed');
    expect(sanitizeArticle(html).ok).toBe(true);
  });

  it('parses without loading or running anything', async () => {
    const result = parseInert('<img src="/inert.png" onerror="window.__ran=1"><script>window.__ran=1</script><p>text');

    await new Promise((resolve) => setTimeout(resolve, 100));

    expect(result.ok && result.value.body.textContent).toContain('text');
    expect(window.__ran).toBeUndefined();
    expect(performance.getEntriesByType('resource').some(({ name }) => name.includes('inert.png'))).toBe(false);
  });
});

describe('under the extension’s Trusted Types', () => {
  it('makes the one policy called reader, and DOMPurify none', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc =
      `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types reader">` +
      `<script type="module">
        const violations = [];
        addEventListener('securitypolicyviolation', (event) => violations.push(event.sample));
        const { sanitizeArticle, parseInert } = await import('${location.origin}/utils/sanitize/index.ts');
        const once = sanitizeArticle('<p onclick=x>a<img src=x></p>');
        const again = sanitizeArticle('<p>b</p>');
        parent.postMessage({ text: once.value.textContent + again.value.textContent, parsed: parseInert('<p>x').ok, violations }, '*');
      </script>`;
    const answer = new Promise((resolve) =>
      window.addEventListener('message', ({ data }) => data.text && resolve(data)),
    );

    document.body.append(frame);

    expect(await answer).toEqual({ text: 'ab', parsed: true, violations: [] });
  });
});

describe('the payloads themselves', () => {
  // Last: what it starts may still run after it.
  it('is really hostile: inserted as it is, some of it runs', async () => {
    document.body.innerHTML = payloads.handlers?.join('') ?? '';

    await expect.poll(() => window.__ran ?? 0).toBeGreaterThan(2);
  });
});
