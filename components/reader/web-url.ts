/** The url when it leads to the web, for links made from stored data; null for anything else (`javascript:` and the like). */
export function webUrl(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
