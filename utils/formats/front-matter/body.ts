import { type CleanContent, cleanContent } from '../../extraction/content';
import { languageOf } from '../../extraction/language';
import { fail, ok, type Result } from '../../model/result';
import { parseInert } from '../../sanitize';
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

/** The body of a file, cleaned in the way a captured page's is, so that the same article gives the same content. */
export function readBody(html: string, { url, title, lang, line }: BodyContext): Result<ReadBody, FileProblem> {
  const parsed = parseInert(html);
  if (!parsed.ok) return fail({ reason: `body-${parsed.error}`, line });
  const { body } = parsed.value;
  const bodyLang = lang ?? languageOf(body.textContent ?? '', []);
  const clean = cleanContent(body, { baseUrl: url ?? 'about:blank', title, lang: bodyLang });
  return ok({ ...clean, lang: bodyLang });
}
