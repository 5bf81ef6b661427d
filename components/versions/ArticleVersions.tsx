import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { type MessageKey, t } from '../../utils/i18n';
import type { PageCheck } from '../../utils/model/page-check';
import type { Article } from '../../utils/model/saved-article';
import { dayAndTime, sayCheck, sayFinding } from '../check/check-words';
import { offerOf } from '../check/offer-of';
import { Button } from '../ui/Button';
import { later } from '../ui/later';
import { type Comparison, comparedWithPage } from './compared';
import styles from './Versions.module.css';
import type { VersionsLibrary, VersionsModel, VersionsState } from './versions-model';

const VersionList = later(async () => (await import('./VersionList')).VersionList);

const DiffDialog = later(async () => (await import('./DiffDialog')).DiffDialog);

interface ArticleVersionsProps {
  model: InstanceType<typeof VersionsModel>;
  article: Article;
  /** What was found when its page was last asked; null for never. */
  page: PageCheck | null;
  library: VersionsLibrary;
  uiLanguage: string;
  /** Whether pages can be asked for here. */
  canCheck: boolean;
  /** Leads to where the host permission is asked for. */
  onAllow?: (() => void) | undefined;
}

/** What became of the article's page, asked only by its button, and the texts that are kept of it. */
export function ArticleVersions(props: ArticleVersionsProps) {
  const { model, article, page, library, uiLanguage, canCheck, onAllow } = props;
  const comparison = useSignal<Comparison | null>(null);
  const root = useRef<HTMLElement>(null);
  const state = model.state.value;
  const finding = state.is === 'found' ? state.finding : null;

  const showChanges = async () => {
    if (finding?.is === 'changed')
      comparison.value = await comparedWithPage(library, article.id, finding.page, uiLanguage);
  };
  /** The row that had the keyboard may be gone: it goes to what undoes that. */
  const changed = async (done: Promise<void>) => {
    await done;
    setTimeout(() => root.current?.querySelector<HTMLElement>('[data-undo]')?.focus());
  };
  const actions = actionsOf(state, canCheck, {
    check: () => void model.check(),
    cancel: model.cancel,
    settle: () => void model.settle(),
    show: () => void showChanges(),
    allow: onAllow ?? null,
    undo: model.undoing.value && (() => void model.undo()),
  });
  if (!canCheck && article.versions.length < 2 && actions.length === 0) return null;
  return (
    <section class={styles.versions} aria-label={t('versionsName')} ref={root}>
      {page && (state.is === 'idle' || state.is === 'shown') && <p>{sayCheck(page, uiLanguage)}</p>}
      {/* The live region stays, so that its change is heard. */}
      <p class={styles.said} role="status">
        {sayState(state, article, uiLanguage)}
      </p>
      <div class={styles.actions}>
        {/* By place, so that the keyboard stays where it was when one action takes the place of another. */}
        {actions.map(([key, act], at) => (
          <Button key={at} onClick={act} data-undo={key === 'checkUndo' ? '' : undefined}>
            {t(key)}
          </Button>
        ))}
      </div>
      {article.versions.length > 1 && (
        <VersionList
          article={article}
          library={library}
          uiLanguage={uiLanguage}
          onCompare={(chosen) => (comparison.value = chosen)}
          onShow={(contentId) => void changed(model.show(contentId))}
          onDrop={(contentId) => void changed(model.drop(contentId))}
        />
      )}
      {comparison.value && (
        <DiffDialog
          comparison={comparison.value}
          onClose={() => (comparison.value = null)}
          onKeep={
            finding?.is === 'changed'
              ? () => {
                  comparison.value = null;
                  void changed(model.settle());
                }
              : undefined
          }
        />
      )}
    </section>
  );
}

type Act = () => void;

/** What can be done now, the likeliest first. */
function actionsOf(
  state: VersionsState,
  canCheck: boolean,
  can: Readonly<Record<'check' | 'cancel' | 'settle' | 'show', Act> & Record<'allow' | 'undo', Act | null>>,
): (readonly [MessageKey, Act])[] {
  if (state.is === 'checking') return [['checkCancel', can.cancel]];
  const finding = state.is === 'found' ? state.finding : null;
  const offer = finding && offerOf(finding);
  const isRefused = finding?.is === 'unreachable' && finding.problem === 'needs-permission';
  return [
    ...(offer === 'keep'
      ? ([
          ['checkShow', can.show],
          ['checkKeep', can.settle],
        ] as const)
      : []),
    ...(offer === 'move' ? [['checkRemember', can.settle] as const] : []),
    ...(isRefused && can.allow ? [['checkAllow', can.allow] as const] : []),
    ...(canCheck && !offer ? [[finding ? 'checkAgain' : 'checkNow', can.check] as const] : []),
    ...(can.undo ? [['checkUndo', can.undo] as const] : []),
  ];
}

function sayState(state: VersionsState, article: Article, uiLanguage: string): string {
  switch (state.is) {
    case 'idle':
      return '';
    case 'checking':
      return t('checkRunning');
    case 'found':
      return sayFinding(state.finding, article.canonicalUrl || article.url);
    case 'settled':
      return t(state.finding.is === 'moved' ? 'checkRemembered' : 'checkKept');
    case 'shown': {
      const version = article.versions.find(({ contentId }) => contentId === state.contentId);
      return version ? t('versionsShownNow', dayAndTime(version.capturedAt, uiLanguage)) : '';
    }
    case 'dropped':
      return t('versionsDropped');
    case 'undone':
      return t('checkUndone');
    case 'failed':
      return t('checkFailed');
  }
}
