import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { t, tCount } from '../../utils/i18n';
import type { ReceiptEntry } from '../../utils/model/article';
import { countText } from '../../utils/model/reading-time';
import { canPutBack, isLeftOut } from '../../utils/model/receipt';
import { parseInert } from '../../utils/sanitize';
import { Button } from '../ui/Button';
import styles from './Receipt.module.css';

interface LeftOutBlocksProps {
  receipt: readonly ReceiptEntry[];
  onToggle(entry: ReceiptEntry): Promise<boolean>;
}

/** Extraction steps, and reasons where a step has several, in the reader's words. */
const WHY = {
  'drop-short-boxes': 'readerWhyBox',
  'drop-boilerplate': 'readerWhyBox',
  'closing-line': 'readerWhyClosing',
  'drop-opening-lines': 'readerWhyOpening',
  'drop-pull-quotes': 'readerWhyQuote',
  'drop-hidden': 'readerWhyHidden',
  'drop-repeated-title': 'readerWhyTitle',
  'title:same': 'readerWhyTitle',
  'site-recipe': 'readerWhyRecipe',
  'join-pages': 'readerWhyRepeated',
} as const;

/** The blocks of the page that the article does without, each with why, and a button that puts it back or leaves it out again. */
export function LeftOutBlocks({ receipt, onToggle }: LeftOutBlocksProps) {
  const said = useSignal('');
  const blocks = receipt.filter(isLeftOut);
  if (blocks.length === 0) return null;

  const toggle = async (entry: ReceiptEntry) => {
    const done = await onToggle(entry);
    const message = entry.back ? 'readerLeaveOutDone' : 'readerPutBackDone';
    said.value = t(done ? message : 'readerPutBackFailed', nameOf(entry));
  };
  return (
    <details class={styles.receipt}>
      <summary>{tCount('readerLeftOut', blocks.filter(({ back }) => !back).length)}</summary>
      <p>{t('readerLeftOutHint')}</p>
      <ul>
        {blocks.map((entry, at) => (
          <Block key={at} entry={entry} onToggle={() => void toggle(entry)} />
        ))}
      </ul>
      <p class="visually-hidden" role="status">
        {said.value}
      </p>
    </details>
  );
}

interface BlockProps {
  entry: ReceiptEntry;
  onToggle(): void;
}

function Block({ entry, onToggle }: BlockProps) {
  const size = useMemo(() => sizeOf(entry), [entry.html, entry.text]);
  const why = t(whyOf(entry));
  return (
    <li data-back={entry.back}>
      <div>
        <bdi>{nameOf(entry)}</bdi>
        <small>{size ? `${why} · ${size}` : why}</small>
      </div>
      {canPutBack(entry) && (
        <Button onClick={onToggle} label={t(entry.back ? 'readerLeaveOutNamed' : 'readerPutBackNamed', nameOf(entry))}>
          {t(entry.back ? 'readerLeaveOut' : 'readerPutBack')}
        </Button>
      )}
    </li>
  );
}

function nameOf({ text }: ReceiptEntry): string {
  return text || t('readerLeftOutPicture');
}

function whyOf({ step, reason }: ReceiptEntry) {
  const known: Readonly<Record<string, (typeof WHY)[keyof typeof WHY]>> = WHY;
  return known[reason] ?? known[step] ?? 'readerWhyOther';
}

/** How much text it is, in words or, where there are more of those, in Chinese, Japanese or Korean characters. */
function sizeOf({ html, text }: ReceiptEntry): string {
  const parsed = parseInert(html ?? '');
  const { wordCount, cjkCharCount } = countText((parsed.ok && parsed.value.body.textContent) || text);
  if (wordCount + cjkCharCount === 0) return '';
  return cjkCharCount > wordCount ? tCount('readerCharacters', cjkCharCount) : tCount('readerWords', wordCount);
}
