import {
  Archive,
  ArchiveRestore,
  CalendarClock,
  Ellipsis,
  FileDown,
  FileX,
  ImageOff,
  RotateCcw,
  SquareCheck,
  Star,
  StarOff,
  Tag,
  Trash,
} from 'lucide';
import { useMemo } from 'preact/hooks';
import { t, tCount } from '../../utils/i18n';
import type { ArticleId } from '../../utils/model/article';
import { type Day, dayOf, daysBetween } from '../../utils/model/day';
import type { FoundText, ListItem } from '../../utils/model/saved-article';
import { daysLeftInTrash } from '../../utils/model/trash';
import { articleHash } from '../app/route';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Marked } from '../ui/Marked';
import { Menu, type MenuItem } from '../ui/Menu';
import styles from './ArticleRow.module.css';
import { RowThumbnail } from './RowThumbnail';
import type { RowWords } from './row-words';
import type { Thumbnails } from './thumbnails';

/** What a row can ask for; the same object for every row, so that rows are not drawn again for nothing. */
export interface RowPorts {
  readonly words: RowWords;
  readonly thumbnails: Thumbnails;
  open(id: ArticleId): void;
  /** Selects or deselects; `range` from the last one on. */
  select(id: ArticleId, range: boolean): void;
  archive(id: ArticleId): void;
  favourite(id: ArticleId): void;
  tag(id: ArticleId): void;
  readBy(id: ArticleId): void;
  trash(id: ArticleId): void;
  restore(id: ArticleId): void;
  purge(id: ArticleId): void;
  export(id: ArticleId): void;
  /** The row was reached by pointer or Tab. */
  reach(id: ArticleId): void;
}

interface ArticleRowProps {
  item: ListItem;
  /** Where it has what is searched for. */
  found: FoundText | null;
  ports: RowPorts;
  /** What is said about time: when it was saved, or published. */
  dated: 'saved' | 'published';
  /** ms since 1970. */
  now: number;
  isActive: boolean;
  isSelected: boolean;
  isOpen: boolean;
}

/** A saved article in the list: its picture (with the check box), its title and facts, and what can be done with it. */
export function ArticleRow(props: ArticleRowProps) {
  const { item, found, ports, dated, now, isActive, isSelected, isOpen } = props;
  return useMemo(() => {
    const { article, deleted } = item;
    const { id, lang, dir } = article;
    const title = article.title || article.url;
    const tab = isActive ? 0 : -1;
    return (
      <div class={styles.row} data-selected={isSelected || undefined} onFocusIn={() => ports.reach(id)}>
        <div class={styles.picture}>
          <RowThumbnail item={item} thumbnails={ports.thumbnails} site={siteOf(item)} />
          <label class={styles.check}>
            <input
              type="checkbox"
              checked={isSelected}
              tabIndex={tab}
              aria-label={t('librarySelectArticle', title)}
              onClick={(event) => {
                event.stopPropagation();
                ports.select(id, event.shiftKey);
              }}
            />
          </label>
        </div>
        <div class={styles.words} dir={dir}>
          <a
            class={styles.title}
            href={articleHash(id)}
            data-title=""
            tabIndex={tab}
            lang={lang ?? undefined}
            dir={dir}
            aria-current={isOpen ? 'true' : undefined}
            onClick={(event) => {
              event.preventDefault();
              if (event.shiftKey || event.ctrlKey || event.metaKey) ports.select(id, event.shiftKey);
              else ports.open(id);
            }}
          >
            {found && article.title ? <Marked text={title} marks={found.titleMarks} /> : title}
          </a>
          {found && found.marks.length > 0 && (
            <p class={styles.found} lang={lang ?? undefined} dir={dir}>
              <Marked text={found.text} marks={found.marks} />
            </p>
          )}
          <RowFacts item={item} words={ports.words} dated={dated} now={now} />
        </div>
        <div class={[styles.actions, deleted ? styles.inTrash : ''].join(' ')}>
          {deleted ? (
            <TrashActions id={id} ports={ports} tab={tab} />
          ) : (
            <RowActions item={item} ports={ports} tab={tab} />
          )}
        </div>
      </div>
    );
  }, [item, found, ports, dated, now, isActive, isSelected, isOpen]);
}

