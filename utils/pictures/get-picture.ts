import type { PictureFailure, StoredPicture } from '../model/picture';
import { fail, type Result } from '../model/result';
import { fetchPicture } from './fetch-picture';
import { fetchFromPage } from './from-page';
import { withReferrer } from './with-referrer';

/** Where a picture stands: the page's address, its tab while that is open, and which addresses may be fetched across origins. */
export interface PictureContext {
  readonly pageUrl: string;
  readonly tabId: number | null;
  readonly hasAccessTo: (url: string) => Promise<boolean>;
}

/** The failure that says most, when several ways of getting a picture failed: what the reader can act on comes first. */
const MOST_TELLING: readonly PictureFailure[] = [
  'needs-permission',
  'too-large',
  'not-a-picture',
  'refused',
  'unreachable',
];

/**
 * Gets a picture by the first way that works: for each source, largest first, without referrer, then with the page's
 * referrer, then from the page itself.
 */
export async function getPicture(
  sources: readonly string[],
  context: PictureContext,
): Promise<Result<StoredPicture, PictureFailure>> {
  const failures = new Set<PictureFailure>();
  for (const source of sources) {
    for (const attempt of ways(source, context)) {
      const result = await attempt();
      if (result.ok) return result;
      failures.add(result.error);
      if (result.error === 'too-large') break;
    }
  }
  return fail(MOST_TELLING.find((failure) => failures.has(failure)) ?? 'unreachable');
}

type Attempt = () => Promise<Result<StoredPicture, PictureFailure>>;

function ways(source: string, context: PictureContext): Attempt[] {
  const { pageUrl, tabId } = context;
  const attempts: Attempt[] = [];
  if (!source.startsWith('blob:')) attempts.push(() => fetchWithoutReferrer(source, context));
  if (/^https?:/.test(source)) attempts.push(() => fetchWithReferrer(source, context));
  if (tabId !== null) attempts.push(() => fetchFromPage(tabId, pageUrl, source));
  return attempts;
}

async function fetchWithoutReferrer(
  source: string,
  { hasAccessTo }: PictureContext,
): Promise<Result<StoredPicture, PictureFailure>> {
  const result = await fetchPicture(source);
  const withheld = !result.ok && result.error === 'unreachable' && !source.startsWith('data:');
  return withheld && navigator.onLine && !(await hasAccessTo(source)) ? fail('needs-permission') : result;
}

async function fetchWithReferrer(
  source: string,
  { pageUrl, hasAccessTo }: PictureContext,
): Promise<Result<StoredPicture, PictureFailure>> {
  if (!/^https?:/.test(pageUrl) || !(await hasAccessTo(source))) return fail('unreachable');
  return withReferrer(source, pageUrl, () => fetchPicture(source));
}
