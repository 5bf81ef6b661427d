import { directionOf } from '../extraction/language';
import type { ArticleImage, ExtractedArticle, FrontMatter, MetadataField } from '../model/article';
import { sha256Hex } from '../model/digest';
import { countText, readingMinutes } from '../model/reading-time';
import { fail, ok, type Result } from '../model/result';
import { excerptOf, leadPictureOf } from '../model/summary';
import { MAX_HTML_LENGTH } from '../sanitize';
import { type ReadBody, readBody } from './front-matter/body';
import { decodeText } from './front-matter/decode';
import { embeddedUrl } from './front-matter/embedded-pictures';
import { entriesOf, MADE_UP_URL, updatedEntries } from './front-matter/entries';
import { type HeldFields, heldFields } from './front-matter/held-fields';
import { type KeptState, withKeptState } from './front-matter/kept-state';
import { leftOutOf, withLeftOut } from './front-matter/left-out';
import type { FileProblem } from './front-matter/problem';
import { splitFile } from './front-matter/split';
import { readYaml, writeYaml } from './front-matter/yaml';

/** Largest file that is read; a larger one is refused before a byte of it is looked at. */
export const MAX_FILE_BYTES = MAX_HTML_LENGTH;

/** A file as the browser gives it. */
export interface ImportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads an article from a file of the seed's family: YAML front matter (Hexo, Jekyll, Obsidian keys) above a body in HTML or
 * Markdown.
 * The body is cleaned as a captured page's is; front matter is kept as it stood for `serializeFrontMatter`. A file without an
 * address gets one made of its title and content, the same for the same article; one with an address and no text is a kept
 * link. Needs a document (not a worker).
 */
export async function parseFrontMatter(file: ImportedFile): Promise<Result<ExtractedArticle, FileProblem>> {
  if (file.bytes.length > MAX_FILE_BYTES) return fail({ reason: 'too-large', line: null });
  const decoded = decodeText(file.bytes);
  if (!decoded.ok) return fail({ reason: decoded.error, line: null });
  const split = splitFile(decoded.value.text);
  if (!split.ok) return split;
  const { block, blockLine, body, bodyLine } = split.value;
  const read = readYaml(block, blockLine);
  if (!read.ok) return read;

  const frontMatter = withTitle(read.value, file.name);
  const { url, title, lang } = heldFields(frontMatter, null);
  const leftOut = leftOutOf(frontMatter);
  // Places in a text that was cleaned before count what it says of its title, which the reader may have put back.
  const repeated = leftOut.length > 0 ? '' : title;
  const clean = await readBody(body, { url: url || null, title: repeated, lang, line: bodyLine });
  if (!clean.ok) return clean;
  if (clean.value.content === '' && url === '') return fail({ reason: 'empty-body', line: bodyLine });
  const receipt = [...leftOut, ...clean.value.receipt];
  return ok(await articleOf(frontMatter, { ...clean.value, receipt }));
}

/**
 * Writes an article as a file of the seed's family. Imported: the same keys in the same order with the same values, save
 * where a field has changed since. Captured: the seed's keys in the seed's order, then source, site, language and what else is
 * known, the blocks left out among it. Importing what is exported gives the same article, and exporting that the same bytes.
 * @param kept what the reader did with it, added to the keys where given. When it was saved is not added to a file's own keys.
 */
export function serializeFrontMatter(article: ExtractedArticle, kept?: KeptState): string {
  const known = article.frontMatter ? updatedEntries(article.frontMatter, article) : entriesOf(article);
  const entries = withLeftOut(known, article.receipt, article.frontMatter === null);
  const state = kept && article.frontMatter ? { ...kept, savedAt: null } : kept;
  return `---\n${writeYaml(state ? withKeptState(entries, state) : entries)}---\n\n${withSources(article)}\n`;
}

/**
 * The content with each picture's other sources beside it, largest first, as a `srcset` that states no real sizes but their
 * order: a viewer of the file may pick from them, and importing it finds them again. A picture that stood in a file stands in this one.
 */
function withSources({ content, images }: ExtractedArticle): string {
  const openings = new Map(images.map((image) => [escapeAttribute(image.url), openingOf(image)]));
  return content.replace(/<img src="([^"]*)"/g, (image, url: string) => openings.get(url) ?? image);
}

function openingOf(image: ArticleImage): string {
  const { url, sources } = image;
  const embedded = embeddedUrl(image);
  if (embedded) return `<img src="${escapeAttribute(embedded)}"`;
  const others = sources.filter((source) => source !== url);
  const set = others.map((source, index) => `${source} ${others.length + 1 - index}x`).join(', ');
  return `<img src="${escapeAttribute(url)}"${set ? ` srcset="${escapeAttribute(set)}"` : ''}`;
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** A file without a title is called by its name; kept as if it said so, so that export does. */
function withTitle(frontMatter: FrontMatter, fileName: string): FrontMatter {
  if (heldFields(frontMatter, null).title !== '') return frontMatter;
  const title = fileName.replace(/\.[^.]*$/, '').trim() || fileName;
  return [['title', title], ...frontMatter.filter(([key]) => key.toLowerCase() !== 'title')];
}

async function articleOf(frontMatter: FrontMatter, body: ReadBody): Promise<ExtractedArticle> {
  const held = heldFields(frontMatter, body.lang);
  const url = held.url || (await madeUpUrl(held.title, body.content));
  const counts = countText(body.text);
  const leadImage = held.leadImage ?? leadPictureOf(body.images)?.url ?? null;
  return {
    ...held,
    kind: body.content === '' ? 'link' : 'import',
    url,
    canonicalUrl: held.canonicalUrl || url,
    lang: body.lang,
    dir: held.dir ?? directionOf(body.lang),
    excerpt: held.excerpt || excerptOf(body.text),
    leadImage,
    thumbnail: held.thumbnail ?? leadImage,
    content: body.content,
    text: body.text,
    ...counts,
    readingMinutes: readingMinutes(counts),
    images: body.images,
    sources: sourcesOf(held),
    receipt: body.receipt,
    frontMatter,
  };
}

const REMEMBERED: readonly (MetadataField & keyof HeldFields)[] = [
  'canonicalUrl',
  'title',
  'authors',
  'siteName',
  'publishedTime',
  'modifiedTime',
  'lang',
  'excerpt',
  'categories',
  'leadImage',
  'thumbnail',
];

function sourcesOf(held: HeldFields): ExtractedArticle['sources'] {
  const fromFile = REMEMBERED.filter((field) => (held[field]?.length ?? 0) > 0);
  return Object.fromEntries(fromFile.map((field) => [field, 'front-matter']));
}

async function madeUpUrl(title: string, content: string): Promise<string> {
  return MADE_UP_URL + (await sha256Hex(`${title}\n${content}`));
}
