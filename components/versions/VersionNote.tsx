import { useSignal } from '@preact/signals';
import { t } from '../../utils/i18n';
import type { PageCheck } from '../../utils/model/page-check';
import type { Article } from '../../utils/model/saved-article';
import { dayAndTime, sayCheck } from '../check/check-words';
import { Button } from '../ui/Button';
import { later } from '../ui/later';
import { type Comparison, keptText } from './compared';
import styles from './Versions.module.css';
import type { VersionsLibrary, VersionsModel } from './versions-model';

const DiffDialog = later(async () => (await import('./DiffDialog')).DiffDialog);

interface VersionNoteProps {
  model: InstanceType<typeof VersionsModel>;
  article: Article;
  page: PageCheck | null;
  library: Pick<VersionsLibrary, 'version'>;
  uiLanguage: string;
}

/**
 * What a reader should know before reading: that the page is gone, that the text has changed since it was saved, or that it is not the
 * newest. Nothing for an article of which there is nothing to say.
 */
export function VersionNote({ model, article, page, library, uiLanguage }: VersionNoteProps) {
  const comparison = useSignal<Comparison | null>(null);
  const [first, newest] = [article.versions[0], article.versions.at(-1)];
  const isGone = page?.is === 'gone';
  const isChanged = article.versions.length > 1 && first && newest;
  if (!isGone && !isChanged) return null;

  const isNewest = newest?.contentId === article.current.value;
  const shown = article.versions.find(({ contentId }) => contentId === article.current.value);
  const compare = async () => {
    const other = isNewest ? first : newest;
    const [one, two] = await Promise.all([
      other && keptText(library, article, other.contentId, uiLanguage),
      keptText(library, article, article.current.value, uiLanguage),
    ]);
    if (one && two) comparison.value = isNewest ? { before: one, after: two } : { before: two, after: one };
  };
  const moment = (time: number | undefined) => dayAndTime(time ?? article.savedAt, uiLanguage);
  return (
    <div class={styles.note}>
      {page && isGone && <p>{sayCheck(page, uiLanguage)}</p>}
      {isChanged && (
        <>
          <p>{t(isNewest ? 'versionsChangedSince' : 'versionsOld', moment((isNewest ? first : shown)?.capturedAt))}</p>
          <div class={styles.actions}>
            <Button onClick={() => void compare()}>{t('checkShow')}</Button>
            {!isNewest && <Button onClick={() => void model.show(newest.contentId)}>{t('versionsShowNewest')}</Button>}
          </div>
        </>
      )}
      {comparison.value && <DiffDialog comparison={comparison.value} onClose={() => (comparison.value = null)} />}
    </div>
  );
}
