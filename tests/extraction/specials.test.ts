import { describe, expect, it } from 'vitest';
import { cleanContent } from '../../utils/extraction/content';
import { extractArticle } from '../../utils/extraction/extract';
import { settleSpecials } from '../../utils/extraction/specials/specials';
import { parse } from './support';

const URL_OF_PAGE = 'https://a.example/news/ropes.html';
const PARAGRAPH =
  '<p>The harbour office counted every rope on the quay this week, and then, because the rain had not stopped, it counted every knot in every rope.</p>';

/** What becomes of a piece of a page in the middle of its article. */
function capture(piece: string): string {
  const page = parse(
    `<html lang="en"><head><title>Ropes and knots</title><meta property="og:type" content="article"></head><body><article>
    <h1>Ropes and knots</h1>${PARAGRAPH}${PARAGRAPH}${piece}${PARAGRAPH}${PARAGRAPH}</article></body></html>`,
  );
  const content = extractArticle(page, URL_OF_PAGE)?.content ?? '';
  expect(content.startsWith(PARAGRAPH + PARAGRAPH)).toBe(true);
  expect(content.endsWith(PARAGRAPH + PARAGRAPH)).toBe(true);
  return content.slice(2 * PARAGRAPH.length, -2 * PARAGRAPH.length);
}

/** The same piece in a file that is imported, and cleaned once more. */
function imported(piece: string): string {
  const clean = (html: string) =>
    cleanContent(parse(`<body>${html}`).body, { baseUrl: URL_OF_PAGE, title: 'Ropes and knots', lang: 'en' }).content;
  const once = clean(piece);
  expect(clean(once)).toBe(once);
  return once;
}

type Case = readonly [name: string, given: string, expected: string];

function itKeeps(cases: readonly Case[]): void {
  it.each(cases)('of %s', (_, given, expected) => {
    expect(capture(given)).toBe(expected);
    expect(imported(given)).toBe(expected);
  });
}

const TWO_LINES = '<pre><code class="language-js">let a = 1;\n  b();</code></pre>';

describe('the lines and language of a listing stay, its line numbers go:', () => {
  itKeeps([
    [
      'Prism',
      '<pre class="language-js line-numbers"><code class="language-js"><span class="token">let</span> a = 1;\n  b();<span aria-hidden="true" class="line-numbers-rows"><span></span></span></code></pre>',
      TWO_LINES,
    ],
    [
      'Hexo',
      '<figure class="highlight js"><table><tbody><tr><td class="gutter"><pre><span class="line">1</span><br><span class="line">2</span><br></pre></td><td class="code"><pre><span class="line">let a = 1;</span><br><span class="line">  b();</span><br></pre></td></tr></tbody></table></figure>',
      TWO_LINES,
    ],
    [
      'Rouge',
      '<div class="language-js highlighter-rouge"><div class="highlight"><pre class="highlight"><code><table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">1\n2\n</pre></td><td class="rouge-code"><pre>let a = 1;\n  b();\n</pre></td></tr></tbody></table></code></pre></div></div>',
      TWO_LINES,
    ],
    [
      'SyntaxHighlighter',
      '<div class="syntaxhighlighter js"><table><tbody><tr><td class="gutter"><div class="line">1</div><div class="line">2</div></td><td class="code"><div class="container"><div class="line"><code class="js plain">let a = 1;</code></div><div class="line"><code class="js spaces">&nbsp;&nbsp;</code><code class="js plain">b();</code></div></div></td></tr></tbody></table></div>',
      TWO_LINES,
    ],
    [
      'Pygments',
      '<div class="highlight-js"><table class="highlighttable"><tr><td class="linenos"><div class="linenodiv"><pre>1\n2</pre></div></td><td class="code"><div class="highlight"><pre data-lang="js">let a = 1;\n  b();\n</pre></div></td></tr></table></div>',
      '<pre><code>let a = 1;\n  b();</code></pre>',
    ],
    [
      'Hugo',
      '<div class="highlight"><pre tabindex="0" class="chroma"><code class="language-js" data-lang="js"><span class="line"><span class="ln">1</span><span class="cl">let a = 1;\n</span></span><span class="line"><span class="ln">2</span><span class="cl">  b();\n</span></span></code></pre></div>',
      TWO_LINES,
    ],
    [
      'Crayon',
      '<div class="crayon-syntax"><div class="crayon-main"><table class="crayon-table"><tr class="crayon-row"><td class="crayon-nums"><div class="crayon-num">1</div><div class="crayon-num">2</div></td><td class="crayon-code"><div class="crayon-pre"><div class="crayon-line">let a = 1;</div><div class="crayon-line">  b();</div></div></td></tr></table></div></div>',
      '<pre><code>let a = 1;\n  b();</code></pre>',
    ],
    [
      'GitHub',
      '<table class="highlight"><tbody><tr><td class="blob-num" data-line-number="1"></td><td class="blob-code">let a = 1;</td></tr><tr><td class="blob-num" data-line-number="2"></td><td class="blob-code">  b();</td></tr></tbody></table>',
      '<pre><code>let a = 1;\n  b();</code></pre>',
    ],
    [
      'CSDN',
      '<pre><code class="prism language-js has-numbering">let a = 1;\n  b();<div class="hljs-button signin">登录</div></code><ul class="pre-numbering"><li>1</li><li>2</li></ul></pre>',
      TWO_LINES,
    ],
    ['line breaks in a pre', '<pre>one<br>  two<br>three</pre>', '<pre>one\n  two\nthree</pre>'],
  ]);

  it('and a table whose first column counts rows is still a table', () => {
    const table =
      '<table><tbody><tr><td>1</td><td>Ropes</td></tr><tr><td>2</td><td>Knots of rope</td></tr></tbody></table>';

    expect(imported(table)).toBe(table);
  });
});

