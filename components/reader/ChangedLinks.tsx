import { useSignal } from '@preact/signals';
import { t, tCount } from '../../utils/i18n';
import type { ReceiptEntry } from '../../utils/model/article';
import { canUndo, isFolded, isLeftOut } from '../../utils/model/receipt';
import { Button } from '../ui/Button';
import styles from './Receipt.module.css';

interface ChangedLinksProps {
  receipt: readonly ReceiptEntry[];
  onToggle(entry: ReceiptEntry): Promise<boolean>;
}

/** What the buttons of a kind of change say, alone and with the name of what they change. */
const WORDS = {
  link: {
    undo: ['readerOldAddress', 'readerOldAddressNamed', 'readerOldAddressDone'],
    redo: ['readerCleanAgain', 'readerCleanAgainNamed', 'readerCleanAgainDone'],
  },
  fold: {
    undo: ['readerUnfold', 'readerUnfoldNamed', 'readerUnfoldDone'],
    redo: ['readerFold', 'readerFoldNamed', 'readerFoldDone'],
  },
} as const;

/**
 * The links, players and promotion that the article has in another form than its page, links with the address they had there, and a
 * button that undoes the change or makes it again.
 */
export function ChangedLinks({ receipt, onToggle }: ChangedLinksProps) {
  const said = useSignal('');
  const changed = receipt.filter((entry) => !isLeftOut(entry));
  if (changed.length === 0) return null;

  const toggle = async (entry: ReceiptEntry) => {
    const done = await onToggle(entry);
    said.value = t(done ? wordsOf(entry)[2] : 'readerPutBackFailed', nameOf(entry));
  };
  return (
    <details class={styles.receipt}>
      <summary>{tCount('readerChangedLinks', changed.length)}</summary>
      <ul>
        {changed.map((entry, at) => (
          <Changed key={at} entry={entry} onToggle={() => void toggle(entry)} />
        ))}
      </ul>
      <p class="visually-hidden" role="status">
        {said.value}
      </p>
    </details>
  );
}

interface ChangedProps {
  entry: ReceiptEntry;
  onToggle(): void;
}

function Changed({ entry, onToggle }: ChangedProps) {
  const [label, named] = wordsOf(entry);
  return (
    <li data-back={entry.back}>
      <div>
        <bdi>{nameOf(entry)}</bdi>
        <small>{t(whyOf(entry))}</small>
        {entry.url && <code dir="ltr">{entry.url}</code>}
      </div>
      {canUndo(entry) && (
        <Button onClick={onToggle} label={t(named, nameOf(entry))}>
          {t(label)}
        </Button>
      )}
    </li>
  );
}

function wordsOf(entry: ReceiptEntry) {
  return WORDS[isFolded(entry) ? 'fold' : 'link'][entry.back ? 'redo' : 'undo'];
}

function nameOf({ text }: ReceiptEntry): string {
  return text || t('readerLeftOutPicture');
}

function whyOf(entry: ReceiptEntry) {
  if (isFolded(entry)) return 'readerWhyFolded';
  return entry.step === 'replace-media' ? 'readerWhyPlayer' : 'readerWhyTracking';
}
