/** How scripts of publishing systems call the day an article appeared; the last is WeChat's, in seconds since 1970. */
const PUBLISHED =
  /(?:\b(?:date_?published|publish(?:ed|ing)?_?(?:at|on|time|date)|publication_?date|pub_?(?:time|date)|first_?published_?at|p_?time)["']?\s{0,3}[:=]|\bvar\s{1,3}ct\s{0,3}=)\s{0,3}\\?["']?([\d\sT:.+Z/年月日-]{8,35})/i;

/** Scripts looked at, and how far into each: what tells of the article itself stands near the beginning. */
const SCRIPTS = 200;
const LENGTH = 300_000;

/** The day of publication that the page's programs have in their data, as it stands there; undefined when they name none. */
export function dateInScripts(document: Document): string | undefined {
  for (const script of [...document.querySelectorAll('script:not([src])')].slice(0, SCRIPTS)) {
    const found = PUBLISHED.exec((script.textContent ?? '').slice(0, LENGTH))?.[1];
    if (found) return found;
  }
  return undefined;
}
