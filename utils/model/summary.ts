import type { ArticleImage } from './article';

/** Longest excerpt made of the text itself, in characters. */
const EXCERPT = 200;

/** The text's first line, for articles that come with no excerpt of their own. */
export function excerptOf(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length <= EXCERPT ? line : `${line.slice(0, EXCERPT - 1).trimEnd()}…`;
}

/** The first picture that is not known to be small, for articles that name no lead picture. */
export function leadPictureOf(images: readonly ArticleImage[]): ArticleImage | undefined {
  return images.find(({ width, height }) => (width ?? 300) >= 200 && (height ?? 200) >= 120);
}
