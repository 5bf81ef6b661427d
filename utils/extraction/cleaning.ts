import type { ArticleImage, ReceiptEntry } from '../model/article';
import type { Places } from './places';

/** What cleaning needs to know about the article besides its body. */
export interface ContentContext {
  /** What relative urls are relative to. */
  readonly baseUrl: string;
  /** The article's title, so that a copy of it at the top is dropped. */
  readonly title: string;
  /** BCP 47; decides how bare line breaks are read. */
  readonly lang: string | null;
}

/** What the steps share while they work on one body. */
export interface CleaningState extends ContentContext {
  readonly images: Map<string, ArticleImage>;
  readonly receipt: ReceiptEntry[];
  /** What is told of each comment that the body is rebuilt past: where it stands in the result. */
  readonly places: Places;
}
