import { Archive, ArchiveRestore, ArrowLeft, ExternalLink, PanelTopOpen, Star, Trash2, Undo2 } from 'lucide';
import type { Ref } from 'preact';
import { t } from '../../utils/i18n';
import type { ReaderSettings } from '../../utils/model/settings';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { ReaderSettingsPanel } from './ReaderSettingsPanel';
import styles from './ReaderToolbar.module.css';

interface ReaderToolbarProps {
  toolbarRef: Ref<HTMLDivElement>;
  /** Whether the actions on the article can be taken: not while it loads or when it is gone. */
  ready: boolean;
  favourite: boolean;
  archived: boolean;
  deleted: boolean;
  settings: ReaderSettings;
  originalUrl: string | null;
  originalRef: Ref<HTMLAnchorElement>;
  onSettings(patch: Partial<ReaderSettings>): void;
  onBack?(): void;
  onFavourite(): void;
  onArchive(): void;
  onDelete(): void;
  openInTab?(): void;
}

/** The slim bar that stays at the top: every key of the reader has its button here. */
export function ReaderToolbar(props: ReaderToolbarProps) {
  const { ready, favourite, archived, deleted, settings, originalUrl } = props;
  const favouriteLabel = favourite ? t('readerUnfavourite') : t('readerFavourite');
  return (
    <div class={styles.toolbar} role="toolbar" aria-label={t('readerTools')} ref={props.toolbarRef}>
      {props.onBack && (
        <Button
          kind="quiet"
          class={styles.back}
          icon={ArrowLeft}
          label={t('readerBack')}
          aria-keyshortcuts="Escape"
          onClick={props.onBack}
        />
      )}
      <span class={styles.space} />
      {ready && (
        <>
          <Button
            kind="quiet"
            class={favourite ? styles.on : ''}
            icon={Star}
            label={favouriteLabel}
            aria-keyshortcuts="f"
            onClick={props.onFavourite}
          />
          <Button
            kind="quiet"
            icon={archived ? ArchiveRestore : Archive}
            label={archived ? t('readerUnarchive') : t('readerArchive')}
            aria-keyshortcuts="e"
            onClick={props.onArchive}
          />
          <Button
            kind="quiet"
            icon={deleted ? Undo2 : Trash2}
            label={deleted ? t('readerRestore') : t('readerDelete')}
            aria-keyshortcuts="Delete #"
            onClick={props.onDelete}
          />
          <span class={styles.rule} />
        </>
      )}
      <ReaderSettingsPanel settings={settings} onSettings={props.onSettings} canGoBack={props.onBack !== undefined} />
      {ready && props.openInTab && (
        <Button kind="quiet" icon={PanelTopOpen} label={t('readerOpenInTab')} onClick={props.openInTab} />
      )}
      {ready && originalUrl && (
        <a
          ref={props.originalRef}
          class={styles.original}
          href={originalUrl}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={t('readerOriginal')}
          title={t('readerOriginal')}
          aria-keyshortcuts="o"
        >
          <Icon icon={ExternalLink} />
        </a>
      )}
    </div>
  );
}
