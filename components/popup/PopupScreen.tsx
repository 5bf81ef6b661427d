import { useModel } from '@preact/signals';
import { LibraryBig, ListPlus, Settings2 } from 'lucide';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { RoomWarning } from '../storage/RoomWarning';
import { Button } from '../ui/Button';
import { TagInput } from '../ui/TagInput';
import { AddToArticle } from './AddToArticle';
import { KeepBar } from './KeepBar';
import { Mark } from './Mark';
import { PageNotes } from './PageNotes';
import { PagePreview } from './PagePreview';
import styles from './PopupScreen.module.css';
import { PopupModel } from './popup-model';
import type { PopupPorts } from './popup-ports';
import { SavedList } from './SavedList';
import { SavedListModel } from './saved-list-model';

/**
 * The toolbar popup: the page as it would be kept, one button that saves and then reads it, and the newest saved
 * articles. It paints from the tab alone; page and library are asked after that.
 */
export function PopupScreen({ ports }: { ports: PopupPorts }) {
  const model = useModel(() => new PopupModel(ports));
  const list = useModel(() => new SavedListModel(ports.library));

  useEffect(() => {
    void model.start();
    void list.start();
  }, [model, list]);

  // Before the first paint, so that a key pressed on what is seen is never lost.
  useLayoutEffect(() => {
    const lifetime = new AbortController();
    document.addEventListener('keydown', (event) => onKey(event, model, ports), { signal: lifetime.signal });
    return () => lifetime.abort();
  }, [model, ports]);

  return (
    <main class={styles.popup}>
      <header class={styles.header}>
        <Mark />
        <span class={styles.name}>Offprint</span>
        <Button kind="quiet" icon={ListPlus} label={t('popupSaveMany')} onClick={() => ports.openQueue()} />
        <Button kind="quiet" icon={LibraryBig} label={t('popupOpenLibrary')} onClick={() => ports.openLibrary()} />
        <Button kind="quiet" icon={Settings2} label={t('popupSettings')} onClick={() => ports.openSettings()} />
      </header>
      <div class={styles.page}>
        <PagePreview
          preview={model.preview.value}
          picture={model.picture.value}
          looking={model.page.value.name === 'looking'}
        />
        <PageNotes model={model} openAccess={ports.openAccess} />
        <AddToArticle ports={ports} page={model.page.value} />
        <KeepBar model={model} onOpenLibrary={() => ports.openLibrary()} />
        <RoomWarning readRoom={ports.readRoom} library={ports.library} openStorage={ports.openStorage} />
        {model.taggable.value && (
          <div class={styles.tags}>
            <TagInput
              label={t('popupTags')}
              placeholder={t('popupAddTag')}
              tags={model.tags.value}
              suggestions={model.knownTags.value}
              onAdd={(tag) => void model.addTag(tag)}
              onRemove={(tag) => void model.removeTag(tag)}
            />
          </div>
        )}
      </div>
      <div class={styles.saved}>
        <SavedList model={list} onRead={(id) => ports.read(id)} onOpenLibrary={() => ports.openLibrary()} />
      </div>
    </main>
  );
}

/** What takes Enter and letters for itself. */
const OWN_KEYS = 'input, textarea, select, button, a, summary, [role="menuitem"], [role="option"]';

function onKey(event: KeyboardEvent, model: InstanceType<typeof PopupModel>, ports: PopupPorts) {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.key === 'Escape') ports.close();
  else if (event.key === 'Enter' && !(event.target as Element).closest(OWN_KEYS)) {
    event.preventDefault();
    model.doPrimary();
  }
}
