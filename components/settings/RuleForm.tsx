import { useSignal } from '@preact/signals';
import { t } from '../../utils/i18n';
import type { Rule, RuleField } from '../../utils/model/organise';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { TagInput } from '../ui/TagInput';
import styles from './Rules.module.css';
import { RULE_FIELDS, ruleProblem } from './rule-words';
import screen from './SettingsScreen.module.css';

interface RuleFormProps {
  rule: Rule;
  /** Tags in use, most recent first. */
  tags: readonly string[];
  onKeep(rule: Rule): void;
  onCancel(): void;
}

/** A rule being written: what it looks at and for, and what it does. */
export function RuleForm({ rule, tags, onKeep, onCancel }: RuleFormProps) {
  const draft = useSignal(rule);
  const said = useSignal('');
  const change = (part: Partial<Rule>) => (draft.value = { ...draft.peek(), ...part });
  const { field, value, archived, favourite } = draft.value;
  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const trimmed = { ...draft.peek(), value: draft.peek().value.trim() };
        said.value = ruleProblem(trimmed) ?? '';
        if (said.value === '') onKeep(trimmed);
      }}
    >
      <Field label={t('ruleField')}>
        {(control) => (
          <select
            {...control}
            value={field}
            onChange={(event) => change({ field: event.currentTarget.value as RuleField })}
          >
            {RULE_FIELDS.map(([each, label]) => (
              <option key={each} value={each}>
                {t(label)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('ruleValue')} hint={field === 'search' ? t('ruleValueHint') : undefined}>
        {(control) => (
          <input
            {...control}
            type="text"
            dir="auto"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            autofocus
            value={value}
            onInput={(event) => change({ value: event.currentTarget.value })}
          />
        )}
      </Field>
      <div class={styles.tags}>
        <span class={styles.label}>{t('ruleTags')}</span>
        <TagInput
          label={t('ruleTags')}
          tags={draft.value.tags}
          suggestions={tags}
          onAdd={(tag) => change({ tags: [...draft.peek().tags, tag] })}
          onRemove={(tag) => change({ tags: draft.peek().tags.filter((each) => each !== tag) })}
        />
      </div>
      <label class={screen.check}>
        <input
          type="checkbox"
          checked={archived}
          onChange={(event) => change({ archived: event.currentTarget.checked })}
        />
        {t('ruleArchive')}
      </label>
      <label class={screen.check}>
        <input
          type="checkbox"
          checked={favourite}
          onChange={(event) => change({ favourite: event.currentTarget.checked })}
        />
        {t('ruleFavourite')}
      </label>
      <p role="alert" class={styles.said}>
        {said.value}
      </p>
      <p class={styles.buttons}>
        <Button kind="primary" type="submit">
          {t('ruleKeep')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('ruleCancel')}
        </Button>
      </p>
    </form>
  );
}
