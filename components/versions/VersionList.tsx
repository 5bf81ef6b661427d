import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t, tCount } from '../../utils/i18n';
import type { ContentId } from '../../utils/model/article';
import type { Article, ArticleVersion } from '../../utils/model/saved-article';
import { dayAndTime } from '../check/check-words';
import { Button } from '../ui/Button';
import { amountsChanged } from './amounts-changed';
import { type Comparison, keptText } from './compared';
import styles from './Versions.module.css';
import type { VersionsLibrary } from './versions-model';

interface VersionListProps {
  article: Article;
  library: Pick<VersionsLibrary, 'version'>;
  uiLanguage: string;
  onCompare(comparison: Comparison): void;
  onShow(contentId: ContentId): void;
  onDrop(contentId: ContentId): void;
}

/** The texts that are kept of an article, newest first, each with when it was captured and how much it changed; folded up. */
export function VersionList(props: VersionListProps) {
  const { article, library, uiLanguage, onCompare } = props;
  const isOpen = useSignal(false);
  const amounts = useSignal<ReadonlyMap<ContentId, string>>(new Map());

  useEffect(() => {
    if (!isOpen.value) return;
    const closing = new AbortController();
    void amountsChanged(library, article, closing.signal, (known) => {
      amounts.value = known;
    });
    return () => closing.abort();
  }, [isOpen.value, article.versions.length]);

  const compare = async (version: ArticleVersion) => {
    const [chosen, shown] = await Promise.all([
      keptText(library, article, version.contentId, uiLanguage),
      keptText(library, article, article.current.value, uiLanguage),
    ]);
    if (!chosen || !shown) return;
    const isEarlier = isBefore(article, version.contentId, article.current.value);
    onCompare(isEarlier ? { before: chosen, after: shown } : { before: shown, after: chosen });
  };
  return (
    <details class={styles.list} onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}>
      <summary>{tCount('versionsCount', article.versions.length)}</summary>
      <ul>
        {article.versions.toReversed().map((version) => (
          <Version
            key={version.contentId}
            moment={dayAndTime(version.capturedAt, uiLanguage)}
            amount={amounts.value.get(version.contentId) ?? ''}
            isShown={version.contentId === article.current.value}
            onCompare={() => void compare(version)}
            onShow={() => props.onShow(version.contentId)}
            onDrop={() => props.onDrop(version.contentId)}
          />
        ))}
      </ul>
    </details>
  );
}

interface VersionProps {
  moment: string;
  amount: string;
  isShown: boolean;
  onCompare(): void;
  onShow(): void;
  onDrop(): void;
}

function Version({ moment, amount, isShown, onCompare, onShow, onDrop }: VersionProps) {
  return (
    <li aria-current={isShown ? 'true' : undefined}>
      <div>
        <span>{moment}</span>
        <small>{[isShown && t('versionsShown'), amount].filter(Boolean).join(' · ')}</small>
      </div>
      {!isShown && (
        <div class={styles.actions}>
          <Button onClick={onCompare} label={t('versionsCompareNamed', moment)}>
            {t('versionsCompare')}
          </Button>
          <Button onClick={onShow} label={t('versionsShowNamed', moment)}>
            {t('versionsShow')}
          </Button>
          <Button onClick={onDrop} label={t('versionsDropNamed', moment)}>
            {t('versionsDrop')}
          </Button>
        </div>
      )}
    </li>
  );
}

function isBefore({ versions }: Article, one: ContentId, other: ContentId): boolean {
  const place = (wanted: ContentId) => versions.findIndex(({ contentId }) => contentId === wanted);
  return place(one) < place(other);
}
