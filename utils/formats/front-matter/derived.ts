import type { ArticleImage } from '../../model/article';

/** Longest excerpt made of the text itself, as in a capture. */
const EXCERPT = 200;

/** The text's first line as an excerpt, for files that bring none. */
export function firstLine(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length <= EXCERPT ? line : `${line.slice(0, EXCERPT - 1).trimEnd()}…`;
}

/** The first picture that is not known to be small, for files that name none. */
export function leadPicture(images: readonly ArticleImage[]): ArticleImage | undefined {
  return images.find(({ width, height }) => (width ?? 300) >= 200 && (height ?? 200) >= 120);
}
