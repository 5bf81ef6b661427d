/**
 * One hostile page: `hostile/<name>.html`, served at `/hostile/<name>`. It holds an article of four paragraphs that starts with
 * `FIRST_WORDS` and ends with `LAST_WORDS`, and payloads that prove themselves by `globalThis.__pwned` or a request whose path
 * starts with `/leak`.
 * @typedef {{ readonly name: string, readonly what: string }} HostilePage
 */

/** How every hostile page's article starts. */
export const FIRST_WORDS = 'The harbour office counted every rope';

/** How every hostile page's article ends. */
export const LAST_WORDS = 'the bucket that is kept inside another bucket.';

/**
 * Every hostile page that is a file, by what it tries. `/hostile/many-elements` is made by the server.
 * @type {readonly HostilePage[]}
 */
export const HOSTILE_PAGES = [
  { name: 'script', what: 'Script elements: inline, remote, module, JSON with a closing tag, odd case and spacing' },
  { name: 'event-load', what: 'Handlers that run without the reader: load, error, toggle, animation, begin' },
  { name: 'event-click', what: 'Handlers that need the reader: click, hover, focus, copy, wheel, drag, keys' },
  { name: 'javascript-urls', what: 'javascript: addresses, plain and obfuscated, in links' },
  {
    name: 'javascript-elsewhere',
    what: 'javascript: addresses in frames, forms, pictures, objects, areas, citations and base',
  },
  { name: 'svg-script', what: 'SVG in the page: script, handlers, use, animate to javascript:, foreignObject' },
  { name: 'svg-picture', what: 'SVG pictures that hold script or fetch, as img, embed, object and data:' },
  { name: 'mxss-svg-style', what: 'Nesting that changes on a second parse: svg with style and title' },
  { name: 'mxss-math', what: 'Nesting that changes on a second parse: math integration points' },
  {
    name: 'mxss-noscript',
    what: 'noscript, noembed, noframes, xmp, plaintext, textarea and title whose text becomes markup',
  },
  { name: 'mxss-comments', what: 'Comments, CDATA, processing instructions and conditional comments' },
  { name: 'mxss-entities', what: 'Escaped markup that must stay text: entities, attributes, alt texts, pre and code' },
  { name: 'forms', what: 'Forms, inputs and buttons that post what a reader types or a browser fills in' },
  { name: 'clobbering', what: 'Names and ids that shadow properties of document, window and forms' },
  { name: 'style-urls', what: 'Styles that fetch: attributes, sheets, imports, fonts, cursors, image-set, content' },
  {
    name: 'picture-leaks',
    what: 'Pictures that fetch by every attribute: srcset, source, poster, background, lowsrc, lazy names',
  },
  { name: 'media-leaks', what: 'Audio, video, tracks and posters that fetch' },
  {
    name: 'link-leaks',
    what: 'Links that tell: ping, prefetch, preload, dns-prefetch, manifest, attribution, speculation rules',
  },
  { name: 'meta-refresh', what: 'meta refresh, set-cookie and policies inside the article' },
  { name: 'frames', what: 'iframe with srcdoc, data:, blob:, same origin, frameset, portal, fenced frame, webview' },
  { name: 'base', what: 'base elements that would turn every relative address around' },
  { name: 'template', what: 'template, declarative shadow roots, slots, custom elements and is' },
  { name: 'huge-attribute', what: 'One attribute of 300,000 characters, and a thousand attributes on one element' },
  { name: 'deep', what: '5,000 elements inside one another' },
  { name: 'deep-inline', what: 'Unclosed formatting elements, which a parser clones for every paragraph' },
  { name: 'title', what: 'A title made of markup' },
  { name: 'byline', what: 'Author, section and tags made of markup and addresses' },
  {
    name: 'json-ld-proto',
    what: 'JSON-LD with __proto__, constructor, wrong types, cycles of @id and markup in every field',
  },
  { name: 'json-ld-broken', what: 'JSON-LD that does not parse, is deeply nested, or is enormous' },
  {
    name: 'bidi',
    what: 'Bidi overrides, isolates, zero-width and control characters in title, byline, links and file names',
  },
  { name: 'data-links', what: 'Links to data:, blob:, file:, about:, chrome: and extension pages' },
  { name: 'target-opener', what: 'Links that take over: target, opener, download, form targets, named windows' },
  {
    name: 'popover',
    what: 'popover, commandfor, invokers, dialogs, contenteditable, access keys and inert over the reader',
  },
  {
    name: 'conditional-parse',
    what: 'Broken markup: unclosed quotes, duplicate attributes, slashes, nul bytes, misnested tables',
  },
  { name: 'namespaces', what: 'Prefixed and foreign elements: html: in svg, xlink, xml:base, xmlns changes' },
  { name: 'canonical', what: 'Addresses of the page itself: canonical, og:url, og:image and amphtml that lie' },
  { name: 'unicode', what: 'Lone surrogates by reference, overlong names, combining floods and right-to-left runs' },
  { name: 'prompt-words', what: 'Words that ask a machine or a person to act: they are words, and stay words' },
  { name: 'redos', what: 'Text made to make patterns run for ever: spaces, commas, dashes, dots, dates and addresses' },
  { name: 'marks', what: 'Attributes that an extension might use for itself, forged by the page' },
];

/**
 * Whether a recorded request is a payload's.
 * @param {{ readonly url: string }} request
 */
export function isLeak({ url }) {
  return url.startsWith('/leak');
}
