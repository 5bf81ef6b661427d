import type { ArticleId, ArticleImage, ExtractedArticle } from '../model/article';
import type { LibraryError, SaveOutcome, SaveRequest } from '../model/library';
import { fail, ok, type Result } from '../model/result';
import type { ArticleState, ArticleVersion, SavedContent } from '../model/saved-article';
import { type Clock, openClock } from './clock';
import type { LibraryContext } from './context';
import { articleIdOf, contentIdOf, keyList, urlKeysOf } from './ids';
import { wantedPictures } from './pictures';
import { ARTICLE_STORES, putArticle } from './put-article';
import { keepArticles, RESTORE_STORES } from './restore-points/keep';
import type { ArticleRow, StoreName, WriteTransaction } from './schema';
import { type PreparedTerms, prepareTerms } from './search/documents';
import { withTags } from './states';

const STORES: readonly StoreName[] = [...ARTICLE_STORES, 'tombstones'];

const KEPT_STORES: readonly StoreName[] = [...STORES, ...RESTORE_STORES];

/** A request with everything that takes more than the database: what must be known before the transaction opens. */
interface PreparedSave {
  readonly request: SaveRequest;
  readonly id: ArticleId;
  readonly content: SavedContent;
  /** The canonical address's key first. */
  readonly keys: readonly string[];
  readonly wanted: readonly ArticleImage[];
  readonly terms: PreparedTerms;
  readonly now: number;
}

/** An article that is in the library, in the trash perhaps. */
interface Known {
  readonly row: ArticleRow;
  readonly state: ArticleState;
}

/**
 * Saves in one strict transaction over all stores: a worker killed at any line leaves the article whole or absent. The
 * outcome is known, and announced, only after it has completed.
 */
export async function saveArticle(
  { connection, changes, now }: LibraryContext,
  request: SaveRequest,
): Promise<Result<SaveOutcome, LibraryError>> {
  const prepared = await prepare(request, now());
  const stores = request.restorePoint ? KEPT_STORES : STORES;
  const saved = await connection.write(stores, (transaction) => write(transaction, prepared), 'strict');
  if (saved.ok && saved.value.outcome !== 'already-saved')
    changes.announce({ kind: 'articles', ids: [saved.value.id] });
  return saved;
}

async function prepare(request: SaveRequest, now: number): Promise<PreparedSave> {
  const { article } = request;
  const { content, text, images, receipt, sources, confidence, frontMatter, nextPage, pages = [] } = article;
  const heavy = {
    ...{ content, text, images, receipt, sources, ...(confidence ? { confidence } : {}), frontMatter },
    ...(nextPage ? { nextPage } : {}),
    ...(pages.length > 0 ? { pages } : {}),
  };
  const [id, contentId] = await Promise.all([articleIdOf(article), contentIdOf(heavy)]);
  return {
    request,
    id,
    content: { id: contentId, ...heavy },
    keys: urlKeysOf(article),
    wanted: wantedPictures(article),
    terms: prepareTerms(article),
    now,
  };
}

async function write(
  transaction: WriteTransaction,
  prepared: PreparedSave,
): Promise<Result<SaveOutcome, LibraryError>> {
  const { into, mode, restorePoint } = prepared.request;
  const known = await (into ? findById(transaction, into) : findKnown(transaction, prepared));
  if (!known && into) return fail('not-found');
  const changes = !known || known.state.deleted.value || mode === 'update';
  if (restorePoint && changes) await keepArticles(transaction, restorePoint, [known?.row.id ?? prepared.id]);
  if (!known) return ok(await add(transaction, prepared));
  if (changes) return ok(await renew(transaction, prepared, known));
  return ok({ id: known.row.id, outcome: 'already-saved', savedAt: known.row.savedAt });
}

async function findById(transaction: WriteTransaction, id: ArticleId): Promise<Known | null> {
  const [row, state] = await Promise.all([
    transaction.objectStore('articles').get(id),
    transaction.objectStore('states').get(id),
  ]);
  return row && state ? { row, state } : null;
}

/**
 * The article this would be a duplicate of: the one with its id, or one that has its canonical address among its own or the
 * other way round. Sharing only the address it was read at is not enough: some sites show every article at one address.
 */
async function findKnown(transaction: WriteTransaction, { request, id, keys }: PreparedSave): Promise<Known | null> {
  const articles = transaction.objectStore('articles');
  const [own, ...others] = await Promise.all([
    articles.get(id),
    ...(request.article.kind === 'selection' ? [] : keys.map((key) => articles.index('keys').getAll(key))),
  ]);
  const isSame = (row: ArticleRow) =>
    row.kind !== 'selection' && (row.keys.includes(keys[0] ?? '') || keys.includes(row.keys[0] ?? ''));
  const rows = [...(own ? [own] : []), ...others.flat().filter(isSame)];
  const states = await Promise.all(rows.map((row) => transaction.objectStore('states').get(row.id)));
  const found = rows.flatMap((row, i): Known[] => {
    const state = states[i];
    return state ? [{ row, state }] : [];
  });
  return found.find(({ state }) => !state.deleted.value) ?? found[0] ?? null;
}

