import { t } from '../../utils/i18n';
import type { ContentId } from '../../utils/model/article';
import type { Article } from '../../utils/model/saved-article';
import { amountsOf } from '../diff/diff-words';
import type { VersionsLibrary } from './versions-model';

/** How much each text changed of the one before it, told in words as they become known, until `signal` aborts. */
export async function amountsChanged(
  library: Pick<VersionsLibrary, 'version'>,
  article: Article,
  signal: AbortSignal,
  tell: (known: ReadonlyMap<ContentId, string>) => void,
): Promise<void> {
  const { diffTexts } = await import('../../utils/diff/diff-texts');
  const known = new Map<ContentId, string>();
  let before: string | null = null;
  for (const { contentId } of article.versions) {
    const text: string = (await library.version(article.id, contentId))?.text ?? '';
    if (signal.aborted) return;
    known.set(contentId, before === null ? t('versionsFirst') : amounts(diffTexts(before, text)));
    before = text;
    tell(new Map(known));
  }
}

function amounts(diff: Parameters<typeof amountsOf>[0]): string {
  return amountsOf(diff).join(' · ') || t('versionsNoWords');
}
