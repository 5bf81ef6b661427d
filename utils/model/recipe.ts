/** Where a site has its articles, as data: CSS selectors and nothing that runs. */
export interface Recipe {
  /** Host names, each with all its subdomains, e.g. `news.example`. */
  readonly hosts: readonly string[];
  /** What the path of an address must begin with; null for every page of the hosts. */
  readonly path: string | null;
  /** The article's body: the first match that has text. */
  readonly body: string;
  /** Where title, authors and date are read; null leaves them to what else the page says. */
  readonly title: string | null;
  readonly author: string | null;
  readonly date: string | null;
  /** What is left out of the body; matched within it. */
  readonly remove: readonly string[];
  /** The link to the article's next page; null leaves it to what the page's links say. Older recipes have none. */
  readonly next?: string | null;
}

/** A recipe that the reader made, as it is kept on this device. */
export interface UserRecipe {
  readonly id: string;
  readonly recipe: Recipe;
}

/** Why something is no recipe, and which part of it. */
export interface RecipeProblem {
  readonly reason: 'not-a-recipe' | 'no-host' | 'bad-host' | 'bad-path' | 'no-body' | 'bad-selector' | 'too-long';
  readonly field: keyof Recipe | null;
}
