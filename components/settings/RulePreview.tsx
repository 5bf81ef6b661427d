import { t, tCount } from '../../utils/i18n';
import { BulkBar } from '../library/BulkBar';
import { Button } from '../ui/Button';
import styles from './Rules.module.css';
import type { RulePreview as Preview, RulesModel } from './rules-model';

interface RulePreviewProps {
  preview: Preview;
  model: InstanceType<typeof RulesModel>;
}

/** What a rule would do to articles that are saved already: nothing is done before it is asked for here. */
export function RulePreview({ preview, model }: RulePreviewProps) {
  const { ids, first } = preview;
  const rest = (ids?.length ?? 0) - first.length;
  const close = () => (model.preview.value = null);
  return (
    <div class={styles.preview}>
      <p role="status">{ids === null ? t('ruleLooking') : model.wouldDo(preview)}</p>
      {first.length > 0 && (
        <ul class={styles.articles}>
          {first.map(({ article }) => (
            <li key={article.id} lang={article.lang ?? undefined} dir={article.dir}>
              {article.title || article.url}
            </li>
          ))}
          {rest > 0 && <li class={styles.rest}>{tCount('ruleMore', rest)}</li>}
        </ul>
      )}
      {ids !== null && (
        <p class={styles.buttons}>
          {ids.length > 0 && (
            <Button kind="primary" disabled={model.progress.value !== null} onClick={() => void model.run()}>
              {tCount('ruleRun', ids.length)}
            </Button>
          )}
          <Button kind="quiet" onClick={close}>
            {t(ids.length > 0 ? 'ruleNotNow' : 'uiClose')}
          </Button>
        </p>
      )}
      <BulkBar progress={model.progress.value} />
    </div>
  );
}