const FORMULA = '<math><msup><mi>r</mi><mn>2</mn></msup></math>';
const NAMESPACED = FORMULA.replace('<math>', '<math xmlns="http://www.w3.org/1998/Math/MathML">');

describe('a formula stays one:', () => {
  itKeeps([
    ['MathML', `<p>Area ${NAMESPACED}.</p>`, `<p>Area ${FORMULA}.</p>`],
    [
      'KaTeX',
      `<p>Area <span class="katex"><span class="katex-mathml"><math><semantics><msup><mi>r</mi><mn>2</mn></msup><annotation encoding="application/x-tex">r^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><span>r2</span></span></span>.</p>`,
      `<p>Area ${FORMULA}.</p>`,
    ],
    [
      'MathJax 2',
      `<p>Area <span class="MathJax_Preview"></span><span class="MathJax" role="presentation"><nobr aria-hidden="true"><span>r2</span></nobr><span class="MJX_Assistive_MathML">${NAMESPACED}</span></span><script type="math/tex">r^2</script>.</p>`,
      `<p>Area ${FORMULA}.</p>`,
    ],
    [
      'MathJax 2 without MathML, as TeX',
      '<p>Area <span class="MathJax_Preview">r2</span><script type="math/tex; mode=display">r^2</script>.</p>',
      '<p>Area <math display="block"><mtext>r^2</mtext></math>.</p>',
    ],
    [
      'MathJax 3',
      `<p>Area <mjx-container class="MathJax" jax="CHTML"><mjx-math aria-hidden="true"><mjx-mi></mjx-mi></mjx-math><mjx-assistive-mml>${NAMESPACED}</mjx-assistive-mml></mjx-container>.</p>`,
      `<p>Area ${FORMULA}.</p>`,
    ],
    [
      'MediaWiki',
      `<p>Area <span class="mwe-math-element"><span style="display: none;">${NAMESPACED}</span><img src="https://w.example/svg/abc" aria-hidden="true" alt="r^2"></span>.</p>`,
      `<p>Area ${FORMULA}.</p>`,
    ],
    [
      'Zhihu, as TeX',
      '<p>Area <span class="ztext-math" data-tex="r^2"><span><svg></svg></span></span>.</p>',
      '<p>Area <math><mtext>r^2</mtext></math>.</p>',
    ],
    [
      'a picture of TeX',
      '<p>Area <img src="https://l.example/latex.php?latex=r%5E2" alt="r^2">.</p>',
      '<p>Area <img src="https://l.example/latex.php?latex=r%5E2" alt="r^2">.</p>',
    ],
  ]);
});

