import type { ArticleId, ExtractedArticle } from '../../utils/model/article';
import type { Library } from '../../utils/model/library';
import { newRestorePoint, type RestorePoint } from '../../utils/model/restore-point';
import type { ArticleState } from '../../utils/model/saved-article';
import type { ImportProgress, ImportResult } from '../library/import-report-model';

/** A file to hand to the reader. */
export interface ExportFile {
  readonly name: string;
  readonly type: string;
  readonly data: string | Uint8Array<ArrayBuffer>;
}

/** Files after which the search index is seen to: a little more than it waits for. */
const TENDED_AFTER = 120;

/** Articles whose texts are in memory at a time while an archive is made. */
const READ_AT_ONCE = 50;

/**
 * Reads each file and adds its article, telling how far it is. A file that cannot be read is reported with its reason and
 * line and leaves the library as it was; an article that is there already stays as it is. What the import changes is kept under a
 * restore point, which the progress names.
 */
export async function importFiles(
  library: Library,
  files: readonly File[],
  onProgress: (progress: ImportProgress) => void,
): Promise<void> {
  const results: ImportResult[] = [];
  const point = newRestorePoint('import');
  const tell = () =>
    onProgress({ done: results.length, total: files.length, results: [...results], pointId: point.id });
  tell();
  for (const file of files) {
    results.push(await importFile(library, file, point));
    tell();
    // By the way, rather than leaving thousands of articles to the worker, which may be asleep.
    if (results.length % TENDED_AFTER === 0) while (await library.tendIndex());
  }
}

async function importFile(library: Library, file: File, point: RestorePoint): Promise<ImportResult> {
  const [{ MAX_FILE_BYTES, parseFrontMatter }, { keptStateOf }] = await Promise.all([
    import('../../utils/formats/front-matter'),
    import('../../utils/formats/front-matter/kept-state'),
  ]);
  const { name } = file;
  if (file.size > MAX_FILE_BYTES) return { name, outcome: 'failed', reason: 'too-large', line: null };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { name, outcome: 'failed', reason: 'not-text', line: null };
  }
  const parsed = await parseFrontMatter({ name, bytes });
  if (!parsed.ok) return { name, outcome: 'failed', reason: parsed.error.reason, line: parsed.error.line };
  const kept = keptStateOf(parsed.value.frontMatter);
  const saved = await library.save({ article: parsed.value, tags: kept.tags, mode: 'add', restorePoint: point });
  if (!saved.ok) return { name, outcome: 'failed', reason: saved.error, line: null };
  const { id, outcome } = saved.value;
  if (outcome === 'added') {
    if (kept.archived) await library.setArchived([id], true, point);
    if (kept.favourite) await library.setFavourite([id], true, point);
  }
  const told = outcome === 'added' || outcome === 'already-saved' ? outcome : 'updated';
  return { name, outcome: told, articleId: id };
}

/**
 * The articles as files in the front-matter format: one article as its own `.md`, several as a zip of them. Null when none of
 * them is in the library any more.
 */
export async function exportFile(library: Library, ids: readonly ArticleId[]): Promise<ExportFile | null> {
  const [{ serializeFrontMatter }, { exportFileName }, { zipFiles }] = await Promise.all([
    import('../../utils/formats/front-matter'),
    import('../../utils/formats/file-name'),
    import('../../utils/formats/archive'),
  ]);
  const taken = new Set<string>();
  const files: { name: string; bytes: string }[] = [];
  for (let start = 0; start < ids.length; start += READ_AT_ONCE) {
    const wanted = ids.slice(start, start + READ_AT_ONCE);
    for (const saved of await Promise.all(wanted.map((id) => readWhole(library, id)))) {
      if (!saved) continue;
      const name = exportFileName(saved.article.title, '.md', taken);
      files.push({ name, bytes: serializeFrontMatter(saved.article, keptState(saved.state, saved.savedAt)) });
    }
  }
  const [first] = files;
  if (!first) return null;
  if (files.length === 1) return { name: first.name, type: 'text/markdown;charset=utf-8', data: first.bytes };
  return { name: exportFileName('Offprint', '.zip'), type: 'application/zip', data: new Uint8Array(zipFiles(files)) };
}

interface WholeArticle {
  readonly article: ExtractedArticle;
  readonly state: ArticleState | null;
  readonly savedAt: number;
}

async function readWhole(library: Library, id: ArticleId): Promise<WholeArticle | null> {
  const [article, content, state] = await Promise.all([library.article(id), library.content(id), library.state(id)]);
  if (!article || !content) return null;
  const { id: _, ...text } = content;
  return { article: { ...article, ...text }, state, savedAt: article.savedAt };
}

function keptState(state: ArticleState | null, savedAt: number) {
  const tags = Object.entries(state?.tags ?? {}).flatMap(([tag, { value }]) => (value ? [tag] : []));
  return {
    tags,
    archived: state?.archived.value ?? false,
    favourite: state?.favourite.value ?? false,
    savedAt,
  };
}
