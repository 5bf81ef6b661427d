/** Most UTF-16 code units of Markdown that are read: its worst cases cost markdown-it a few seconds per megabyte. */
export const MAX_MARKDOWN_LENGTH = 256 * 1024;

/** How an HTML body begins, the seed's and every one written here; `<https://…>`, a Markdown link, does not match. */
const OPENS_WITH_ELEMENT = /^\s*<(?:[!/]|[a-z][a-z\d-]*[\s/>])/i;

/** Whether a file's body is Markdown and not HTML. */
export function isMarkdown(body: string): boolean {
  return body.trim() !== '' && !OPENS_WITH_ELEMENT.test(body);
}

/** Markdown (CommonMark with tables and strikethrough) as HTML, untrusted: HTML that stands in it is left in it. */
export async function markdownToHtml(markdown: string): Promise<string> {
  // Loaded only for Markdown files: it is larger than all else that import needs.
  const { default: MarkdownIt } = await import('markdown-it');
  return new MarkdownIt({ html: true }).render(markdown);
}