const card = (href: string, text: string) => `<figure><figcaption><a href="${href}">${text}</a></figcaption></figure>`;

describe('an embedded post, film or map is a card with a link to its page:', () => {
  itKeeps([
    [
      'YouTube in a box',
      '<div class="video-container"><div><iframe src="https://www.youtube.com/embed/abcdefghijk?rel=0" title="Ropes"></iframe></div></div>',
      card('https://www.youtube.com/watch?v=abcdefghijk', 'Ropes'),
    ],
    [
      'YouTube before its script ran',
      '<lite-youtube videoid="abcdefghijk" playlabel="Ropes"></lite-youtube>',
      card('https://www.youtube.com/watch?v=abcdefghijk', 'Ropes'),
    ],
    [
      'a frame that loads late',
      '<iframe data-src="https://www.youtube-nocookie.com/embed/abcdefghijk?start=30"></iframe>',
      card('https://www.youtube.com/watch?v=abcdefghijk', 'youtube.com'),
    ],
    [
      'Vimeo',
      '<iframe src="https://player.vimeo.com/video/123456?h=a"></iframe>',
      card('https://vimeo.com/123456', 'vimeo.com'),
    ],
    [
      'Bilibili',
      '<iframe src="//player.bilibili.com/player.html?aid=1&amp;bvid=BV1xx411c7mD&amp;cid=2"></iframe>',
      card('https://www.bilibili.com/video/BV1xx411c7mD', 'bilibili.com'),
    ],
    [
      'a post on X',
      '<div class="twitter-tweet"><iframe title="X Post" src="https://platform.twitter.com/embed/Tweet.html?id=123456789"></iframe></div>',
      card('https://twitter.com/i/status/123456789', 'X Post'),
    ],
    [
      'Instagram',
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/ABC123/?utm_source=ig_embed"><a href="https://www.instagram.com/p/ABC123/">View this post</a><p><a href="https://www.instagram.com/p/ABC123/">A post shared by the harbour</a></p></blockquote>',
      card('https://www.instagram.com/p/ABC123/', 'A post shared by the harbour'),
    ],
    [
      'Facebook',
      '<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fharbour%2Fposts%2F1"></iframe><div class="fb-post" data-href="https://www.facebook.com/harbour/posts/2"></div>',
      card('https://www.facebook.com/harbour/posts/1', 'facebook.com') +
        card('https://www.facebook.com/harbour/posts/2', 'facebook.com'),
    ],
    [
      'Spotify',
      '<iframe src="https://open.spotify.com/embed/episode/abc?utm_source=generator" title="Ropes, the podcast"></iframe>',
      card('https://open.spotify.com/episode/abc', 'Ropes, the podcast'),
    ],
    [
      'maps',
      '<iframe src="https://www.google.com/maps?q=the+quay&amp;output=embed" title="The quay"></iframe><iframe src="https://www.openstreetmap.org/export/embed.html?marker=53.5,9.9"></iframe>',
      card('https://www.google.com/maps?q=the%20quay', 'The quay') +
        card('https://www.openstreetmap.org/?mlat=53.5&amp;mlon=9.9', 'openstreetmap.org'),
    ],
    [
      'CodePen',
      '<iframe src="https://codepen.io/harbour/embed/abc" title="Ropes"></iframe>',
      card('https://codepen.io/harbour/pen/abc', 'Ropes'),
    ],
    [
      'a gist',
      '<script src="https://gist.github.com/harbour/abcdef0123456789.js"></script>',
      card('https://gist.github.com/harbour/abcdef0123456789', 'gist.github.com'),
    ],
    [
      'a chart',
      '<div class="infogram-embed" data-id="abc-1" data-title="Ropes by year"></div>',
      card('https://infogram.com/abc-1', 'Ropes by year'),
    ],
    [
      'sound in a figure with its caption',
      '<figure><audio controls src="/ropes.mp3"></audio><figcaption>Listen to the ropes</figcaption></figure>',
      '<figure><figcaption>Listen to the ropes <a href="https://a.example/ropes.mp3">a.example</a></figcaption></figure>',
    ],
    [
      'a film with its still',
      '<video controls poster="/p.jpg"><source src="/v.mp4" type="video/mp4"></video>',
      '<figure><img src="https://a.example/p.jpg" alt=""><figcaption><a href="https://a.example/v.mp4">a.example</a></figcaption></figure>',
    ],
  ]);

  it('and frames of adverts, buttons and counters leave nothing', () => {
    const frames = [
      'https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fa.example',
      'https://platform.twitter.com/widgets/follow_button.html',
      'https://www.google.com/recaptcha/api2/anchor',
      'https://ads.example/youtube.com/embed/abcdefghijk',
      'javascript:alert(1)',
    ];

    expect(imported(frames.map((src) => `<iframe src="${src}"></iframe>`).join(''))).toBe('');
  });

  it('and a quoted post keeps its words and gets a link to itself', () => {
    const quote =
      '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@harbour/video/7123456789"><p>Today we counted the ropes on the long quay.</p></blockquote>';

    expect(capture(quote)).toBe(
      '<blockquote><p>Today we counted the ropes on the long quay.</p>' +
        '<p><a href="https://www.tiktok.com/@harbour/video/7123456789">tiktok.com</a></p></blockquote>',
    );
  });
});