async function add(transaction: WriteTransaction, prepared: PreparedSave): Promise<SaveOutcome> {
  const { request, id, content, keys, now } = prepared;
  const [clock, tombstone] = await Promise.all([
    openClock(transaction, now),
    transaction.objectStore('tombstones').get(id),
  ]);
  const row: ArticleRow = {
    ...descriptionOf(request.article),
    id,
    savedAt: now,
    versions: [{ contentId: content.id, capturedAt: now, title: request.article.title }],
    current: clock.stamp(content.id),
    keys,
    contentIds: [content.id],
    described: clock.stamp(true),
  };
  const { tags = [], whenNew = { tags: [], archived: false, favourite: false } } = request;
  const state: ArticleState = {
    articleId: id,
    archived: clock.stamp(whenNew.archived),
    favourite: clock.stamp(whenNew.favourite),
    // Later than the tombstone, or a merge with a library that has it would take the article away again.
    deleted: clock.stamp(false, tombstone?.deleted),
    position: clock.stamp(null),
    tags: {},
  };
  const tagged = withTags(state, [...tags, ...whenNew.tags], true, clock);
  await putArticle(transaction, { ...prepared, row, state: tagged, tabId: request.tabId ?? null }, clock);
  if (tombstone) await transaction.objectStore('tombstones').delete(id);
  return { id, outcome: 'added', savedAt: now };
}

async function renew(transaction: WriteTransaction, prepared: PreparedSave, known: Known): Promise<SaveOutcome> {
  const { request, content, keys, now } = prepared;
  const [clock, shown] = await Promise.all([
    openClock(transaction, now),
    transaction.objectStore('contents').get(known.row.current.value),
  ]);
  // A link that is kept again brings no text: the one that is there stays.
  const bringsText = content.text.trim() !== '' || !shown?.text.trim();
  const isSameText = shown?.content === content.content && shown.text === content.text;
  const isNew = bringsText && !isSameText;
  const versions = isNew
    ? withVersion(known.row, { contentId: content.id, capturedAt: now, title: request.article.title })
    : known.row.versions;
  const row: ArticleRow = {
    ...(bringsText ? descriptionOf(request.article) : known.row),
    id: known.row.id,
    savedAt: known.row.savedAt,
    versions,
    current: isNew ? clock.stamp(content.id, known.row.current) : known.row.current,
    keys: keyList((bringsText ? keys : known.row.keys)[0] ?? '', [...known.row.keys, ...keys]),
    contentIds: versions.map(({ contentId }) => contentId),
    described: bringsText ? clock.stamp(true, known.row.described) : known.row.described,
  };
  const wasDeleted = known.state.deleted.value;
  const alive = wasDeleted ? { ...known.state, deleted: clock.stamp(false, known.state.deleted) } : known.state;
  const state = withTags(asSeen(alive, request, clock, now), request.tags ?? [], true, clock);
  const { wanted, terms } = bringsText ? prepared : { wanted: null, terms: null };
  await putArticle(transaction, { ...prepared, wanted, terms, row, state, tabId: request.tabId ?? null }, clock);
  const outcome = wasDeleted ? 'restored' : isNew ? 'updated' : 'unchanged';
  return { id: row.id, outcome, savedAt: row.savedAt };
}

/** The versions with a text put last; one that was kept before, because the page went back to it, is not kept twice. */
function withVersion({ versions, current, title }: ArticleRow, added: ArticleVersion): ArticleVersion[] {
  const others = versions.filter(({ contentId }) => contentId !== added.contentId);
  // A version of an older library gets the title that it is about to lose.
  const titled = others.map((version) => (version.contentId === current.value ? { title, ...version } : version));
  return [...titled, added];
}

/** A page that was looked up before and is captured again is there, and the text is what it says. */
function asSeen(state: ArticleState, { article }: SaveRequest, clock: Clock, now: number): ArticleState {
  if (!state.page || article.kind === 'import') return state;
  return { ...state, page: clock.stamp({ is: 'unchanged', checkedAt: now }, state.page) };
}

function descriptionOf(article: ExtractedArticle) {
  const { content: _1, text: _2, images: _3, receipt: _4, sources: _5, confidence: _6, ...rest } = article;
  const { frontMatter: _7, nextPage: _8, pages: _9, ...description } = rest;
  return description;
}
