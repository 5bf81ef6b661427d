import type { ArticleId } from './article';
import type { Day } from './day';
import type { LibraryError, ListQuery } from './library';
import type { Result } from './result';

/** What is done to articles; what is left out stays as it is. */
export interface ArticleChange {
  readonly archived?: boolean;
  readonly favourite?: boolean;
  readonly deleted?: boolean;
  readonly readBy?: Day | null;
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
}

/** A change and what it is made to. */
export interface ChangeStep {
  readonly ids: readonly ArticleId[];
  readonly change: ArticleChange;
}

/** What a bulk change is, for whoever keeps what was before it. */
export type BulkReason = 'edit' | 'rename-tag' | 'remove-tag' | 'rule' | 'undo';

/** How a bulk change goes on. */
export interface ChangeOptions {
  readonly reason?: BulkReason;
  onProgress?(done: number, total: number): void;
  /** Stops it after the slice under way: what is done stays done. */
  readonly signal?: AbortSignal;
}

/** What a bulk change did, whether it came to its end or not. */
export interface ChangeDone {
  /** Articles that are otherwise than before. */
  readonly changed: number;
  /** Takes back exactly that, in this order. */
  readonly undo: readonly ChangeStep[];
  /** Why it did not come to its end; null when it did, or was stopped. */
  readonly failure: LibraryError | null;
}

/** A tag of the tree of tags: one in use, or one that only has others below it. */
export interface TagNode {
  /** `politics/china`. */
  readonly tag: string;
  /** Articles with the tag itself. */
  readonly own: number;
  /** Articles with it or one below it, each once. */
  readonly all: number;
}

/** A search with a name, shown as a list of its own. */
export interface SmartList {
  readonly id: string;
  readonly name: string;
  readonly query: Pick<ListQuery, 'shelf' | 'sort' | 'search'>;
}

/** What a rule looks at: the site (by name or host), an author, or a search as people type it. */
export type RuleField = 'site' | 'author' | 'search';

/** What is done by itself to articles that are saved. */
export interface Rule {
  readonly id: string;
  readonly field: RuleField;
  readonly value: string;
  readonly tags: readonly string[];
  readonly archived: boolean;
  readonly favourite: boolean;
}

/** What a library can do to be in order, besides what it does to single articles. */
export interface OrganisedLibrary {
  /** Days by which articles are to be read; null takes it away. */
  setReadBy(ids: readonly ArticleId[], day: Day | null): Promise<Result<void, LibraryError>>;
  /** Changes any number of articles, some hundreds at a time, between which others can write. */
  changeArticles(steps: readonly ChangeStep[], options?: ChangeOptions): Promise<ChangeDone>;

  /** Every tag in use and every tag above one, in alphabetical order. */
  tagTree(): Promise<TagNode[]>;
  /** The tags that all of these articles have. */
  sharedTags(ids: readonly ArticleId[]): Promise<string[]>;
  /** Renames a tag and those below it; where the new name is in use, the two become one. */
  renameTag(from: string, to: string, options?: ChangeOptions): Promise<ChangeDone>;
  /** Takes a tag and those below it off every article. */
  removeTag(tag: string, options?: ChangeOptions): Promise<ChangeDone>;

  /** In the reader's order. */
  smartLists(): Promise<SmartList[]>;
  /** Keeps a list, in the place of one with its id, else as the last. */
  keepSmartList(list: SmartList): Promise<Result<void, LibraryError>>;
  dropSmartList(id: string): Promise<Result<void, LibraryError>>;
  /** Puts lists in this order. */
  orderSmartLists(ids: readonly string[]): Promise<Result<void, LibraryError>>;

  /** In the order they were made. */
  rules(): Promise<Rule[]>;
  /** Keeps a rule, in the place of one with its id. */
  keepRule(rule: Rule): Promise<Result<void, LibraryError>>;
  dropRule(id: string): Promise<Result<void, LibraryError>>;
  /** The saved articles that a rule would change, newest first. */
  ruleTargets(rule: Rule): Promise<ArticleId[]>;
}
