import type { ArticleImage, ReceiptEntry } from '../model/article';
import type { CleaningState, ContentContext } from './cleaning';
import type { LeftOut } from './left-out';
import { numberMarks, tellLeftOut, withTitle } from './receipt';
import { linkQuotedPosts } from './specials/embeds';
import { settleSpecials } from './specials/specials';
import { keepAnchors } from './steps/anchors';
import { rebuildBlocks } from './steps/blocks';
import { settleLinks } from './steps/links';
import { replaceMedia } from './steps/media';
import { settlePictures } from './steps/pictures';
import { foldPromos } from './steps/promos';
import { findRepeatedTitle } from './steps/repeated-title';
import { unwrapTrackingLinks } from './steps/tracking-links';
import { dropUnreadable } from './steps/unreadable';
import { blockText } from './text';

/** A cleaned article body. */
export interface CleanContent {
  /** Clean HTML, every url absolute; untrusted all the same. */
  readonly content: string;
  /** Blocks separated by a blank line, captions left out. */
  readonly text: string;
  readonly images: readonly ArticleImage[];
  readonly receipt: readonly ReceiptEntry[];
}

/** One normalising step: changes the body it is given. */
interface ContentStep {
  readonly name: string;
  readonly run: (body: HTMLElement, state: CleaningState) => void;
}

/**
 * Before blocks are rebuilt, in this order: urls are settled before pictures are read from links. Promotion and tracking links are settled in
 * what was rebuilt: the receipt says where in the clean content each one stands.
 */
const CONTENT_STEPS: readonly ContentStep[] = [
  { name: 'link-quoted-posts', run: linkQuotedPosts },
  { name: 'drop-unreadable', run: dropUnreadable },
  { name: 'keep-anchors', run: keepAnchors },
  { name: 'settle-links', run: settleLinks },
  { name: 'settle-pictures', run: settlePictures },
  { name: 'replace-media', run: replaceMedia },
];

/**
 * Brings any article body, from a page or from an imported file, into one form: the same article gives the same HTML
 * whichever way it came. Works on a copy in an inert document: nothing loads, `root` is left as it is. Cleaning clean
 * content again changes nothing.
 */
export function cleanContent(root: Element, context: ContentContext): CleanContent {
  const inert = root.ownerDocument.implementation.createHTMLDocument('');
  const body = inert.createElement('div');
  for (const child of root.childNodes) body.append(inert.importNode(child, true));
  settleSpecials(body);
  return cleanPrepared(body, context);
}

/**
 * `cleanContent` of a body that nobody needs afterwards, which is taken apart: of an inert document in which special elements are settled.
 * `leftOut`: what was taken out of it so far, which is cleaned apart and told in the receipt, in the order of the article and before all else.
 */
export function cleanPrepared(root: Element, context: ContentContext, leftOut: readonly LeftOut[] = []): CleanContent {
  const { ownerDocument } = root;
  const body = ownerDocument.createElement('div');
  body.append(...root.childNodes);
  const marked = numberMarks(body, leftOut);
  const state = stateOf(context);
  for (const step of CONTENT_STEPS) step.run(body, state);
  rebuildBlocks(body, state);
  foldPromos(body, state);
  const title = findRepeatedTitle(body, context.title);
  unwrapTrackingLinks(body, state, title?.block);
  const blocks = tellLeftOut(marked, cleanApart(marked, ownerDocument, context), body, state.places);
  title?.block.remove();
  const shown = [...body.querySelectorAll('img')].map((image) => image.getAttribute('src') ?? '');
  return {
    content: body.innerHTML,
    text: blockText(body),
    images: [...new Set(shown)].flatMap((url) => state.images.get(url) ?? []),
    receipt: [...(title ? withTitle(blocks, title) : blocks), ...state.receipt],
  };
}

/** Each left-out block in a holder of its own, cleaned: what they link to and show is no matter of the content. */
function cleanApart(leftOut: readonly LeftOut[], document: Document, context: ContentContext): HTMLElement[] {
  if (leftOut.length === 0) return [];
  const all = document.createElement('div');
  const holders = leftOut.map(({ element }) => {
    const holder = all.appendChild(document.createElement('div'));
    const parent = element.localName === 'li' ? holder.appendChild(document.createElement('ul')) : holder;
    parent.append(element);
    return holder;
  });
  const state = stateOf(context);
  for (const step of CONTENT_STEPS) step.run(all, state);
  for (const holder of holders) {
    rebuildBlocks(holder, state);
    unwrapTrackingLinks(holder, state);
  }
  return holders;
}

function stateOf(context: ContentContext): CleaningState {
  return { ...context, images: new Map(), receipt: [], places: new Map() };
}
