import { CircleAlert } from 'lucide';
import { t, tCount, uiLanguage } from '../../utils/i18n';
import type { CaptureProblem } from '../../utils/model/capture';
import type { LibraryError } from '../../utils/model/library';
import type { PictureCount } from '../../utils/model/saved-article';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import styles from './PageNotes.module.css';
import type { PopupModel } from './popup-model';
import type { KeptState } from './popup-states';
import { exactTime, howLongAgo } from './when';

/** What happened, in sentences: the page's problem, the save's outcome and when, how far its pictures are, what went wrong. */
export function PageNotes({ model, openAccess }: { model: InstanceType<typeof PopupModel>; openAccess?(): void }) {
  const page = model.page.value;
  const kept = model.kept.value;
  const failure = model.failure.value;
  const inLibrary = kept.name === 'saved' || kept.name === 'trashed';
  const outcome = outcomeOf(kept);
  const pictures = kept.name === 'saved' ? model.pictures.value : null;
  const counted = pictures && pictures.total > 0 ? pictures : null;

  return (
    <div class={styles.notes}>
      <div role="status" class={styles.notes}>
        {kept.name === 'saving' && model.slow.value && <span class="visually-hidden">{t('popupSaving')}</span>}
        {page.name === 'problem' && !inLibrary && <Problem problem={page.problem} canKeepLink={model.canKeepLink()} />}
        {model.nothingSelected.value && <p class={styles.hint}>{t('popupSelectFirst')}</p>}
        {outcome && <p class={kept.name === 'saved' ? styles.done : undefined}>{outcome}</p>}
        {inLibrary && !isNew(kept) && (
          <SavedWhen time={kept.savedAt} relative={kept.name === 'trashed' || kept.outcome !== null} />
        )}
        {kept.name === 'saved' && kept.kind === 'link' && <p class={styles.soft}>{t('popupLinkOnly')}</p>}
        {counted?.pending === 0 && (
          <p class={styles.soft}>{tCount('popupPicturesKept', counted.total, number(counted.kept))}</p>
        )}
      </div>
      {counted && counted.pending > 0 && <PictureProgress count={counted} />}
      {counted?.pending === 0 && counted.kept < counted.total && openAccess && (
        <Button kind="quiet" class={styles.access} onClick={openAccess}>
          {t('popupOtherSites')}
        </Button>
      )}
      <div role="alert">
        {failure && (
          <p class={styles.failure}>
            <Icon icon={CircleAlert} />
            {t(FAILURES[failure])}
          </p>
        )}
      </div>
    </div>
  );
}

const FAILURES: Record<LibraryError, 'popupQuota' | 'popupUnavailable' | 'popupGone'> = {
  'quota-exceeded': 'popupQuota',
  'library-unavailable': 'popupUnavailable',
  'not-found': 'popupGone',
};

const PROBLEMS: Record<
  CaptureProblem,
  'popupBrowserPage' | 'popupPdf' | 'popupNoArticle' | 'popupTooLarge' | 'popupUnreachable'
> = {
  'browser-page': 'popupBrowserPage',
  pdf: 'popupPdf',
  'no-article': 'popupNoArticle',
  'too-large': 'popupTooLarge',
  'page-unreachable': 'popupUnreachable',
};

function Problem({ problem, canKeepLink }: { problem: CaptureProblem; canKeepLink: boolean }) {
  return (
    <>
      <p>{t(PROBLEMS[problem])}</p>
      {problem === 'browser-page' && !canKeepLink && <p class={styles.soft}>{t('popupBrowserPageHint')}</p>}
    </>
  );
}

/** Not announced at each picture: the finished count is, in the status above. */
function PictureProgress({ count }: { count: PictureCount }) {
  const done = count.total - count.pending;
  return (
    <div class={styles.progress}>
      <p class={styles.soft}>{t('popupPicturesKeeping', number(count.kept), number(count.total))}</p>
      <progress value={done} max={count.total} aria-label={t('popupPicturesKeeping', count.kept, count.total)} />
    </div>
  );
}

/** When it was saved, to the minute; `relative` adds how long ago, where no sentence before it has said so. */
function SavedWhen({ time, relative }: { time: number; relative: boolean }) {
  return (
    <p class={styles.soft}>
      {relative && `${savedAgo(time)} · `}
      <time dateTime={new Date(time).toISOString()}>{exactTime(time)}</time>
    </p>
  );
}

function savedAgo(time: number): string {
  return t('popupSavedWhen', howLongAgo(time, Date.now()));
}

/** Saved by this popup a moment ago, so that "when" goes without saying. */
function isNew(kept: KeptState): boolean {
  return (kept.name === 'saved' && kept.outcome === 'added') || (kept.name === 'trashed' && kept.justNow);
}

function outcomeOf(kept: KeptState): string | null {
  if (kept.name === 'trashed') return kept.justNow ? t('popupRemoved') : t('popupInTrash');
  if (kept.name !== 'saved') return null;
  switch (kept.outcome) {
    case 'added':
      return t('popupSaved');
    case 'updated':
      return t('popupUpdated');
    case 'unchanged':
      return t('popupUnchanged');
    case 'restored':
      return t('popupRestored');
    case 'already-saved':
      return t('popupAlready');
    default:
      return savedAgo(kept.savedAt);
  }
}

function number(value: number): string {
  return new Intl.NumberFormat(uiLanguage()).format(value);
}