const figure = (name: string, caption: string) =>
  `<figure><img src="https://a.example/${name}.jpg" alt="" width="600" height="400"><figcaption>${caption}</figcaption></figure>`;
const raw = (name: string, caption: string) =>
  `<figure><img src="/${name}.jpg" width="600" height="400"><figcaption>${caption}</figcaption></figure>`;

describe('a gallery is figures with their captions:', () => {
  itKeeps([
    [
      'boxes of figures',
      `<div class="gallery"><div>${raw('1', 'One rope')} ${raw('2', 'Two ropes')}</div></div>`,
      figure('1', 'One rope') + figure('2', 'Two ropes'),
    ],
    [
      'lists of figures',
      `<ul><li>${raw('1', 'One rope')}</li><li>${raw('2', 'Two ropes')}</li></ul>`,
      figure('1', 'One rope') + figure('2', 'Two ropes'),
    ],
    [
      'WordPress',
      '<div class="gallery"><dl class="gallery-item"><dt><img src="/1.jpg" width="600" height="400"></dt><dd>One rope</dd></dl><br><dl class="gallery-item"><dt><img src="/2.jpg" width="600" height="400"></dt><dd>Two ropes</dd></dl></div>',
      figure('1', 'One rope') + figure('2', 'Two ropes'),
    ],
  ]);
});

describe('a picture and its caption are one figure:', () => {
  itKeeps([
    [
      'WordPress',
      '<div class="wp-caption alignnone"><a href="/1-full.jpg"><img src="/1.jpg" width="600" height="400"></a><p class="wp-caption-text">One rope on the quay</p></div>',
      figure('1', 'One rope on the quay'),
    ],
    [
      'boxes in boxes',
      '<div class="image"><div><img src="/1.jpg" width="600" height="400"></div><div class="text"><span class="imageCaption">One rope on the quay</span></div></div>',
      figure('1', 'One rope on the quay'),
    ],
  ]);

  it('and the caption of a picture that is not there makes no figure of its box', () => {
    const box =
      '<div class="wp-caption"><img src="data:image/gif;base64,R0" width="600" height="400"><p class="wp-caption-text">One rope</p></div>';

    expect(capture(box)).toBe('');
  });

  it('and a box with more words than the caption is left alone', () => {
    const box = '<div><img src="/1.jpg"><p class="caption">One rope</p><p>And a sentence of the article.</p></div>';

    expect(imported(box)).toContain('<p>One rope</p><p>And a sentence of the article.</p>');
  });
});

