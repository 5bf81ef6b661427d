import type { ExtractedArticle } from '../model/article';
import type { Result } from '../model/result';
import { type ImportedFile, parseFrontMatter, serializeFrontMatter } from './front-matter';
import type { KeptState } from './front-matter/kept-state';
import type { FileProblem } from './front-matter/problem';

/** A file format that articles are read from and written to. */
export interface ArticleFormat {
  /** Stable: may be kept in settings. */
  readonly id: 'front-matter';
  /** Lower case, with their dots; the first is the one written. */
  readonly extensions: readonly [string, ...string[]];
  readonly mediaType: string;
  readonly parse: (file: ImportedFile) => Promise<Result<ExtractedArticle, FileProblem>>;
  readonly serialize: (article: ExtractedArticle, kept?: KeptState) => string;
}

/** Every format there is. */
export const ARTICLE_FORMATS: readonly ArticleFormat[] = [
  {
    id: 'front-matter',
    extensions: ['.md', '.markdown', '.mdown', '.mkd'],
    mediaType: 'text/markdown',
    parse: parseFrontMatter,
    serialize: serializeFrontMatter,
  },
];

/** The format a file's name says it is in; null for none that is known. */
export function formatFor(fileName: string): ArticleFormat | null {
  const name = fileName.toLowerCase();
  return ARTICLE_FORMATS.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension))) ?? null;
}
