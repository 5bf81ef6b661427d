import type { MetadataSource } from '../../model/article';

/** What one source says of an article. Words as they stand in the page, trimmed; urls may be relative. */
export interface Facts {
  readonly title?: string;
  readonly authors?: readonly string[];
  /** Which of them it says are no people. */
  readonly organisations?: readonly string[];
  readonly siteName?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly lang?: string;
  readonly excerpt?: string;
  readonly categories?: readonly string[];
  readonly image?: string;
  /** The words below that picture. */
  readonly imageCaption?: string;
  readonly thumbnail?: string;
  readonly urls?: readonly string[];
  /** The article's whole text, where a source carries it. */
  readonly articleBody?: string;
  /** Whether the source says that the page is an article. */
  readonly isArticle?: boolean;
  /** Whether it says that not everybody may read all of it. */
  readonly isPaywalled?: boolean;
  /** Whether it says that the article grows while something happens. */
  readonly isLiveBlog?: boolean;
  /** Whether it says that the article is news, which newspapers head more loosely than they name it to others. */
  readonly isNews?: boolean;
}

/** What all sources say, best first. */
export type Found = readonly (readonly [source: MetadataSource, facts: Facts])[];
