import { useSignal } from '@preact/signals';
import { tCount } from '../../utils/i18n';
import styles from './TextDiff.module.css';

/** Paragraphs that are shown without being asked for: one after a difference and one before the next. */
const SHOWN = 1;

/** Paragraphs between two differences; but for those beside a difference they are folded up until they are asked for. */
export function SameParagraphs({ texts }: { texts: readonly string[] }) {
  const open = useSignal(false);
  if (open.value || texts.length <= 2 * SHOWN + 1) return <Paragraphs texts={texts} />;
  const folded = texts.length - 2 * SHOWN;
  return (
    <>
      <Paragraphs texts={texts.slice(0, SHOWN)} />
      <button type="button" class={styles.fold} aria-expanded="false" onClick={() => (open.value = true)}>
        {tCount('diffFolded', folded)}
      </button>
      <Paragraphs texts={texts.slice(-SHOWN)} />
    </>
  );
}

function Paragraphs({ texts }: { texts: readonly string[] }) {
  return (
    <>
      {texts.map((text, key) => (
        <p key={key} class={styles.same}>
          {text}
        </p>
      ))}
    </>
  );
}
