import { useSignal } from '@preact/signals';
import { Plus } from 'lucide';
import { t } from '../../utils/i18n';
import type { Recipe, UserRecipe } from '../../utils/model/recipe';
import type { Result } from '../../utils/model/result';
import { Button } from '../ui/Button';
import { RecipeForm, type TriedRecipe } from './RecipeForm';
import styles from './Recipes.module.css';
import screen from './SettingsScreen.module.css';

/** The reader's recipes and what can be done with them. */
export interface RecipePorts {
  recipes: readonly UserRecipe[];
  /** Keeps a recipe, in the place of one with its id; rejects when it could not be kept. */
  onKeep(recipe: UserRecipe): Promise<void>;
  onDrop(id: string): Promise<void>;
  onTry(recipe: Recipe): Promise<Result<TriedRecipe, 'no-page' | 'nothing-found'>>;
}

/** The sites for which the reader has said where the article is. */
export function RecipesSection({ recipes, onKeep, onDrop, onTry }: RecipePorts) {
  /** The id of the recipe that is being written. */
  const open = useSignal<string | null>(null);
  const said = useSignal('');
  const dropped = useSignal<UserRecipe | null>(null);

  const attempt = async (work: Promise<void>, words: string) => {
    try {
      await work;
      said.value = words;
      open.value = null;
    } catch {
      said.value = t('recipeNotKept');
    }
  };
  const keep = (kept: UserRecipe) => {
    dropped.value = null;
    return attempt(onKeep(kept), t('recipeKept', nameOf(kept)));
  };
  const drop = (gone: UserRecipe) => {
    dropped.value = gone;
    return attempt(onDrop(gone.id), t('recipeDeleted', nameOf(gone)));
  };
  const form = (id: string, recipe: Recipe | null) => (
    <RecipeForm
      recipe={recipe}
      onKeep={(written) => void keep({ id, recipe: written })}
      onCancel={() => (open.value = null)}
      onTry={onTry}
    />
  );
  const isNew = open.value !== null && !recipes.some(({ id }) => id === open.value);
  return (
    <section class={screen.section}>
      <h2>{t('recipesTitle')}</h2>
      <p class={screen.soft}>{t('recipesHint')}</p>
      {recipes.length === 0 ? <p>{t('recipesNone')}</p> : null}
      <ul class={styles.list}>
        {recipes.map((kept) => (
          <li key={kept.id}>
            <Row kept={kept} onEdit={() => (open.value = kept.id)} onDrop={() => void drop(kept)} />
            {open.value === kept.id && form(kept.id, kept.recipe)}
          </li>
        ))}
      </ul>
      {isNew && open.value !== null ? (
        form(open.value, null)
      ) : (
        <Button icon={Plus} class={styles.add} onClick={() => (open.value = crypto.randomUUID())}>
          {t('recipeAdd')}
        </Button>
      )}
      <div class={styles.outcome}>
        <p role="status">{said.value}</p>
        {dropped.value && <Button onClick={() => dropped.value && void keep(dropped.value)}>{t('recipeUndo')}</Button>}
      </div>
    </section>
  );
}

function Row({ kept, onEdit, onDrop }: { kept: UserRecipe; onEdit(): void; onDrop(): void }) {
  return (
    <div class={styles.row}>
      <span>
        <bdi>{nameOf(kept)}</bdi> <code dir="ltr">{kept.recipe.body}</code>
      </span>
      <Button label={t('recipeEditNamed', nameOf(kept))} onClick={onEdit}>
        {t('recipeEdit')}
      </Button>
      <Button label={t('recipeDeleteNamed', nameOf(kept))} onClick={onDrop}>
        {t('recipeDelete')}
      </Button>
    </div>
  );
}

function nameOf({ recipe }: UserRecipe): string {
  return recipe.hosts.join(', ') + (recipe.path ?? '');
}
