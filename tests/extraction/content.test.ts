import { describe, expect, it } from 'vitest';
import { cleanContent } from '../../utils/extraction/content';
import seedFile from '../formats/files/cnbeta-article.md?raw';
import { parse } from './support';

const context = { baseUrl: 'https://a.example/news/1.html', title: 'Title', lang: null };

function clean(html: string, lang: string | null = null) {
  return cleanContent(parse(html).body, { ...context, lang });
}

describe('paragraphs', () => {
  it.each([
    [
      'loose text beside a paragraph',
      '<div>Lead <b>bold</b>.<br>\n <p>One</p></div>',
      '<p>Lead <b>bold</b>.</p><p>One</p>',
    ],
    ['a run of line breaks', 'One<br> <br>Two<br/><br/><br/>Three', '<p>One</p><p>Two</p><p>Three</p>'],
    ['one line break', '<p>One <br> two</p>', '<p>One<br>two</p>'],
    ['the indent of Chinese paragraphs', '<p>　　一。<br>　　二。</p>', '<p>一。</p><p>二。</p>'],
    ['inline elements around a break', '<p><b>One<br><br>two</b></p>', '<p><b>One</b></p><p><b>two</b></p>'],
    [
      'a link around blocks',
      '<a href="/x"><div>One</div><div>Two</div></a>',
      '<p><a href="https://a.example/x">One</a></p><p><a href="https://a.example/x">Two</a></p>',
    ],
    ['white space', '<p>\n a  <i> b</i>\n\t c &nbsp;</p>', '<p>a <i>b</i> c</p>'],
    ['source line breaks in Chinese', '<p>一\n  二 three\nfour</p>', '<p>一二 three four</p>'],
    ['empty blocks', '<p> </p><div><p><b></b><br></p></div><ul><li></li></ul><h2> </h2><p>One</p>', '<p>One</p>'],
  ])('makes real paragraphs of %s', (_, given, expected) => {
    expect(clean(given).content).toBe(expected);
  });

  it('reads bare line breaks between long Chinese sentences as paragraphs', () => {
    const sentence = `${'中'.repeat(50)}。`;

    expect(clean(`${sentence}<br>${sentence}`, 'zh-CN').content).toBe(`<p>${sentence}</p><p>${sentence}</p>`);
  });
});

describe('structure', () => {
  it.each([
    ['headings', '<h2 id="x" class="y">One <span style="color:red">two</span></h2>', '<h2>One two</h2>'],
    [
      'lists in lists',
      '<ul><li><p>One</p></li><ul><li>Two</li></ul></ul>',
      '<ul><li>One<ul><li>Two</li></ul></li></ul>',
    ],
    ['quotes', '<blockquote>One<br><br>two</blockquote>', '<blockquote><p>One</p><p>two</p></blockquote>'],
    [
      'listings',
      '<div class="highlight language-js"><pre><code>a\n  b</code></pre></div>',
      '<pre><code class="language-js">a\n  b</code></pre>',
    ],
    [
      'tables',
      '<table><tr><th>A<th>B<tr><td colspan=2 style="x"><p>1</p></table>',
      '<table><tbody><tr><th>A</th><th>B</th></tr><tr><td colspan="2">1</td></tr></tbody></table>',
    ],
    [
      'a description that was encoded twice, or more often, as words',
      '<p><img src="/a.jpg" alt="A &amp;quot;boat&amp;quot; &amp;amp;amp; oars"></p>',
      '<p><img src="https://a.example/a.jpg" alt="A &quot;boat&quot; &amp; oars"></p>',
    ],
    ['a row and an empty row as text', '<table><tr></tr><tr><td>1<td>2</table>', '<p>1</p><p>2</p>'],
    ['layout tables as text', '<table><tr><td><p>One</p><p>Two</p></td></tr></table>', '<p>One</p><p>Two</p>'],
    [
      'figures',
      '<figure><div><p><img src="/a.jpg" onerror="x"></p></div><figcaption><p>Words</p></figcaption></figure>',
      '<figure><img src="https://a.example/a.jpg" alt=""><figcaption>Words</figcaption></figure>',
    ],
    ['figures of text', '<figure><p>One</p></figure>', '<p>One</p>'],
    [
      'formulas',
      '<p>x <math class="m" onclick="x"><mi href="y">a</mi><annotation>a</annotation></math></p>',
      '<p>x <math><mi>a</mi></math></p>',
    ],
    [
      'scripts and controls gone',
      '<p>One<script>x</script><style>y</style></p><form><input><button>Go</button></form><!-- z -->',
      '<p>One</p>',
    ],
    ['hidden text gone', '<p>One</p><p style="display: none">Two</p><p hidden>Three</p>', '<p>One</p>'],
  ])('keeps %s', (_, given, expected) => {
    expect(clean(given).content).toBe(expected);
  });

  it('keeps footnotes working under ids of its own', () => {
    const { content } = clean(
      '<p id="other">One<sup><a href="#fn1" id="ref1">1</a></sup></p><ol><li id="fn1">Note <a href="https://a.example/news/1.html#ref1">back</a></li></ol><p><a href="#gone">x</a></p>',
    );

    expect(content).toBe(
      '<p>One<sup><a href="#offprint-fn1" id="offprint-ref1">1</a></sup></p>' +
        '<ol><li id="offprint-fn1">Note <a href="#offprint-ref1">back</a></li></ol>' +
        '<p><a href="https://a.example/news/1.html#gone">x</a></p>',
    );
  });

  it('drops the title where it is repeated at the top, and only there', () => {
    expect(clean('<h1>“Title”</h1><p>One</p><h2>Title</h2>').content).toBe('<p>One</p><h2>Title</h2>');
  });
});

