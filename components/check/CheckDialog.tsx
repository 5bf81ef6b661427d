import { useModel, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t, tCount } from '../../utils/i18n';
import type { ArticleId } from '../../utils/model/article';
import { TextDiff } from '../diff/TextDiff';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { type Comparison, comparedWithPage } from '../versions/compared';
import styles from './CheckDialog.module.css';
import { CheckResult } from './CheckResult';
import type { AskWeb, CheckedLibrary } from './check-article';
import { CheckModel, type CheckRow } from './check-model';

interface CheckDialogProps {
  library: CheckedLibrary;
  ask: AskWeb;
  ids: readonly ArticleId[];
  uiLanguage: string;
  onClose(): void;
  /** Leads to where the host permission is asked for. */
  onAllow?: (() => void) | undefined;
}

/** Findings that are listed one by one, in this order; those that are unchanged are only counted. */
const SUMS = [
  ['changed', 'checkSumChanged'],
  ['moved', 'checkSumMoved'],
  ['gone', 'checkSumGone'],
  ['unchanged', 'checkSumUnchanged'],
  ['unreachable', 'checkSumUnreachable'],
] as const;

/** Checks some articles for changes of their pages and lists what was found, each with what can be done about it. Begins at once. */
export function CheckDialog({ library, ask, ids, uiLanguage, onClose, onAllow }: CheckDialogProps) {
  const model = useModel(() => new CheckModel(library, ask, ids));
  const shown = useSignal<{ readonly row: CheckRow; readonly comparison: Comparison } | null>(null);
  const results = useRef<HTMLUListElement>(null);
  useEffect(() => void model.start(), [model]);

  const show = async (row: CheckRow) => {
    if (row.finding?.is !== 'changed') return;
    const comparison = await comparedWithPage(library, row.article.id, row.finding.page, uiLanguage);
    if (comparison) shown.value = { row, comparison };
  };
  if (shown.value) {
    const { row, comparison } = shown.value;
    const back = () => {
      shown.value = null;
      // The button that opened it is drawn anew.
      setTimeout(() =>
        results.current?.querySelector<HTMLElement>(`[data-result="${row.article.id}"] button`)?.focus(),
      );
    };
    return (
      <Dialog title={row.article.title} wide onClose={back}>
        <TextDiff {...comparison} takesFocus />
        <div class={styles.foot}>
          <Button onClick={back}>{t('checkBack')}</Button>
          <Button
            kind="primary"
            onClick={() => {
              void model.settle(row);
              back();
            }}
          >
            {t('checkKeep')}
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={t('checkDialog')} wide onClose={onClose}>
      <Progress model={model} />
      <ul class={styles.results} ref={results}>
        {SUMS.flatMap(([is]) => (is === 'unchanged' ? [] : rowsOf(model, is))).map((row) => (
          <CheckResult key={row.article.id} row={row} model={model} onShow={() => void show(row)} />
        ))}
      </ul>
      <Foot model={model} onClose={onClose} onAllow={onAllow} />
    </Dialog>
  );
}

interface PartProps {
  model: InstanceType<typeof CheckModel>;
}

function Progress({ model }: PartProps) {
  const [done, all] = [model.checked.value, model.rows.value.length];
  return (
    <div class={styles.progress}>
      {model.isRunning.value && <progress value={done} max={Math.max(all, 1)} aria-label={t('checkDialog')} />}
      <p role="status">{model.isRunning.value ? t('checkProgress', done, all) : sayDone(model)}</p>
    </div>
  );
}

function Foot({ model, onClose, onAllow }: PartProps & Pick<CheckDialogProps, 'onClose' | 'onAllow'>) {
  const isRefused = rowsOf(model, 'unreachable').some(
    ({ finding }) => finding?.is === 'unreachable' && finding.problem === 'needs-permission',
  );
  return (
    <div class={styles.foot}>
      {isRefused && onAllow && <Button onClick={onAllow}>{t('checkAllow')}</Button>}
      {model.toKeep.value > 1 && !model.isRunning.value && (
        <Button onClick={() => void model.settleAll()}>{tCount('checkKeepAll', model.toKeep.value)}</Button>
      )}
      {/* One button in one place: what ends the check closes the dialog once it has ended. */}
      <Button kind="primary" onClick={() => (model.isRunning.value ? model.stop() : onClose())}>
        {t(model.isRunning.value ? 'checkStop' : 'uiClose')}
      </Button>
    </div>
  );
}

function rowsOf(model: PartProps['model'], is: (typeof SUMS)[number][0]): CheckRow[] {
  return model.rows.value.filter(({ finding }) => finding?.is === is);
}

function sayDone(model: PartProps['model']): string {
  const [done, all] = [model.checked.value, model.rows.value.length];
  const sums = SUMS.map(([is, key]) => [key, rowsOf(model, is).length] as const)
    .filter(([, count]) => count > 0)
    .map(([key, count]) => tCount(key, count));
  const said = done < all ? t('checkStopped', done, all) : tCount('checkDone', done);
  return [said, sums.join(' · ')].filter(Boolean).join(' ');
}
