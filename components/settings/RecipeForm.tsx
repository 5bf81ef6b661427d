import { useSignal } from '@preact/signals';
import { t, tCount } from '../../utils/i18n';
import type { ExtractedArticle } from '../../utils/model/article';
import type { Recipe } from '../../utils/model/recipe';
import type { Result } from '../../utils/model/result';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import styles from './Recipes.module.css';
import { draftOf, RECIPE_FIELDS, type RecipeDraft, readDraft, readJson } from './recipe-draft';

/** What a recipe found on a page. */
export type TriedRecipe = Pick<ExtractedArticle, 'title' | 'text' | 'wordCount' | 'cjkCharCount'>;

interface RecipeFormProps {
  /** Null for a new one. */
  recipe: Recipe | null;
  onKeep(recipe: Recipe): void;
  onCancel(): void;
  /** Runs it on the page looked at last that it is for. */
  onTry(recipe: Recipe): Promise<Result<TriedRecipe, 'no-page' | 'nothing-found'>>;
}

/** One recipe being written, as a form or as JSON, with a way to try it before it is kept. */
export function RecipeForm({ recipe, onKeep, onCancel, onTry }: RecipeFormProps) {
  const draft = useSignal(draftOf(recipe));
  /** Null while the form is shown. */
  const json = useSignal<string | null>(null);
  const said = useSignal('');
  const read = () => (json.value === null ? readDraft(draft.value) : readJson(json.value));

  const use = async (what: (recipe: Recipe) => unknown) => {
    const result = read();
    said.value = result.ok ? '' : result.error;
    if (result.ok) await what(result.value);
  };
  const turn = () => {
    const result = read();
    if (json.value === null) json.value = JSON.stringify(result.ok ? result.value : draft.value, null, 2);
    else if (result.ok) {
      draft.value = draftOf(result.value);
      json.value = null;
    } else said.value = result.error;
  };
  const tried = async (written: Recipe) => {
    const result = await onTry(written);
    said.value = result.ok
      ? found(result.value)
      : t(result.error === 'no-page' ? 'recipeNoPage' : 'recipeNothingFound');
  };
  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void use(onKeep);
      }}
    >
      {json.value === null ? (
        <Fields draft={draft.value} onChange={(changed) => (draft.value = changed)} />
      ) : (
        <textarea
          aria-label={t('recipeAsJson')}
          rows={12}
          spellcheck={false}
          value={json.value}
          onInput={(event) => (json.value = event.currentTarget.value)}
        />
      )}
      <p role="alert" class={styles.said}>
        {said.value}
      </p>
      <p class={styles.buttons}>
        <Button kind="primary" type="submit">
          {t('recipeKeep')}
        </Button>
        <Button onClick={() => void use(tried)}>{t('recipeTry')}</Button>
        <Button onClick={turn}>{t(json.value === null ? 'recipeAsJson' : 'recipeAsForm')}</Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('recipeCancel')}
        </Button>
      </p>
    </form>
  );
}

const LISTS: readonly string[] = ['hosts', 'remove'];

function Fields({ draft, onChange }: { draft: RecipeDraft; onChange(draft: RecipeDraft): void }) {
  return (
    <>
      {(Object.keys(RECIPE_FIELDS) as (keyof Recipe)[]).map((field) => {
        const shared = {
          value: draft[field],
          spellcheck: false,
          autocapitalize: 'off',
          onInput: (event: { currentTarget: { value: string } }) =>
            onChange({ ...draft, [field]: event.currentTarget.value }),
        } as const;
        return (
          <Field key={field} label={t(RECIPE_FIELDS[field])}>
            {(control) =>
              LISTS.includes(field) ? (
                <textarea rows={2} {...control} {...shared} />
              ) : (
                <input type="text" {...control} {...shared} />
              )
            }
          </Field>
        );
      })}
    </>
  );
}

function found({ title, text, wordCount, cjkCharCount }: TriedRecipe): string {
  const size = cjkCharCount > wordCount ? tCount('readerCharacters', cjkCharCount) : tCount('readerWords', wordCount);
  return t('recipeFound', title, size, text.slice(0, 120));
}
