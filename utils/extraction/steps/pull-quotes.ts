import { type LeftOut, leaveOut } from '../left-out';
import { comparable } from './repeated-title';

const PULL_QUOTE = '[class*="pullquote" i], [class*="pull-quote" i], [class*="pull_quote" i]';

/** Drops quotations that are set large on the page and say only what the text itself says. */
export function dropPullQuotes(article: Element): LeftOut[] {
  const quotes = [...article.querySelectorAll(PULL_QUOTE)];
  return quotes.flatMap((quote) => {
    const sentences = (quote.textContent ?? '').split(/[.!?。！？…]+/).map(comparable);
    const said = sentences.filter((sentence) => sentence.length > 0);
    const left = leaveOut(quote, 'drop-pull-quotes', 'pull-quote');
    const rest = comparable(article.textContent ?? '');
    if (said.every((sentence) => rest.includes(sentence))) return [left];
    left.mark.replaceWith(quote);
    return [];
  });
}
