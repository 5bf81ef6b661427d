/** What stands over folded promotion, by the article's language. */
const SUMMARIES = { zh: '推广内容', ja: 'プロモーション', other: 'Promotional content' } as const;

const ALL: ReadonlySet<string> = new Set(Object.values(SUMMARIES));

/** The line under which promotion in an article of this language (BCP 47) is folded. */
export function promoSummary(lang: string | null): string {
  const [language] = (lang ?? '').toLowerCase().split('-');
  return language === 'zh' || language === 'ja' ? SUMMARIES[language] : SUMMARIES.other;
}

/** Puts a paragraph of an article in this language into a fold of its own, where it stands. */
export function foldPromo(paragraph: Element, lang: string | null): void {
  const { ownerDocument } = paragraph;
  const fold = ownerDocument.createElement('details');
  const summary = ownerDocument.createElement('summary');
  summary.append(promoSummary(lang));
  paragraph.replaceWith(fold);
  fold.append(summary, paragraph);
}

/** Whether an element is promotion that `foldPromos` folded: shown when asked for, and no part of the article's text. */
export function isFoldedPromo(element: Element): boolean {
  if (element.localName !== 'details') return false;
  const summary = element.firstElementChild;
  return summary?.localName === 'summary' && ALL.has(summary.textContent ?? '');
}
