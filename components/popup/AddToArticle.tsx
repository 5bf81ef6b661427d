import { useSignal } from '@preact/signals';
import { BookOpen, FilePlus } from 'lucide';
import { useEffect } from 'preact/hooks';
import { reportError } from '../../utils/errors';
import { type MessageKey, t } from '../../utils/i18n';
import { Button } from '../ui/Button';
import styles from './AddToArticle.module.css';
import { type ArticleBefore, articleBefore } from './article-before';
import type { PopupPorts } from './popup-ports';
import type { PageState } from './popup-states';

const SAID: Readonly<Record<string, MessageKey>> = { added: 'popupPageAdded', failed: 'popupPageFailed' };

/** Offers to add the page in the tab to the saved article that goes on with it: that needs no permission, as fetching it would. */
export function AddToArticle({ ports, page }: { ports: PopupPorts; page: PageState }) {
  const before = useSignal<ArticleBefore | null>(null);
  const state = useSignal<'offered' | 'adding' | 'added' | 'failed'>('offered');
  const here = page.name === 'ready' && page.article.kind === 'article' ? page.article : null;

  useEffect(() => {
    if (!here) return;
    articleBefore(ports.library, here).then(
      (found) => {
        before.value ??= found;
      },
      (error) => reportError('looking for the page before', error),
    );
  }, [here]);

  if (!before.value || !here) return null;
  const { article, isSure } = before.value;
  const isAdded = state.value === 'added';
  const add = async () => {
    state.value = 'adding';
    state.value = (await ports.addTo(article, here)) ? 'added' : 'failed';
  };
  return (
    <div class={styles.offer}>
      <p role="status">{t(SAID[state.value] ?? (isSure ? 'popupPageOf' : 'popupPageMayBeOf'))}</p>
      <Button
        icon={isAdded ? BookOpen : FilePlus}
        aria-disabled={state.value === 'adding'}
        onClick={() => (isAdded ? ports.read(article.id) : state.value !== 'adding' && void add())}
      >
        {t(isAdded ? 'popupReadNamed' : 'popupAddTo', article.title)}
      </Button>
    </div>
  );
}