describe('links and media', () => {
  it('turns planted shop links into words, forwarders into their target, and notes both', () => {
    const { content, receipt } = clean(
      '<p>a<a href="https://c.duomai.com/track.php?k=1">教育</a>b <a href="https://link.zhihu.com/?target=https%3A//b.example/x">c</a></p>',
    );

    expect(content).toBe('<p>a教育b <a href="https://b.example/x">c</a></p>');
    expect(receipt).toEqual([
      {
        step: 'unwrap-tracking-links',
        reason: 'tracking-link',
        text: '教育',
        url: 'https://c.duomai.com/track.php?k=1',
        link: { href: null, before: 'a' },
      },
      {
        step: 'unwrap-tracking-links',
        reason: 'tracking-link',
        text: 'c',
        url: 'https://link.zhihu.com/?target=https%3A//b.example/x',
        link: { href: 'https://b.example/x', before: 'a教育b' },
      },
    ]);
  });

  it('resolves a shortened link whose title says where it leads, and keeps no title', () => {
    const { content } = clean(
      '<p><a href="https://t.cn/A6x" title="https://b.example/x?utm_source=1">One</a> <a href="https://t.cn/A6y" title="Two">two</a></p>',
    );

    expect(content).toBe('<p><a href="https://b.example/x">One</a> <a href="https://t.cn/A6y">two</a></p>');
  });

  it('takes links that act for their words', () => {
    expect(clean('<p><a href="javascript:x()">One</a> <a href="data:text/html,x">two</a></p>').content).toBe(
      '<p>One two</p>',
    );
  });

  it('finds the picture behind its stand-in, whatever its attribute is called', () => {
    const { images } = clean(
      '<p><img src="data:image/gif;base64,R0" unheard-of="/a.jpg" data-sizes="/a-800.jpg 800w"></p>',
    );

    expect(images[0]?.sources).toEqual(['https://a.example/a-800.jpg', 'https://a.example/a.jpg']);
  });

  it('lists every source of a picture, the full size behind a link first', () => {
    const { content, images } = clean(
      '<p><a href="/full.jpg" target="_blank"><img src="/thumb.jpg" srcset="/600.jpg 600w, /1200.jpg 1200w, /9000.jpg 9000w" alt=" A  b " width="300" height="200px" class="c"></a></p>',
    );

    expect(content).toBe('<p><img src="https://a.example/thumb.jpg" alt="A b" width="300" height="200"></p>');
    expect(images).toEqual([
      {
        url: 'https://a.example/thumb.jpg',
        sources: ['full', '1200', '600', '9000', 'thumb'].map((name) => `https://a.example/${name}.jpg`),
        alt: 'A b',
        width: 300,
        height: 200,
      },
    ]);
  });

  it.each([
    ['a placeholder', '<img src="data:image/gif;base64,R0" data-src="/a.jpg">'],
    ['no address', '<img data-original="//a.example/a.jpg">'],
    ['a picture element', '<picture><source srcset="/a.jpg"><img src="/blank.gif"></picture>'],
  ])('finds a lazy picture behind %s', (_, given) => {
    expect(clean(given).content).toBe('<p><img src="https://a.example/a.jpg" alt=""></p>');
  });

  it('drops pixels that count visits', () => {
    expect(clean('<p>One<img src="/p.gif" width="1" height="1"></p>').content).toBe('<p>One</p>');
  });

  it('puts a link in the place of players and nothing in that of other frames', () => {
    const { content } = clean(
      '<iframe src="https://www.youtube.com/embed/abcdefg" title="Film"></iframe><iframe src="https://ads.example/x"></iframe><video src="/v.mp4" poster="/p.jpg"></video>',
    );

    expect(content).toBe(
      '<figure><figcaption><a href="https://www.youtube.com/watch?v=abcdefg">Film</a></figcaption></figure>' +
        '<figure><img src="https://a.example/p.jpg" alt=""><figcaption><a href="https://a.example/v.mp4">a.example</a></figcaption></figure>',
    );
  });
});

describe('as a whole', () => {
  const seed = seedFile.slice(seedFile.indexOf('\n---\n', 10) + 5);

  it('cleans the seed to its sentences', () => {
    const { content, text, images } = clean(seed, 'zh-CN');

    expect(content.match(/<p>/g)).toHaveLength(14);
    expect(content).not.toMatch(/style|duomai|target|<div|<br/);
    expect(text.startsWith('网络互助平台正密集关停。3月30日，')).toBe(true);
    expect(text.split('\n\n')).toHaveLength(13);
    expect(images[0]?.sources).toEqual([
      'https://static.cnbetacdn.com/article/2021/0331/e44ffbce993cea0.jpg',
      'https://static.cnbetacdn.com/thumb/article/2021/0331/e44ffbce993cea0.jpg',
    ]);
  });

  it('changes nothing when it cleans again', () => {
    const mixed = `${seed}<h2>A</h2><ul><li>a<p>b</p></li></ul><figure><img src="/x.png"><figcaption>c</figcaption></figure><p>n<a href="#f">1</a></p><p id="f">note</p><pre class="language-c">x</pre><dl><dt>t<dd>d</dl><table><tr><td>a<td>b<tr><td>c<td>d</table><video src="/v.mp4"></video>`;

    const once = clean(mixed, 'zh-CN');
    const twice = clean(once.content, 'zh-CN');

    expect(twice.content).toBe(once.content);
    expect(twice.text).toBe(once.text);
  });

  it('leaves what it was given as it was', () => {
    const { body } = parse(seed);
    const before = body.innerHTML;

    cleanContent(body, context);

    expect(body.innerHTML).toBe(before);
  });
});
