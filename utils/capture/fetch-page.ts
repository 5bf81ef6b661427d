import type { ExtractedArticle } from '../model/article';
import { isSameSite } from '../model/canonical-url';
import type { FetchProblem } from '../model/capture';
import { fail, ok, type Result } from '../model/result';

/** The largest page that is fetched, the cap that `sanitize.ts` parses up to. */
const MAX_PAGE_BYTES = 20 * 1024 * 1024;

const TIMEOUT_MS = 25_000;

/** Turns a page's HTML into an article, wherever there is a DOM for it. */
export type ParsePage = (page: { html: string; url: string }) => Promise<ExtractedArticle | null>;

/** Why a page could not be read, and what its server said, as far as it said anything. */
export interface PageFailure {
  readonly problem: FetchProblem;
  /** The HTTP status with which the page was refused; null when it was not, or no answer came. */
  readonly status: number | null;
  /** The answer's `Retry-After` header. */
  readonly retryAfter: string | null;
}

/**
 * Fetches a page as the reader would see it (with cookies: the reader asked for this very page) and extracts its article.
 * Problems: `pdf`, `too-large`, `no-article`, `other-site` where it leads to one, and `page-unreachable` for everything the network or the
 * server did.
 */
export async function extractLinkedPage(
  url: string,
  parsePage: ParsePage,
): Promise<Result<ExtractedArticle, FetchProblem>> {
  const read = await readLinkedPage(url, parsePage);
  return read.ok ? read : fail(read.error.problem);
}

/** As `extractLinkedPage`, for whoever wants to know what the server said. */
export async function readLinkedPage(
  url: string,
  parsePage: ParsePage,
): Promise<Result<ExtractedArticle, PageFailure>> {
  const response = await requestPage(url);
  if (!response) return refusal('page-unreachable', null);
  if (!isSameSite(url, response.url || url)) return refusal('other-site', response);
  if (!response.ok) return refusal('page-unreachable', response);
  const read = await extractResponse(response, url, parsePage);
  return read.ok ? read : refusal(read.error, response);
}

function refusal(problem: FetchProblem, response: Response | null): Result<never, PageFailure> {
  const status = response && !response.ok ? response.status : null;
  return fail({ problem, status, retryAfter: response?.headers.get('retry-after') ?? null });
}

/** Asks for a page, past what the browser has stored of it; null when the network gave nothing. */
export function requestPage(url: string): Promise<Response | null> {
  const asked = { credentials: 'include', cache: 'no-cache', signal: AbortSignal.timeout(TIMEOUT_MS) } as const;
  return fetch(url, asked).catch(() => null);
}

/** The article of a page that was answered; problems as `extractLinkedPage` has them. */
export async function extractResponse(
  response: Response,
  url: string,
  parsePage: ParsePage,
): Promise<Result<ExtractedArticle, FetchProblem>> {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('application/pdf')) return fail('pdf');
  if (!/html|xml/.test(type)) return fail('no-article');
  if (Number(response.headers.get('content-length')) > MAX_PAGE_BYTES) return fail('too-large');
  const body = await response.arrayBuffer().catch(() => null);
  if (!body) return fail('page-unreachable');
  if (body.byteLength > MAX_PAGE_BYTES) return fail('too-large');
  const html = decodePage(new Uint8Array(body), type);
  const article = await parsePage({ html, url: response.url || url });
  return article ? ok(article) : fail('no-article');
}

/** Decodes a page by its byte order mark, its header, its own `<meta>`, in the order browsers follow, UTF-8 otherwise. */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const label = byteOrderMark(bytes) ?? charset(contentType) ?? charset(asAscii(bytes.subarray(0, 2048))) ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function byteOrderMark([first, second]: Uint8Array): string | null {
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xef && second === 0xbb ? 'utf-8' : null;
}

function charset(text: string): string | null {
  return /charset\s*=\s*["']?\s*([\w-]+)/i.exec(text)?.[1] ?? null;
}

function asAscii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
