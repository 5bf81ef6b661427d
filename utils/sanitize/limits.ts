import { fail, ok, type Result } from '../model/result';
import { OpenElements } from './open-elements';

/** Why markup is not parsed at all. */
export type MarkupRefusal = 'too-large' | 'too-deep' | 'too-many-elements';

/** Most UTF-16 code units of HTML that are parsed. */
export const MAX_HTML_LENGTH = 20 * 1024 * 1024;
/** Most elements the parser may be made to build. */
export const MAX_ELEMENTS = 100_000;
/** Deepest nesting; Readability alone takes seconds at 500 and parsers hang at 100,000. */
export const MAX_DEPTH = 256;

/** Elements whose content is text to the parser, tags and all. */
const RAW_TEXT = new Set('iframe noembed noframes plaintext script style textarea title xmp'.split(' '));
const COMMENT_END = /--!?>/g;
const TAG_NAME = /[a-zA-Z][^\t\n\f\r />]*/y;

/**
 * Whether the markup is small, flat and short enough to be parsed: one pass over the string, before any parser sees it.
 * The caps are those that kept every parse of hostile pages under a second in Chromium and Firefox.
 */
export function checkMarkup(html: string): Result<void, MarkupRefusal> {
  if (html.length > MAX_HTML_LENGTH) return fail('too-large');
  const open = new OpenElements();
  /** End tags before this place may be text to the parser, so they are not believed. */
  let doubtfulUntil = 0;
  let after = 0;
  let at = html.indexOf('<');
  while (at >= 0) {
    const next = html[at + 1];
    const nameAt = next === '/' ? at + 2 : at + 1;
    TAG_NAME.lastIndex = nameAt;
    const name = TAG_NAME.exec(html)?.[0].toLowerCase();
    if (at > after) open.text();
    if (name === undefined) {
      if (html.startsWith('<![CDATA[', at) && open.inForeignContent) {
        if (at >= doubtfulUntil) doubtfulUntil = placeOf(html, ']]>', at);
        after = at + 9;
      } else after = endOfComment(html, at);
    } else {
      after = endOfTag(html, nameAt + name.length);
      if (after > html.length) break;
      if (next === '/') {
        if (at >= doubtfulUntil) open.close(name);
      } else {
        const isHtml = open.open(name, html.slice(at, after));
        if (open.elements > MAX_ELEMENTS) return fail('too-many-elements');
        if (open.depth > MAX_DEPTH) return fail('too-deep');
        if (RAW_TEXT.has(name)) {
          if (name === 'plaintext' && isHtml) break;
          if (isHtml) {
            open.close(name);
            const content = after;
            after = endOfRawText(html, name, content);
            if (name === 'script' && hidesItsEnd(html.slice(content, after))) {
              doubtfulUntil = Math.max(doubtfulUntil, endOfRawText(html, name, after + 1));
            }
          } else if (after > doubtfulUntil) doubtfulUntil = endOfRawText(html, name, after);
        }
      }
    }
    at = html.indexOf('<', after);
  }
  return ok(undefined);
}

/** The place after what `<!`, `<?` or `</` opens at `at`: a comment. Any other `<` is text. */
function endOfComment(html: string, at: number): number {
  if (html.startsWith('<!--', at)) {
    COMMENT_END.lastIndex = at + 2;
    return COMMENT_END.exec(html) ? COMMENT_END.lastIndex : html.length;
  }
  if (!'!?/'.includes(html[at + 1] ?? ' ')) return at + 1;
  return placeOf(html, '>', at);
}

/** Where `text` stands next, or the end of the markup. */
function placeOf(html: string, text: string, from: number): number {
  const at = html.indexOf(text, from);
  return at < 0 ? html.length : at;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0c;
}

/** The place after the `>` of the tag whose attributes start at `from`; beyond the markup when it ends inside the tag. */
function endOfTag(html: string, from: number): number {
  let at = from;
  while (at < html.length) {
    const code = html.charCodeAt(at);
    if (code === 0x3e) return at + 1;
    at++;
    if (isSpace(code) || code === 0x2f) continue;
    at = skipWhile(html, at, (c) => !isSpace(c) && c !== 0x2f && c !== 0x3e && c !== 0x3d);
    const equals = skipWhile(html, at, isSpace);
    if (html[equals] !== '=') continue;
    at = skipWhile(html, equals + 1, isSpace);
    const quote = html[at];
    if (quote === '"' || quote === "'") at = placeOf(html, quote, at + 1) + 1;
    else at = skipWhile(html, at, (c) => !isSpace(c) && c !== 0x3e);
  }
  return html.length + 1;
}

function skipWhile(html: string, from: number, holds: (code: number) => boolean): number {
  let at = from;
  while (at < html.length && holds(html.charCodeAt(at))) at++;
  return at;
}

/** Where the end tag of a raw text element stands, or the end of the markup. */
function endOfRawText(html: string, name: string, from: number): number {
  const endTag = new RegExp(`</${name}[\\t\\n\\f\\r />]`, 'gi');
  endTag.lastIndex = from;
  return endTag.exec(html)?.index ?? html.length;
}

/** A script that opens a comment and a script inside it goes on past its first end tag. */
function hidesItsEnd(script: string): boolean {
  const comment = script.lastIndexOf('<!--');
  return comment >= 0 && /<script[\t\n\f\r />]/i.test(script.slice(comment)) && !script.includes('-->', comment);
}
