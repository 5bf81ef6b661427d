import type { CleaningState } from '../cleaning';
import { words } from '../dom';
import { isAffiliateLink } from '../links/click-trackers';
import { foldPromo } from '../links/promo-summary';

/** Longest paragraph that can be a promotion with a label, and a note on affiliate links, in characters. */
const LONGEST = { labelled: 200, disclosure: 500 } as const;

const LABELS =
  'advertisement|advertorial|sponsored(?: content| post| link)?|promoted|paid post|anzeige|werbung|publicité|publicidad|pubblicità|advertentie|реклама|广告|廣告|推广|推廣|赞助|贊助|恰饭|広告|光告|광고';

/** `[广告]活动入口`, `【推广】…`: a label in brackets. */
const BRACKETED = new RegExp(`^[[［【（(〔「]\\s*(?:${LABELS}|AD|PR)\\s*[\\]］】）)〕」]`, 'i');
/** `Sponsored: …`: only with a link behind it, because texts about advertising begin like this too. */
const WITH_COLON = new RegExp(`^(?:${LABELS})\\s*[:：]`, 'i');

/** Notes that the site is paid for its links, by language: all expressions of a row must hold. */
const DISCLOSURES: readonly (readonly RegExp[])[] = [
  [
    /\b(?:we|i|us|our|this (?:post|article|page|story))\b/i,
    /(?<!\bno )\baffiliate links?\b|\b(?:earn|receive|make|get)\b[^.]{0,50}\bcommissions?\b/i,
  ],
  [/\bamazon associate\b/i, /\bearn\b/i],
  [/\b(?:wir|ich|uns)\b/i, /\baffiliate-?links?\b|\bprovision\b/i, /\blinks?\b|\bkauf/i],
  [/\b(?:nous|notre|cet article)\b/i, /\bliens? (?:affiliés?|d['’]affiliation)/i],
  [/(?:enlaces? de afiliad|links? de afiliad|link di affiliazione)/i],
  [/(?:本文|文内|文中|本页|页面)[^。]{0,20}(?:含有|包含|内含)[^。]{0,20}(?:推广|返利|跳转|导购|佣金)/],
  [/^(?:广告|推广|利益相关)声明[:：]/],
  [/アフィリエイト|アソシエイト/, /リンク|広告|収入/, /本記事|当サイト|この記事|含み|含まれ|参加者/],
];

/** A part of what each row asks for, asked first: hardly a paragraph has any. */
const MAY_DISCLOSE =
  /affili|afiliad|commission|associate|provision|推广|返利|跳转|导购|佣金|广告|利益|アフィリ|アソシエ/i;

/**
 * Folds paragraphs that advertise into `<details>` where they stand: those with a label that says so, notes on affiliate links, and those
 * that are nothing but affiliate links. They stay readable, and the receipt tells them. Each gets a fold of its own, so that every
 * other block keeps its place among its neighbours.
 */
export function foldPromos(body: HTMLElement, { lang, receipt }: CleaningState): void {
  for (const block of [...body.children]) {
    const reason = promoReason(block);
    if (!reason) continue;
    receipt.push({ step: 'fold-promos', reason, text: words(block.textContent) });
    foldPromo(block, lang);
  }
}

function promoReason(block: Element): string | null {
  if (block.localName !== 'p' || block.querySelector('img, math')) return null;
  const text = words(block.textContent);
  if (text.length <= LONGEST.labelled) {
    if (BRACKETED.test(text)) return 'promo-label';
    if (WITH_COLON.test(text) && block.querySelector('a[href]')) return 'promo-label';
  }
  const isShort = text.length <= LONGEST.disclosure && MAY_DISCLOSE.test(text);
  if (isShort && DISCLOSURES.some((all) => all.every((part) => part.test(text)))) return 'affiliate-disclosure';
  return isOnlyAffiliateLinks(block, text) ? 'affiliate-links' : null;
}

function isOnlyAffiliateLinks(block: Element, text: string): boolean {
  const links = [...block.querySelectorAll('a[href]')];
  // What is no affiliate's link is told by the first of them, while letters are counted in all of the text.
  if (links.length === 0 || text === '' || !links.every(isAffiliate)) return false;
  const linked = links.reduce((sum, link) => sum + letters(link.textContent), 0);
  return linked === letters(text);
}

function isAffiliate(link: Element): boolean {
  return isAffiliateLink(link.getAttribute('href') ?? '');
}

function letters(text: string | null): number {
  return (text ?? '').replace(/[^\p{L}\p{N}]+/gu, '').length;
}