function RowFacts({ item, words, dated, now }: Pick<ArticleRowProps, 'item' | 'dated' | 'now'> & { words: RowWords }) {
  const { article, favourite, archived, position, tags, pictures } = item;
  const missing = pictures.total - pictures.kept - pictures.pending;
  const progress = position?.progress ?? 0;
  const published = Date.parse(article.publishedTime ?? '');
  const time = dated === 'saved' ? article.savedAt : published;
  const hasTime = !Number.isNaN(time);
  const isoTime = hasTime ? new Date(time).toISOString() : undefined;
  const exact = hasTime
    ? t(dated === 'saved' ? 'librarySavedOn' : 'libraryPublishedOn', words.exactly(time))
    : undefined;
  return (
    <>
      <p class={styles.facts}>
        {favourite && <Mark icon={Star} label={t('libraryIsFavourite')} class={styles.star} />}
        {archived && <Mark icon={Archive} label={t('libraryIsArchived')} />}
        {item.isGone && <Mark icon={FileX} label={t('libraryIsGone')} />}
        {item.readBy !== null && !archived && !item.deleted && <DueMark day={item.readBy} words={words} now={now} />}
        <span class={styles.site}>
          <bdi>{siteOf(item)}</bdi>
        </span>
        {article.readingMinutes > 0 && (
          <span>
            <bdi>{tCount('libraryMinutes', article.readingMinutes)}</bdi>
          </span>
        )}
        {progress > 0.005 && (
          <span class={styles.share}>
            <bdi>{t('libraryRead', words.percent(Math.min(1, progress)))}</bdi>
          </span>
        )}
        {item.trashedAt === null ? (
          <time dateTime={isoTime} title={exact}>
            <bdi>{hasTime ? words.ago(time, now) : t('libraryUndated')}</bdi>
          </time>
        ) : (
          <span title={t('libraryTrashedOn', words.exactly(item.trashedAt))}>
            <bdi>{daysLeft(item.trashedAt, now)}</bdi>
          </span>
        )}
        {missing > 0 && <Mark icon={ImageOff} label={tCount('libraryPicturesMissing', missing)} />}
      </p>
      {tags.length > 0 && (
        <ul class={styles.tags} aria-label={t('libraryTags')}>
          {tags.map((tag) => (
            <li key={tag}>
              <bdi>{tag}</bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** By when the article is to be read, and whether that is past. */
function DueMark({ day, words, now }: { day: Day; words: RowWords; now: number }) {
  const days = daysBetween(dayOf(now), day);
  const label = t(days < 0 ? 'libraryOverdueSince' : 'libraryDueIn', words.inDays(days));
  return (
    <time
      dateTime={day}
      title={t('libraryReadByDay', words.wholeDay(day))}
      class={[styles.due, days < 0 ? styles.overdue : ''].join(' ')}
    >
      <Icon icon={CalendarClock} size={13} />
      <bdi>{label}</bdi>
    </time>
  );
}

function Mark({ icon, label, class: extra }: { icon: typeof Star; label: string; class?: string }) {
  return (
    <span class={[styles.mark, extra ?? ''].join(' ')} title={label}>
      <Icon icon={icon} size={13} />
      <span class="visually-hidden">{label}</span>
    </span>
  );
}

function RowActions({ item, ports, tab }: { item: ListItem; ports: RowPorts; tab: number }) {
  const { article, archived, favourite } = item;
  const { id } = article;
  const archive = archived ? t('libraryUnarchive') : t('libraryArchive');
  const favour = favourite ? t('libraryUnfavourite') : t('libraryFavourite');
  const items: (MenuItem | 'separator')[] = [
    { label: archive, icon: archived ? ArchiveRestore : Archive, hint: 'e', onSelect: () => ports.archive(id) },
    { label: favour, icon: favourite ? StarOff : Star, hint: 'f', onSelect: () => ports.favourite(id) },
    { label: t('libraryTag'), icon: Tag, hint: 't', onSelect: () => ports.tag(id) },
    { label: t('libraryReadBy'), icon: CalendarClock, hint: 'b', onSelect: () => ports.readBy(id) },
    { label: t('librarySelect'), icon: SquareCheck, hint: 'x', onSelect: () => ports.select(id, false) },
    { label: t('libraryExport'), icon: FileDown, onSelect: () => ports.export(id) },
    'separator',
    { label: t('libraryTrash'), icon: Trash, hint: '#', danger: true, onSelect: () => ports.trash(id) },
  ];
  return (
    <>
      <span class={styles.quick}>
        <Button
          kind="quiet"
          icon={archived ? ArchiveRestore : Archive}
          label={archive}
          tabIndex={tab}
          onClick={() => ports.archive(id)}
        />
        <Button
          kind="quiet"
          icon={Star}
          label={t('libraryFavourite')}
          aria-pressed={favourite}
          tabIndex={tab}
          onClick={() => ports.favourite(id)}
        />
        <Button kind="quiet" icon={Trash} label={t('libraryTrash')} tabIndex={tab} onClick={() => ports.trash(id)} />
      </span>
      <Menu label={t('libraryMore')} icon={Ellipsis} tabIndex={tab} items={items} />
    </>
  );
}

function TrashActions({ id, ports, tab }: { id: ArticleId; ports: RowPorts; tab: number }) {
  return (
    <>
      <Button
        kind="quiet"
        icon={RotateCcw}
        label={t('libraryRestore')}
        tabIndex={tab}
        onClick={() => ports.restore(id)}
      />
      <Button kind="quiet" icon={Trash} label={t('libraryPurge')} tabIndex={tab} onClick={() => ports.purge(id)} />
    </>
  );
}

/** How long the trash keeps it yet. */
function daysLeft(trashedAt: number, now: number): string {
  const days = daysLeftInTrash(trashedAt, now);
  return days === 0 ? t('libraryLastDay') : tCount('libraryDaysLeft', days);
}

/** The site's name, else its host. */
function siteOf({ article }: ListItem): string {
  if (article.siteName) return article.siteName;
  return URL.canParse(article.url) ? new URL(article.url).hostname.replace(/^www\./, '') : '';
}
