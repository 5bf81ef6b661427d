import type { FrontMatter } from '../../model/article';
import { keyOf, readFields } from './fields';

/** What the reader did with an article, as far as a file can carry it. */
export interface KeptState {
  readonly tags: readonly string[];
  readonly archived: boolean;
  readonly favourite: boolean;
  /** ms since 1970; null where the file does not say. */
  readonly savedAt: number | null;
}

/** Reads `tags`, `archived`, `favorite` and `saved` from front matter. */
export function keptStateOf(frontMatter: FrontMatter | null): KeptState {
  const values = new Map(frontMatter ?? []);
  const saved = values.get('saved');
  const savedAt = typeof saved === 'string' ? Date.parse(saved) : Number.NaN;
  return {
    tags: frontMatter ? readFields(frontMatter).tags : [],
    archived: values.get('archived') === true,
    favourite: values.get('favorite') === true,
    savedAt: Number.isNaN(savedAt) ? null : savedAt,
  };
}

/** Front matter that says `kept`: a key is added or changed only where it would otherwise say something else. */
export function withKeptState(frontMatter: FrontMatter, kept: KeptState): FrontMatter {
  const said = keptStateOf(frontMatter);
  const changed = new Map<string, unknown>();
  if (JSON.stringify(said.tags) !== JSON.stringify(kept.tags)) {
    changed.set(keyOf(frontMatter, 'tags') ?? 'tags', [...kept.tags]);
  }
  if (said.archived !== kept.archived) changed.set('archived', kept.archived);
  if (said.favourite !== kept.favourite) changed.set('favorite', kept.favourite);
  if (kept.savedAt !== null && said.savedAt !== kept.savedAt) {
    changed.set('saved', new Date(kept.savedAt).toISOString());
  }
  const entries = frontMatter.map(([key, value]) => [key, changed.has(key) ? changed.get(key) : value] as const);
  const present = new Set(entries.map(([key]) => key));
  return [...entries, ...[...changed].filter(([key]) => !present.has(key))];
}
