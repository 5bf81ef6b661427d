import { useSignal } from '@preact/signals';
import { ArrowDown, ArrowUp, Pencil, Trash } from 'lucide';
import { t } from '../../utils/i18n';
import type { Library, LibraryError } from '../../utils/model/library';
import type { SmartList } from '../../utils/model/organise';
import type { Result } from '../../utils/model/result';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import styles from './EditList.module.css';
import { filterWords } from './filter-words';
import type { LibraryModel } from './library-model';
import { type Done, Outcome } from './Outcome';
import { beginHere, RenameForm } from './RenameForm';
import { SHELF_NAMES } from './shelf-names';
import { useRowKeys } from './use-row-keys';

interface ListsDialogProps {
  library: Pick<Library, 'keepSmartList' | 'dropSmartList' | 'orderSmartLists'>;
  model: InstanceType<typeof LibraryModel>;
  language: string;
  onClose(): void;
}

type Write = Promise<Result<void, LibraryError>>;

/** The reader's lists, to be shown, renamed, put in order and removed, and what is shown now to be saved as one. */
export function ListsDialog({ library, model, language, onClose }: ListsDialogProps) {
  const editing = useSignal<string | null>(null);
  const done = useSignal<Done | null>(null);
  const lists = model.lists.value;
  const ids = lists.map(({ id }) => id);

  const attempt = async (write: Write, words: string, undo: (() => Promise<unknown>) | null) => {
    const result = await write.catch(() => null);
    done.value = result?.ok ? { words, undo } : { words: t('listsFailed'), undo: null };
  };
  const putBack = async (list: SmartList) => {
    await library.keepSmartList(list);
    await library.orderSmartLists(ids);
  };
  const save = (name: string) => {
    const { shelf, sort, search } = model.query.peek();
    // A name that is in use means that list.
    const before = lists.find((list) => list.name === name);
    const list = { id: before?.id ?? crypto.randomUUID(), name, query: { shelf, sort, search } };
    const undo = () => (before ? library.keepSmartList(before) : library.dropSmartList(list.id));
    void attempt(library.keepSmartList(list), t('listsKept', name), undo);
    rows.focusRow(list.id);
  };
  const rename = (list: SmartList, name: string) => {
    editing.value = null;
    const undo = () => library.keepSmartList(list);
    void attempt(library.keepSmartList({ ...list, name }), t('listsRenamed', name), undo);
    rows.focusRow(list.id);
  };
  const remove = (list: SmartList) =>
    void attempt(library.dropSmartList(list.id), t('listsRemoved', list.name), () => putBack(list));
  const move = (list: SmartList, step: number) => {
    const place = ids.indexOf(list.id) + step;
    if (place < 0 || place >= ids.length) return;
    const others = ids.filter((id) => id !== list.id);
    const undo = () => library.orderSmartLists(ids);
    void attempt(
      library.orderSmartLists(others.toSpliced(place, 0, list.id)),
      t('listsMoved', list.name, place + 1),
      undo,
    );
  };
  const on = (act: (list: SmartList) => void) => (id: string) => {
    const list = lists.find((each) => each.id === id);
    if (list) act(list);
  };
  const rows = useRowKeys(ids, {
    F2: (id) => (editing.value = id),
    Delete: on(remove),
    'Alt+ArrowUp': on((list) => move(list, -1)),
    'Alt+ArrowDown': on((list) => move(list, 1)),
  });

  return (
    <Dialog title={t('listsTitle')} onClose={onClose}>
      <SaveForm model={model} language={language} onSave={save} />
      {lists.length === 0 && <p class={styles.soft}>{t('listsNone')}</p>}
      <ul class={styles.list} ref={rows.list} aria-label={t('listsTitle')} onKeyDown={rows.onKeyDown}>
        {lists.map((list, at) => (
          <li key={list.id} class={styles.row}>
            {editing.value === list.id ? (
              <RenameForm
                name={list.name}
                onRename={(name) => rename(list, name)}
                onCancel={() => {
                  editing.value = null;
                  rows.focusRow(list.id);
                }}
              />
            ) : (
              <ListRow
                list={list}
                isShown={model.shown.value?.id === list.id}
                isFirst={at === 0}
                isLast={at === lists.length - 1}
                stop={rows.stop(list.id)}
                tab={rows.tab(list.id)}
                onShow={() => {
                  model.showList(list);
                  onClose();
                }}
                onMove={(step) => move(list, step)}
                onEdit={() => (editing.value = list.id)}
                onRemove={() => remove(list)}
              />
            )}
          </li>
        ))}
      </ul>
      <Outcome done={done} />
    </Dialog>
  );
}

interface SaveFormProps extends Pick<ListsDialogProps, 'model' | 'language'> {
  onSave(name: string): void;
}

/** The name for what is shown now; a hint where that is a whole shelf, or a list already. */
function SaveForm({ model, language, onSave }: SaveFormProps) {
  if (!model.isFiltered.value) return <p class={styles.soft}>{t('listsNothing')}</p>;
  if (model.shown.value) return <p class={styles.soft}>{t('listsThis', model.shown.value.name)}</p>;
  const { filters, words } = model.parts.value;
  const said = [...filters.map((filter) => filterWords(filter, language)), words.trim()].filter(Boolean).join(', ');
  return (
    <form
      class={styles.keep}
      onSubmit={(event) => {
        event.preventDefault();
        const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
        if (name !== '') onSave(name);
      }}
    >
      <Field label={t('listsName')}>
        {(control) => (
          <input
            {...control}
            ref={beginHere}
            name="name"
            type="text"
            required
            maxLength={80}
            dir="auto"
            autocomplete="off"
            defaultValue={said}
          />
        )}
      </Field>
      <Button kind="primary" type="submit">
        {t('listsKeep')}
      </Button>
      <p class={styles.said}>
        {t(SHELF_NAMES[model.query.value.shelf])} · {said}
      </p>
    </form>
  );
}

interface ListRowProps {
  list: SmartList;
  isShown: boolean;
  isFirst: boolean;
  isLast: boolean;
  stop: object;
  tab: number;
  onShow(): void;
  onMove(step: number): void;
  onEdit(): void;
  onRemove(): void;
}

function ListRow({ list, isShown, isFirst, isLast, stop, tab, onShow, onMove, onEdit, onRemove }: ListRowProps) {
  const { name } = list;
  const edit = { kind: 'quiet', tabIndex: tab } as const;
  return (
    <>
      <button
        type="button"
        class={[styles.name, isShown ? styles.shown : ''].join(' ')}
        aria-current={isShown ? 'true' : undefined}
        {...stop}
        onClick={onShow}
      >
        <bdi>{name}</bdi>
      </button>
      <Button {...edit} icon={ArrowUp} label={t('listsUp', name)} aria-disabled={isFirst} onClick={() => onMove(-1)} />
      <Button
        {...edit}
        icon={ArrowDown}
        label={t('listsDown', name)}
        aria-disabled={isLast}
        onClick={() => onMove(1)}
      />
      <Button {...edit} icon={Pencil} label={t('editRenameNamed', name)} onClick={onEdit} />
      <Button {...edit} icon={Trash} label={t('editRemoveNamed', name)} onClick={onRemove} />
    </>
  );
}
