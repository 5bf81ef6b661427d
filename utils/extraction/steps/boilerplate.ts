import { words } from '../dom';
import type { Metadata } from '../metadata';

/** Class and id words of boxes around an article that extractors often take along. Whole words only: `share` is none of `shareholder`. */
const BOX =
  /(?:^|[\s_-])(?:share(?:bar|box|buttons?|links?|tools?)?|sharing|social(?:bar|links?|share|media)?|related(?:posts?|articles?|stories|content|links)?|recommend(?:ed|ations?)?|readmore|read-more|more-from|newsletter|subscribe|subscription|signup|sign-up|promo(?:tion|box)?|advert(?:isement|orial)?|ads?|adbox|adsbygoogle|sponsor(?:ed)?|outbrain|taboola|comments?|respond|breadcrumbs?|crumbs|pagination|pager|tags?|taglist|post-tags|tag-links|rating|vote|author-?(?:bio|box|card|info)|about-author|cookie|consent|paywall-promo|toolbar|print|copyright|disclaimer|donate|donation|editor|article-author|show-author|artical-player|relevant|hotnews|toc|table-of-contents)(?:$|[\s_-])/i;

/** Share of the article's text above which a box is no side matter whatever it is called. */
const SIDE_MATTER = 0.2;

/** Lines at the end of an article that are about the page rather than its subject. */
const CLOSING_LINE =
  /^(?:[（([【]?\s*(?:责任编辑|責任編輯|责编|本文编辑|编辑|編輯|作者简介|来源|来自|原标题|原文链接|本文来源|文章来源|版权声明|免责声明|声明|特别声明|标签|关键词|更多精彩|扫码|扫一扫|关注我们|点击进入|举报)\s*[:：】\s]|(?:read more|see also|related|share this|follow us|also read|more on this|sign up|tags?|filed under|topics|advertisement|copyright|©|lire aussi|à lire aussi|lesen sie auch|mehr zum thema|lee también|leia também|leggi anche|lees ook|読む|関連記事)\b\s*[:：]?.{0,80}$)/i;

/** How many blocks from the end are looked at for closing lines. */
const LOOKED_AT = 6;

/** Takes out what stands around articles rather than in them: share bars, tags, related stories, editors' lines. */
export function dropBoilerplate(article: Element, _metadata: Metadata): void {
  const whole = article.textContent?.length ?? 0;
  for (const box of article.querySelectorAll('div, section, aside, ul, ol, nav, footer, p, span, form, table')) {
    if (!article.contains(box)) continue;
    const name = `${box.getAttribute('class') ?? ''} ${box.id}`;
    if (name.length < 3 || !BOX.test(name)) continue;
    if ((box.textContent?.length ?? 0) <= whole * SIDE_MATTER && !box.querySelector('figure img')) box.remove();
  }
  dropClosingLines(article);
}

function dropClosingLines(article: Element): void {
  const blocks = [...article.querySelectorAll('p, div, li, h2, h3, h4, h5, span')].filter(
    (block) => !block.querySelector('p, div, li, img, table, pre') && words(block.textContent) !== '',
  );
  for (const block of blocks.slice(-LOOKED_AT)) {
    const line = words(block.textContent);
    if (line.length <= 120 && CLOSING_LINE.test(line)) block.remove();
  }
}
