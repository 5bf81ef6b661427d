import type { CheckFinding, PageCheck } from '../../utils/model/page-check';
import type { CheckedLibrary } from './check-article';

/** Takes back what was done about a finding; false when the article has changed since. */
export type Undo = () => Promise<boolean>;

/**
 * Keeps what stands on the page now as the article's newest text, or remembers where the article is now; what was before stays a
 * version. Null when the library could not be written.
 */
export async function settle(library: CheckedLibrary, finding: CheckFinding): Promise<Undo | null> {
  const [article, state] = await Promise.all([library.article(finding.id), library.state(finding.id)]);
  if (!article) return null;
  const done = await write(library, finding);
  const after = done && (await library.article(finding.id));
  if (!after) return null;
  return async () => {
    const undone = await library.putBack({ article, contents: [] }, after.current.value);
    if (undone.ok && state?.page) await library.recordCheck(finding.id, state.page.value);
    return undone.ok;
  };
}

async function write(library: CheckedLibrary, finding: CheckFinding): Promise<boolean> {
  if (finding.is === 'changed') return keep(library, finding);
  if (finding.is !== 'moved') return false;
  const moved = await library.setAddress(finding.id, finding.movedTo);
  if (moved.ok) await library.recordCheck(finding.id, now('unchanged'));
  return moved.ok;
}

async function keep(
  library: CheckedLibrary,
  { id, page, movedTo }: CheckFinding & { is: 'changed' },
): Promise<boolean> {
  const article = await library.article(id);
  if (!article) return false;
  const { url, canonicalUrl } = movedTo ? { url: movedTo, canonicalUrl: movedTo } : article;
  const saved = await library.save({ article: { ...page, url, canonicalUrl }, mode: 'update', into: id });
  if (saved.ok) await library.recordCheck(id, now('unchanged'));
  return saved.ok;
}

function now(is: PageCheck['is']): PageCheck {
  return { is, checkedAt: Date.now() };
}
