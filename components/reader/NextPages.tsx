import { useModel } from '@preact/signals';
import { type MessageKey, t, tCount } from '../../utils/i18n';
import type { NextPage } from '../../utils/model/article';
import { MAX_PAGES } from '../../utils/model/pages';
import type { Article, SavedContent } from '../../utils/model/saved-article';
import { Button } from '../ui/Button';
import styles from './NextPages.module.css';
import { type FetchPage, PagesModel, type PagesProblem, type PagesState, pagesOf } from './pages-model';
import type { ReaderLibrary } from './reader-model';
import { webUrl } from './web-url';

interface NextPagesProps {
  article: Article;
  content: SavedContent;
  library: Pick<ReaderLibrary, 'content' | 'revise'>;
  fetchPage: FetchPage;
  /** Leads to where the host permission is asked for. */
  onAllow?(): void;
}

const PROBLEMS: Readonly<Record<PagesProblem, MessageKey>> = {
  'needs-permission': 'readerPagesNeedsAccess',
  'page-unreachable': 'readerPagesUnreachable',
  'other-site': 'readerPagesOtherSite',
  'browser-page': 'readerPagesUnreachable',
  'no-article': 'readerPagesNoText',
  pdf: 'readerPagesNoText',
  'too-large': 'readerPagesTooLarge',
  'already-joined': 'readerPagesNothingNew',
  'nothing-new': 'readerPagesNothingNew',
  'too-many': 'readerPagesTooMany',
  'not-saved': 'readerPagesNotSaved',
};

/** That the article goes on, and the buttons that add its next pages, stop, and undo; nothing for an article that is whole. */
export function NextPages({ article, content, library, fetchPage, onAllow }: NextPagesProps) {
  const model = useModel(() => new PagesModel(library, article, fetchPage));
  const state = model.state.value;
  const next = content.nextPage ?? null;
  const address = next && webUrl(next.url);
  const isAllowing = state.is === 'failed' && state.problem === 'needs-permission' && onAllow;
  const actions = actionsOf(state, next, {
    add: () => void model.add(false),
    addAll: () => void model.add(true),
    stop: model.stop,
    undo: model.before.value && (() => void model.undo()),
    allow: isAllowing ? onAllow : null,
  });
  return (
    <div class={styles.pages}>
      {next && state.is !== 'adding' && <p>{goesOn(next, pagesOf(content))}</p>}
      {/* The live region stays, so that its change is heard. */}
      <p class={styles.said} role="status">
        {sayState(state, next)}
      </p>
      {address && (!next.isSure || state.is === 'failed') && (
        <p>
          <a href={address} target="_blank" rel="noopener noreferrer" title={t('readerPagesOpen')} dir="ltr">
            {address.replace(/^https?:\/\/(?:www\.)?/, '')}
          </a>
        </p>
      )}
      {actions.length > 0 && (
        <div class={styles.actions}>
          {/* By place, so that the keyboard stays where it was when one action takes the place of another. */}
          {actions.map(([key, act], at) => (
            <Button key={at} onClick={act}>
              {t(key)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

type Act = () => void;

/** What can be done now, the likeliest first. */
function actionsOf(
  state: PagesState,
  next: NextPage | null,
  can: Readonly<Record<'add' | 'addAll' | 'stop', Act> & Record<'undo' | 'allow', Act | null>>,
): (readonly [MessageKey, Act])[] {
  if (state.is === 'adding') return [['readerPagesStop', can.stop]];
  return [
    ...(next ? [['readerPagesAdd', can.add] as const] : []),
    ...(next?.isSure ? [['readerPagesAddAll', can.addAll] as const] : []),
    ...(can.allow ? [['readerPagesAllow', can.allow] as const] : []),
    ...(can.undo ? [['readerPagesUndo', can.undo] as const] : []),
  ];
}

function goesOn({ isSure, total }: NextPage, have: number): string {
  const words = t(isSure ? 'readerPagesGoOn' : 'readerPagesMayGoOn');
  return total && total > have ? `${words} ${t('readerPagesOf', have, total)}` : words;
}

function sayState(state: PagesState, next: NextPage | null): string {
  switch (state.is) {
    case 'idle':
      return '';
    case 'adding':
      return t('readerPagesAdding', state.page);
    case 'added':
      return tCount('readerPagesAdded', state.count);
    case 'undone':
      return t('readerPagesUndone');
    case 'undo-failed':
      return t('readerPagesUndoFailed');
    case 'failed':
      return [state.count > 0 && tCount('readerPagesAdded', state.count), sayProblem(state.problem, next)]
        .filter(Boolean)
        .join(' ');
  }
}

function sayProblem(problem: PagesProblem, next: NextPage | null): string {
  return t(PROBLEMS[problem], problem === 'too-many' ? MAX_PAGES : hostOf(next));
}

function hostOf(next: NextPage | null): string {
  const address = next && webUrl(next.url);
  return address ? new URL(address).hostname.replace(/^www\./, '') : '';
}
