import { useModel, useSignal } from '@preact/signals';
import { ChevronDown, ChevronUp, Columns2 } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { t, tCount } from '../../utils/i18n';
import { Button } from '../ui/Button';
import { DiffPlace } from './DiffPlace';
import { amountsOf } from './diff-words';
import { SameParagraphs } from './SameParagraphs';
import styles from './TextDiff.module.css';
import { TextDiffModel } from './text-diff-model';

/** One of two texts that are compared. */
export interface ComparedText {
  /** What it is: "As saved on 3 May". */
  readonly label: string;
  /** Plain text, paragraphs parted by blank lines. */
  readonly text: string;
  /** BCP 47, where known. */
  readonly lang?: string | undefined;
  readonly dir?: 'ltr' | 'rtl';
}

interface TextDiffProps {
  before: ComparedText;
  after: ComparedText;
  /** Begin with the texts beside each other where there is room, rather than as one text with marks. */
  sideBySide?: boolean;
  /** Take the keyboard, so that its keys work at once: for a dialog of which it is all. */
  takesFocus?: boolean;
}

/**
 * What differs between two texts, by paragraph and word. Told by marks, line styles and words, not by colour alone; `n` and `p`, or
 * the buttons, go from place to place.
 */
export function TextDiff(props: TextDiffProps) {
  return <Compared key={`${props.before.text}\n\n${props.after.text}`} {...props} />;
}

function Compared({ before, after, sideBySide = false, takesFocus = false }: TextDiffProps) {
  const model = useModel(() => new TextDiffModel(before.text, after.text));
  const isBeside = useSignal(sideBySide);
  const root = useRef<HTMLElement>(null);

  useEffect(() => {
    if (takesFocus) root.current?.focus({ preventScroll: true });
    void model.compare();
  }, [model]);

  const go = (step: 1 | -1) => {
    model.move(step);
    const place = root.current?.querySelector<HTMLElement>(`[data-place="${model.at.peek()}"]`);
    place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.key === 'n' ? 1 : event.key === 'p' ? -1 : null;
    if (step === null) return;
    event.preventDefault();
    event.stopPropagation();
    go(step);
  };

  const screen = model.screen.value;
  return (
    <section
      ref={root}
      tabIndex={-1}
      class={styles.diff}
      data-beside={isBeside.value || undefined}
      aria-label={t('diffName', before.label, after.label)}
      aria-busy={screen === 'loading'}
      onKeyDown={onKeyDown}
    >
      <div class={styles.head}>
        <p class={styles.said} role="status">
          {sayScreen(model)}
        </p>
        {screen === 'diff' && <Tools model={model} isBeside={isBeside} go={go} />}
        <p class={styles.labels}>
          <span class={styles.before}>{before.label}</span>
          <span class={styles.after}>{after.label}</span>
        </p>
      </div>
      <div class={styles.text} lang={after.lang ?? before.lang} dir={after.dir ?? before.dir}>
        {screen === 'diff' &&
          model.parts.value.map((part, key) =>
            part.place === null ? (
              <SameParagraphs key={key} texts={part.texts} />
            ) : (
              <DiffPlace key={key} {...part} of={model.count.value} isBeside={isBeside.value} />
            ),
          )}
      </div>
    </section>
  );
}

interface ToolsProps {
  model: InstanceType<typeof TextDiffModel>;
  isBeside: { value: boolean };
  go(step: 1 | -1): void;
}

function Tools({ model, isBeside, go }: ToolsProps) {
  const at = model.at.value;
  return (
    <div class={styles.tools}>
      {at !== null && <span class={styles.at}>{t('diffOf', at + 1, model.count.value)}</span>}
      <Button kind="quiet" icon={ChevronUp} label={t('diffPrevious')} aria-keyshortcuts="p" onClick={() => go(-1)} />
      <Button kind="quiet" icon={ChevronDown} label={t('diffNext')} aria-keyshortcuts="n" onClick={() => go(1)} />
      <Button
        kind="quiet"
        class={styles.beside}
        icon={Columns2}
        label={t('diffSideBySide')}
        aria-pressed={isBeside.value}
        onClick={() => {
          isBeside.value = !isBeside.value;
        }}
      />
    </div>
  );
}

function sayScreen(model: InstanceType<typeof TextDiffModel>): string {
  const diff = model.diff.value;
  if (model.screen.value === 'failed') return t('diffFailed');
  if (!diff) return t('diffLoading');
  if (model.count.value === 0) return t('diffNone');
  return [tCount('diffCount', model.count.value), ...amountsOf(diff)].join(' · ');
}
