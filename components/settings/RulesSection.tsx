import { useModel } from '@preact/signals';
import { Plus } from 'lucide';
import { useEffect } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { Rule } from '../../utils/model/organise';
import { Button } from '../ui/Button';
import { RuleForm } from './RuleForm';
import { RulePreview } from './RulePreview';
import styles from './Rules.module.css';
import { emptyRule, ruleWords } from './rule-words';
import { type RuleLibrary, RulesModel } from './rules-model';
import screen from './SettingsScreen.module.css';

/** The reader's rules, each with what it would do to saved articles, and a form for new ones. */
export function RulesSection({ library }: { library: RuleLibrary }) {
  const model = useModel(() => new RulesModel(library));
  useEffect(() => void model.start(), [model]);
  const rules = model.rules.value;
  const open = model.open.value;
  const done = model.done.value;
  const isNew = open !== null && !rules?.some(({ id }) => id === open.id);
  const close = () => (model.open.value = null);

  const form = (rule: Rule) => (
    <RuleForm rule={rule} tags={model.tags.value} onKeep={(kept) => void model.keep(kept)} onCancel={close} />
  );
  return (
    <section class={screen.section}>
      <h2>{t('rulesTitle')}</h2>
      <p class={screen.soft}>{t('rulesHint')}</p>
      {rules?.length === 0 && <p>{t('rulesNone')}</p>}
      <ul class={styles.list}>
        {rules?.map((rule) => (
          <li key={rule.id}>
            <Row rule={rule} model={model} />
            {open?.id === rule.id && form(rule)}
            {model.preview.value?.rule.id === rule.id && <RulePreview preview={model.preview.value} model={model} />}
          </li>
        ))}
      </ul>
      {isNew ? (
        form(open)
      ) : (
        <Button icon={Plus} class={styles.add} onClick={() => (model.open.value = emptyRule(crypto.randomUUID()))}>
          {t('ruleAdd')}
        </Button>
      )}
      <div class={styles.outcome}>
        <p role="status">{done?.words}</p>
        {done?.undo && <Button onClick={() => void model.undo()}>{t('editUndo')}</Button>}
      </div>
    </section>
  );
}

function Row({ rule, model }: { rule: Rule; model: InstanceType<typeof RulesModel> }) {
  const words = ruleWords(rule);
  return (
    <div class={styles.row}>
      <span>
        <bdi>{words}</bdi>
      </span>
      <Button label={t('ruleTryNamed', words)} onClick={() => void model.show(rule)}>
        {t('ruleTry')}
      </Button>
      <Button label={t('ruleEditNamed', words)} onClick={() => (model.open.value = rule)}>
        {t('ruleEdit')}
      </Button>
      <Button label={t('ruleDeleteNamed', words)} onClick={() => void model.drop(rule)}>
        {t('ruleDelete')}
      </Button>
    </div>
  );
}
