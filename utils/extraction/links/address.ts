/** Whether a text is, as it stands, the whole address of a web page. */
export function isAddress(text: string | null | undefined): text is string {
  return typeof text === 'string' && /^https?:\/\/[^\s/?#]+\.[^\s/?#]/i.test(text) && URL.canParse(text);
}