describe('text in its own form stays in it:', () => {
  itKeeps([
    [
      'tables with headings over several columns',
      '<table><thead><tr><th rowspan="2">Port</th><th colspan="2">Ropes</th></tr><tr><th>Old</th><th>New</th></tr></thead><tbody><tr><th scope="row">Northport</th><td>1</td><td>2</td></tr></tbody></table>',
      '<table><thead><tr><th rowspan="2">Port</th><th colspan="2">Ropes</th></tr><tr><th>Old</th><th>New</th></tr></thead><tbody><tr><th scope="row">Northport</th><td>1</td><td>2</td></tr></tbody></table>',
    ],
    ['verse', '<p class="poem">O rope,<br>O knot,<br>O quay.</p>', '<p>O rope,<br>O knot,<br>O quay.</p>'],
    [
      'verse in lines that are boxes',
      '<div class="stanza"><div class="line">O rope of hemp,</div><div class="line">O knot of rope.</div></div>',
      '<p>O rope of hemp,<br>O knot of rope.</p>',
    ],
    ['verse in a pre', '<pre class="wp-block-verse">O rope,\n  O knot.</pre>', '<pre>O rope,\n  O knot.</pre>'],
    [
      'terms',
      '<dl><dt>Rope</dt><dd>A long thing.</dd><dt>Knot</dt><dd>A short thing.</dd></dl>',
      '<dl><dt>Rope</dt><dd>A long thing.</dd><dt>Knot</dt><dd>A short thing.</dd></dl>',
    ],
    [
      'ruby',
      '<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby> is read in the harbour.</p>',
      '<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby> is read in the harbour.</p>',
    ],
    [
      'footnotes',
      '<p>Ropes<sup id="fnref:1"><a href="#fn:1">1</a></sup> are long, they say in the office.</p><div class="footnotes"><ol><li id="fn:1"><p>A note on ropes. <a href="#fnref:1">↩</a></p></li></ol></div>',
      '<p>Ropes<sup id="offprint-fnref:1"><a href="#offprint-fn:1">1</a></sup> are long, they say in the office.</p><ol><li id="offprint-fn:1">A note on ropes. <a href="#offprint-fnref:1">↩</a></li></ol>',
    ],
    [
      'what opens on demand',
      '<details><summary>How the ropes were counted</summary><p>One after the other, from the left.</p></details>',
      '<details><summary>How the ropes were counted</summary><p>One after the other, from the left.</p></details>',
    ],
  ]);
});

describe('a live report keeps the order of the page and the time of each entry', () => {
  const entry = (time: string, title: string) =>
    `<div class="entry"><div class="meta"><time datetime="2026-01-02T${time}Z">${time}</time></div>${title}<p>What was seen on the quay from the window of the harbour office, and what was not seen.</p></div>`;
  const paragraph = 'What was seen on the quay from the window of the harbour office, and what was not seen.';

  itKeeps([
    [
      'entries with headings',
      entry('10:30', '<h3>The second rope</h3>') + entry('10:00', '<h3>The first rope</h3>'),
      `<h3><time datetime="2026-01-02T10:30Z">10:30</time> The second rope</h3><p>${paragraph}</p>` +
        `<h3><time datetime="2026-01-02T10:00Z">10:00</time> The first rope</h3><p>${paragraph}</p>`,
    ],
    [
      'entries without headings',
      entry('10:30', '') + entry('10:00', ''),
      `<p><time datetime="2026-01-02T10:30Z">10:30</time> ${paragraph}</p><p><time datetime="2026-01-02T10:00Z">10:00</time> ${paragraph}</p>`,
    ],
  ]);
});

it('a page of nothing but times, frames and figures in each other is worked through at once', () => {
  const deep = '<div>'.repeat(200);
  const many = `<figure><img src="/1.jpg"></figure><time>10:30</time><iframe src="//youtu.be/${'a'.repeat(2000)}"></iframe>`;
  const started = performance.now();

  imported(`${deep}${many.repeat(2000)}`);

  expect(performance.now() - started).toBeLessThan(5_000);
});

it('forms whose controls stand in front of the DOM’s own methods do no harm', () => {
  const names = 'closest matches querySelector querySelectorAll getAttribute children parentElement localName'.split(
    ' ',
  );
  const controls = names.map((name) => `<input name="${name}">`).join('');
  const classes = 'katex MathJax stanza poem fb-post wp-caption highlight';
  const page = parse(
    `<form class="${classes}" data-tex="x" data-href="https://www.facebook.com/a/posts/1">${controls}<pre>a</pre><table><tr><td class="gutter">1<td>b</table>
    <figure><img src="/1.jpg"></figure><figure><img src="/2.jpg"></figure><time>10:30</time><p class="caption">Words</p></form><script type="math/tex">x</script>`,
  );

  settleSpecials(page);

  expect(page.querySelector('form pre')?.textContent).toBe('a');
  expect(page.querySelector('math')?.textContent).toBe('x');
});
