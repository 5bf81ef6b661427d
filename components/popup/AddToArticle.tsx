import { useSignal } from '@preact/signals';
import { BookOpen, FilePlus } from 'lucide';
import { useEffect } from 'preact/hooks';
import { reportError } from '../../utils/errors';
import { t } from '../../utils/i18n';
import type { Article } from '../../utils/model/saved-article';
import { Button } from '../ui/Button';
import styles from './AddToArticle.module.css';
import { articleBefore } from './article-before';
import type { PopupPorts } from './popup-ports';
import type { PageState } from './popup-states';

/** Offers to add the page in the tab to the saved article that goes on with it: that needs no permission, as fetching it would. */
export function AddToArticle({ ports, page }: { ports: PopupPorts; page: PageState }) {
  const before = useSignal<Article | null>(null);
  const state = useSignal<'offered' | 'adding' | 'added' | 'failed'>('offered');
  const here = page.name === 'ready' && page.article.kind === 'article' ? page.article : null;

  useEffect(() => {
    if (!here) return;
    articleBefore(ports.library, here).then(
      (article) => {
        before.value ??= article;
      },
      (error) => reportError('looking for the page before', error),
    );
  }, [here]);

  const article = before.value;
  if (!article || !here) return null;
  const isAdded = state.value === 'added';
  const add = async () => {
    state.value = 'adding';
    state.value = (await ports.addTo(article, here)) ? 'added' : 'failed';
  };
  return (
    <div class={styles.offer}>
      <p role="status">
        {t(isAdded ? 'popupPageAdded' : state.value === 'failed' ? 'popupPageFailed' : 'popupPageOf')}
      </p>
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
