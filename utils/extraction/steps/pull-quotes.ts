import { comparable } from './repeated-title';

const PULL_QUOTE = '[class*="pullquote" i], [class*="pull-quote" i], [class*="pull_quote" i]';

/** Drops quotations that are set large on the page and say only what the text itself says. */
export function dropPullQuotes(article: Element): void {
  for (const quote of article.querySelectorAll(PULL_QUOTE)) {
    const sentences = (quote.textContent ?? '').split(/[.!?。！？…]+/).map(comparable);
    const said = sentences.filter((sentence) => sentence.length > 0);
    const parent = quote.parentNode;
    const next = quote.nextSibling;
    quote.remove();
    const rest = comparable(article.textContent ?? '');
    if (!said.every((sentence) => rest.includes(sentence))) parent?.insertBefore(quote, next);
  }
}
