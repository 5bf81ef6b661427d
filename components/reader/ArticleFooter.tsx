import { t } from '../../utils/i18n';
import type { ReceiptEntry } from '../../utils/model/article';
import type { SavedContent } from '../../utils/model/saved-article';
import { Button } from '../ui/Button';
import styles from './ArticleFooter.module.css';
import { ChangedLinks } from './ChangedLinks';
import { LeftOutBlocks } from './LeftOutBlocks';
import { webUrl } from './web-url';

interface ArticleFooterProps {
  savedAt: number;
  url: string;
  receipt: SavedContent['receipt'];
  tags: readonly string[];
  uiLanguage: string;
  onTags?(): void;
  /** Puts a left-out block back or leaves it out again; false when it could not be. */
  onToggleBlock(entry: ReceiptEntry): Promise<boolean>;
  /** Undoes a change to a link or a fold or makes it again; false when it could not be. */
  onToggleChange(entry: ReceiptEntry): Promise<boolean>;
}

/** Where the article came from, when it was kept, its tags, and what its page had that is not shown. */
export function ArticleFooter(props: ArticleFooterProps) {
  const { savedAt, url, receipt, tags, uiLanguage, onTags, onToggleBlock, onToggleChange } = props;
  const address = webUrl(url);
  const saved = new Intl.DateTimeFormat(uiLanguage, { dateStyle: 'medium', timeStyle: 'short' }).format(savedAt);
  return (
    <footer class={styles.footer}>
      {(tags.length > 0 || onTags) && (
        <div class={styles.tags}>
          {tags.length > 0 && (
            <ul aria-label={t('readerTags')}>
              {tags.map((tag) => (
                <li key={tag} dir="auto">
                  {tag}
                </li>
              ))}
            </ul>
          )}
          {onTags && (
            <Button kind="quiet" onClick={onTags}>
              {t('readerEditTags')}
            </Button>
          )}
        </div>
      )}
      <p>{t('readerSavedOn', saved)}</p>
      {address && (
        <p>
          <a href={address} target="_blank" rel="noopener noreferrer" dir="ltr">
            {readable(address)}
          </a>
        </p>
      )}
      <LeftOutBlocks receipt={receipt} onToggle={onToggleBlock} />
      <ChangedLinks receipt={receipt} onToggle={onToggleChange} />
    </footer>
  );
}

/** The address as people write it: no scheme, Han and other letters as letters. */
function readable(url: string): string {
  const short = url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  try {
    return decodeURI(short);
  } catch {
    return short;
  }
}
