import { useRef } from 'preact/hooks';
import { t, tCount } from '../../utils/i18n';
import type { ArticleId } from '../../utils/model/article';
import type { ListItem } from '../../utils/model/saved-article';
import { Button } from '../ui/Button';
import styles from './SavedList.module.css';
import type { SavedListModel } from './saved-list-model';
import { exactTime, howLongAgo } from './when';

interface SavedListProps {
  model: InstanceType<typeof SavedListModel>;
  /** Called straight from the click or key press. */
  onRead(id: ArticleId): void;
  onOpenLibrary(): void;
}

/** The newest saved articles and a search over them. Arrow keys walk from the box through the rows; Enter reads. */
export function SavedList({ model, onRead, onOpenLibrary }: SavedListProps) {
  const root = useRef<HTMLElement>(null);
  const items = model.items.value;
  const query = model.query.value.trim();

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const stops = [...(root.current?.querySelectorAll<HTMLElement>('input, [data-row]') ?? [])];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    if (at === -1) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      stops[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    } else if (event.key === 'Enter' && at === 0 && query !== '') {
      event.preventDefault();
      const first = items?.[0];
      if (first) onRead(first.article.id);
    } else if (event.key === 'Escape' && query !== '') {
      event.preventDefault();
      stops[0]?.focus();
      void model.search('');
    }
  };

  return (
    <section class={styles.list} ref={root} onKeyDown={onKeyDown} aria-label={t('popupNewest')}>
      <input
        type="search"
        class={styles.search}
        aria-label={t('popupSearch')}
        placeholder={t('popupSearch')}
        value={model.query.value}
        onInput={(event) => void model.search(event.currentTarget.value)}
      />
      <p role="status" class={items?.length === 0 || model.unavailable.value ? styles.empty : 'visually-hidden'}>
        {said(model)}
      </p>
      {items && items.length > 0 && (
        <ul class={styles.rows}>
          {items.map((item) => (
            <Row
              key={item.article.id}
              item={item}
              thumbnail={model.thumbnails.value[item.article.id] ?? null}
              onRead={onRead}
            />
          ))}
        </ul>
      )}
      {items && model.total.value > items.length && (
        <Button kind="quiet" class={styles.all} onClick={onOpenLibrary}>
          {t('popupSeeAll')}
        </Button>
      )}
    </section>
  );
}

function said(model: InstanceType<typeof SavedListModel>): string {
  const query = model.query.value.trim();
  if (model.unavailable.value) return t('popupUnavailable');
  if (model.items.value === null) return '';
  if (model.total.value > 0) return query ? tCount('popupFound', model.total.value) : '';
  return query ? t('popupNothingFound', query) : t('popupEmpty');
}

interface RowProps {
  item: ListItem;
  thumbnail: string | null;
  onRead(id: ArticleId): void;
}

function Row({ item: { article }, thumbnail, onRead }: RowProps) {
  const { id, title, lang, dir, siteName, readingMinutes, savedAt } = article;
  const site = siteName ?? new URL(article.url).hostname.replace(/^www\./, '');
  const facts = [readingMinutes > 0 ? tCount('popupMinutes', readingMinutes) : '', howLongAgo(savedAt, Date.now())];
  return (
    <li>
      <button type="button" data-row="" class={styles.row} onClick={() => onRead(id)}>
        {thumbnail ? (
          <img class={styles.thumbnail} src={thumbnail} alt="" />
        ) : (
          <span class={styles.initial} aria-hidden="true">
            {[...site][0]}
          </span>
        )}
        <span class={styles.words}>
          <span class={styles.title} lang={lang ?? undefined} dir={dir}>
            {title}
          </span>
          <span class={styles.facts} title={exactTime(savedAt)}>
            <bdi>{site}</bdi> · {facts.filter(Boolean).join(' · ')}
          </span>
        </span>
      </button>
    </li>
  );
}
