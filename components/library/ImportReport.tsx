import { Check, CircleAlert, Undo2, X } from 'lucide';
import { t, tCount } from '../../utils/i18n';
import type { ArticleId } from '../../utils/model/article';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import styles from './ImportReport.module.css';
import { type ImportProgress, type ImportResult, type ImportUndo, importReasonKey } from './import-report-model';

/** Files named one by one; of the rest only the failures are. */
const MOST_NAMED = 200;

interface ImportReportProps {
  progress: ImportProgress;
  /** Reads an article that was imported. */
  onOpen?(id: ArticleId): void;
  onDismiss(): void;
  /** Takes the whole import back. */
  onUndo?(): void;
  /** How far that is; null before it is asked for. */
  undo?: ImportUndo | null;
}

/** How far an import is and, file by file, what became of it; failures come first, with their reason and line. */
export function ImportReport({ progress, onOpen, onDismiss, onUndo, undo = null }: ImportReportProps) {
  const { done, total, results } = progress;
  const isRunning = done < total;
  const failures = results.filter(({ outcome }) => outcome === 'failed');
  const others = results.filter(({ outcome }) => outcome !== 'failed');
  const imported = results.filter(({ outcome }) => outcome === 'added' || outcome === 'updated').length;
  return (
    <section class={styles.report} aria-label={t('importTitle')} aria-busy={isRunning}>
      <header class={styles.header}>
        <div role="status" class={styles.summary}>
          <p class={styles.title}>{isRunning ? t('importRunning', done, total) : tCount('importFinished', imported)}</p>
          {!isRunning && <p class={styles.counts}>{undo ? undoWords(undo) : summary(results)}</p>}
        </div>
        {!isRunning && imported > 0 && onUndo && (undo === null || undo === 'failed') && (
          <Button kind="quiet" icon={Undo2} onClick={onUndo}>
            {t('importUndo')}
          </Button>
        )}
        {!isRunning && <Button kind="quiet" icon={X} label={t('toastDismiss')} onClick={onDismiss} />}
      </header>
      {isRunning && (
        <progress class={styles.bar} value={done} max={total} aria-label={t('importRunning', done, total)} />
      )}
      {results.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        <ul class={styles.files} tabIndex={0} aria-label={t('importTitle')}>
          {[...failures, ...others.slice(0, MOST_NAMED)].map((result, index) => (
            <FileLine key={`${index} ${result.name}`} result={result} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </section>
  );
}

const OUTCOMES = {
  added: 'importAdded',
  updated: 'importUpdated',
  'already-saved': 'importAlready',
  failed: 'importFailed',
} as const;

function FileLine({ result, onOpen }: { result: ImportResult; onOpen?(id: ArticleId): void }) {
  const { name, outcome, articleId, reason, line } = result;
  const isFailure = outcome === 'failed';
  const why = isFailure ? t(importReasonKey(reason)) : t(OUTCOMES[outcome]);
  return (
    <li class={[styles.file, isFailure ? styles.failed : ''].join(' ')}>
      <Icon icon={isFailure ? CircleAlert : Check} size={16} />
      <span class={styles.words}>
        {articleId && onOpen ? (
          <button
            type="button"
            class={styles.open}
            aria-label={t('importOpen', name)}
            onClick={() => onOpen(articleId)}
          >
            <bdi>{name}</bdi>
          </button>
        ) : (
          <bdi class={styles.name}>{name}</bdi>
        )}
        <span class={styles.outcome}>{isFailure && line ? t('importLine', line, why) : why}</span>
      </span>
    </li>
  );
}

function undoWords(undo: ImportUndo): string {
  if (undo === 'undone') return t('importUndone');
  return undo === 'failed' ? t('importUndoFailed') : t('importUndoing', undo.done, undo.total);
}

function summary(results: readonly ImportResult[]): string {
  const count = (outcome: ImportResult['outcome']) => results.filter((result) => result.outcome === outcome).length;
  const parts = [
    ['importCountAdded', count('added')],
    ['importCountUpdated', count('updated')],
    ['importCountAlready', count('already-saved')],
    ['importCountFailed', count('failed')],
  ] as const;
  return parts
    .filter(([, number]) => number > 0)
    .map(([key, number]) => t(key, number))
    .join(' · ');
}
