import type { ComponentChildren } from 'preact';
import type { DiffBlock } from '../../utils/diff/diff-texts';
import type { DiffSpan } from '../../utils/diff/diff-words';
import { t } from '../../utils/i18n';
import styles from './TextDiff.module.css';

interface DiffPlaceProps {
  /** Counted from 0. */
  place: number;
  of: number;
  block: Exclude<DiffBlock, { is: 'same' }>;
  /** What was and what is stand beside each other. */
  isBeside: boolean;
}

const NAMES = { added: 'diffAddedPlace', removed: 'diffRemovedPlace', changed: 'diffChangedPlace' } as const;

/** A paragraph that differs: a place to jump to, whose name says which and how. */
export function DiffPlace({ place, of, block, isBeside }: DiffPlaceProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls
    <div
      role="group"
      class={styles.place}
      data-is={block.is}
      data-place={place}
      tabIndex={-1}
      aria-label={t(NAMES[block.is], place + 1, of)}
    >
      {block.is === 'changed' ? <Changed spans={block.spans} isBeside={isBeside} /> : <Whole block={block} />}
    </div>
  );
}

function Changed({ spans, isBeside }: { spans: readonly DiffSpan[]; isBeside: boolean }) {
  if (!isBeside) return <Paragraph spans={spans} />;
  return (
    <>
      <Paragraph class={styles.before} spans={spans.filter(({ is }) => is !== 'added')} />
      <Paragraph class={styles.after} spans={spans.filter(({ is }) => is !== 'removed')} />
    </>
  );
}

function Whole({ block: { is, text, moved } }: { block: Exclude<DiffPlaceProps['block'], { is: 'changed' }> }) {
  return (
    <div class={is === 'added' ? styles.after : styles.before}>
      {moved && <small class={styles.moved}>{t(is === 'added' ? 'diffMovedHere' : 'diffMovedAway')}</small>}
      <Paragraph spans={[{ is, text }]} />
    </div>
  );
}

function Paragraph({ spans, class: extra }: { spans: readonly DiffSpan[]; class?: string | undefined }) {
  return (
    <p class={extra}>
      {spans.map((span, key) => (
        <Span key={key} {...span} />
      ))}
    </p>
  );
}

/** Screen readers say little of `ins` and `del` by themselves, so that the words stand beside them for those alone. */
function Span({ is, text }: DiffSpan) {
  if (is === 'same') return text;
  const Element = is === 'added' ? 'ins' : 'del';
  return (
    <Element>
      <Heard>{t(is === 'added' ? 'diffAdded' : 'diffRemoved')} </Heard>
      {text}
      <Heard> {t(is === 'added' ? 'diffAddedEnd' : 'diffRemovedEnd')}</Heard>
    </Element>
  );
}

function Heard({ children }: { children: ComponentChildren }) {
  return <span class={`visually-hidden ${styles.heard}`}>{children}</span>;
}
