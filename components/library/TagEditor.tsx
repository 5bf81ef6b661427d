import { t, tCount } from '../../utils/i18n';
import { Button } from '../ui/Button';
import { Popover } from '../ui/Popover';
import { TagInput } from '../ui/TagInput';
import type { LibraryActions, Tagging } from './library-actions';
import type { TagCount } from './library-model';
import styles from './TagEditor.module.css';

interface TagEditorProps {
  tagging: Tagging;
  actions: InstanceType<typeof LibraryActions>;
  /** Tags in use, most recent first. */
  known: readonly TagCount[];
  /** The row or button it stands by. */
  anchor: { readonly current: HTMLElement | null };
}

/** The tags of one article, or those that several share, to be added to and taken from; kept as one goes. */
export function TagEditor({ tagging, actions, known, anchor }: TagEditorProps) {
  const title = tCount('libraryTagsOf', tagging.ids.length);
  const close = () => void actions.endTagging();
  return (
    <Popover anchor={anchor} class={styles.editor} role="dialog" aria-label={title} onClose={close}>
      <p class={styles.title}>{title}</p>
      <TagInput
        label={title}
        tags={tagging.tags}
        suggestions={known.map(({ tag }) => tag)}
        autofocus
        onAdd={(tag) => void actions.addTag(tag)}
        onRemove={(tag) => void actions.removeTag(tag)}
      />
      {tagging.ids.length > 1 && <p class={styles.hint}>{t('libraryTagsShared')}</p>}
      <Button class={styles.done} onClick={close}>
        {t('libraryDone')}
      </Button>
    </Popover>
  );
}
