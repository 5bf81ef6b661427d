import { useSignal } from '@preact/signals';
import { Pencil, Trash } from 'lucide';
import { useEffect, useMemo } from 'preact/hooks';
import { reportError } from '../../utils/errors';
import { t, tCount } from '../../utils/i18n';
import type { Library } from '../../utils/model/library';
import type { ChangeDone, TagNode } from '../../utils/model/organise';
import { filterPiece } from '../../utils/search/split-filters';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { tagKey } from '../ui/tag-text';
import { BulkBar } from './BulkBar';
import { progressRunner } from './bulk-runner';
import { coalesced } from './coalesced';
import styles from './EditList.module.css';
import { followRename, type NamesTags } from './follow-rename';
import type { LibraryModel } from './library-model';
import { type Done, Outcome } from './Outcome';
import { RenameForm } from './RenameForm';
import { useRowKeys } from './use-row-keys';

interface TagsDialogProps {
  library: Pick<Library, 'tagTree' | 'renameTag' | 'removeTag' | 'changeArticles' | 'subscribe'> & NamesTags;
  model: InstanceType<typeof LibraryModel>;
  onClose(): void;
}

/** All tags as a tree, each with how many articles it stands for, to be shown, renamed, merged and taken off. */
export function TagsDialog({ library, model, onClose }: TagsDialogProps) {
  const nodes = useSignal<readonly TagNode[] | null>(null);
  const find = useSignal('');
  const editing = useSignal<string | null>(null);
  const done = useSignal<Done | null>(null);
  const runner = useMemo(progressRunner, []);
  useTagTree(library, nodes);

  const all = nodes.value ?? [];
  const shown = all.filter(({ tag }) => tagKey(tag).includes(tagKey(find.value)));

  const tell = ({ changed, undo, failure }: ChangeDone, words: string, also = async () => {}) => {
    const takeBack = async () => {
      await runner.run((options) => library.changeArticles(undo, options));
      await also();
    };
    if (failure) done.value = { words: t('tagsFailed'), undo: changed > 0 ? takeBack : null };
    else if (changed > 0) done.value = { words, undo: takeBack };
  };
  const rename = async (from: string, to: string) => {
    editing.value = null;
    const merges = all.some(({ tag, own }) => tag === to && own > 0);
    const renamed = await runner.run((options) => library.renameTag(from, to, options));
    const unfollow = renamed.failure ? undefined : await followRename(library, from, to);
    tell(renamed, tCount(merges ? 'tagsMerged' : 'tagsRenamed', renamed.changed, from, to), unfollow);
    rows.focusRow(to);
  };
  const remove = async (tag: string) => {
    const removed = await runner.run((options) => library.removeTag(tag, options));
    tell(removed, tCount('tagsRemoved', removed.changed, tag));
  };
  const show = (tag: string) => {
    model.showOnly(filterPiece('tag', tag));
    onClose();
  };
  const rows = useRowKeys(
    shown.map(({ tag }) => tag),
    { F2: (tag) => (editing.value = tag), Delete: (tag) => void remove(tag) },
  );

  return (
    <Dialog title={t('tagsTitle')} onClose={onClose}>
      {nodes.value?.length !== 0 && (
        <input
          type="search"
          class={styles.find}
          autofocus
          aria-label={t('tagsFind')}
          placeholder={t('tagsFind')}
          autocomplete="off"
          spellcheck={false}
          value={find.value}
          onInput={(event) => (find.value = event.currentTarget.value)}
        />
      )}
      {nodes.value !== null && shown.length === 0 && (
        <p class={styles.soft}>{t(all.length > 0 ? 'tagsNoMatch' : 'tagsNone')}</p>
      )}
      <ul class={styles.list} ref={rows.list} aria-label={t('tagsTitle')} onKeyDown={rows.onKeyDown}>
        {shown.map((node) => (
          <TagRow
            key={node.tag}
            node={node}
            isEditing={editing.value === node.tag}
            stop={rows.stop(node.tag)}
            tab={rows.tab(node.tag)}
            onShow={() => show(node.tag)}
            onEdit={() => (editing.value = node.tag)}
            onRename={(name) => void rename(node.tag, name)}
            onCancel={() => {
              editing.value = null;
              rows.focusRow(node.tag);
            }}
            onRemove={() => void remove(node.tag)}
          />
        ))}
      </ul>
      {all.length > 0 && <p class={styles.soft}>{t('tagsHint')}</p>}
      <BulkBar progress={runner.progress.value} />
      <Outcome done={done} />
    </Dialog>
  );
}

/** Follows the tags of the library for as long as the dialog is there. */
function useTagTree(library: TagsDialogProps['library'], nodes: { value: readonly TagNode[] | null }) {
  useEffect(() => {
    const ends = new AbortController();
    const read = coalesced(async () => {
      const tree = await library.tagTree().catch((error: unknown) => {
        reportError('tags', error);
        return null;
      });
      if (tree && !ends.signal.aborted) nodes.value = tree;
    });
    library.subscribe(({ kind }) => kind !== 'pictures' && void read(), ends.signal);
    void read();
    return () => ends.abort();
  }, [library]);
}

interface TagRowProps {
  node: TagNode;
  isEditing: boolean;
  stop: object;
  tab: number;
  onShow(): void;
  onEdit(): void;
  onRename(name: string): void;
  onCancel(): void;
  onRemove(): void;
}

function TagRow({ node, isEditing, stop, tab, onShow, onEdit, onRename, onCancel, onRemove }: TagRowProps) {
  const { tag, all } = node;
  const parts = tag.split('/');
  return (
    <li class={styles.row} style={{ '--depth': String(Math.min(parts.length - 1, 6)) }}>
      {isEditing ? (
        <RenameForm name={tag} onRename={onRename} onCancel={onCancel} />
      ) : (
        <>
          <button type="button" class={styles.name} {...stop} title={t('tagsShow', tag)} onClick={onShow}>
            <bdi>
              {/* The tree shows to the eye what a tag is below. */}
              <span class="visually-hidden">{tag.slice(0, tag.lastIndexOf('/') + 1)}</span>
              {parts.at(-1)}
            </bdi>
            <span class={styles.count}>{tCount('tagsCount', all)}</span>
          </button>
          <Button kind="quiet" icon={Pencil} tabIndex={tab} label={t('editRenameNamed', tag)} onClick={onEdit} />
          <Button kind="quiet" icon={Trash} tabIndex={tab} label={t('editRemoveNamed', tag)} onClick={onRemove} />
        </>
      )}
    </li>
  );
}
