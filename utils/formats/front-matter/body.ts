import { type CleanContent, cleanContent } from '../../extraction/content';
import { languageOf } from '../../extraction/language';
import { fail, ok, type Result } from '../../model/result';
import { parseInert } from '../../sanitize';
import { liftPictures, restoreTexts, withEmbedded } from './embedded-pictures';
import { isMarkdown, MAX_MARKDOWN_LENGTH, markdownToHtml } from './markdown';
import type { FileProblem } from './problem';

/** What is known of a file's body before it is read. */
export interface BodyContext {
  /** The article's address; null where the file has none, and then relative urls lead nowhere and are dropped. */
  readonly url: string | null;
  readonly title: string;
  /** The language the file names; null where it names none. */
  readonly lang: string | null;
  /** The file's line, counted from 1, on which the body starts. */
  readonly line: number;
}

/** A cleaned body and the language it is in: the file's word for it, or else what the text itself shows. */
export interface ReadBody extends CleanContent {
  readonly lang: string | null;
}

/**
 * Most UTF-16 code units of a body that are worked through: a megabyte is a long book, and cleaning costs about as much
 * as parsing does. Pictures that are written into the text as `data:` urls do not count.
 */
export const MAX_BODY_LENGTH = 4 * 1024 * 1024;

/** The body of a file, HTML or Markdown, cleaned as a captured page's is, so that the same article gives the same content. */
export async function readBody(
  written: string,
  { url, title, lang, line }: BodyContext,
): Promise<Result<ReadBody, FileProblem>> {
  const lifted = await liftPictures(written);
  const { source } = lifted;
  const markdown = isMarkdown(source);
  if (source.length > (markdown ? MAX_MARKDOWN_LENGTH : MAX_BODY_LENGTH)) {
    return fail({ reason: 'body-too-large', line });
  }
  const parsed = parseInert(markdown ? await markdownToHtml(source) : source);
  if (!parsed.ok) return fail({ reason: `body-${parsed.error}`, line });
  const { body } = parsed.value;
  restoreTexts(body, lifted);
  const bodyLang = lang ?? languageOf(body.textContent ?? '', []);
  const clean = cleanContent(body, { baseUrl: url ?? 'about:blank', title, lang: bodyLang });
  return ok({ ...clean, images: withEmbedded(clean.images, lifted), lang: bodyLang });
}
