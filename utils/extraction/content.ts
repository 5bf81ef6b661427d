import type { ArticleImage, ReceiptEntry } from '../model/article';
import type { CleaningState, ContentContext } from './cleaning';
import { settleSpecials } from './specials/specials';
import { keepAnchors } from './steps/anchors';
import { rebuildBlocks } from './steps/blocks';
import { settleLinks } from './steps/links';
import { replaceMedia } from './steps/media';
import { settlePictures } from './steps/pictures';
import { foldPromos } from './steps/promos';
import { dropRepeatedTitle } from './steps/repeated-title';
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
 * In this order: urls are settled before pictures are read from links, and anchors before blocks are rebuilt; tracking links are unwrapped
 * last, so that the receipt can say where in the clean content each one stands.
 */
const CONTENT_STEPS: readonly ContentStep[] = [
  { name: 'settle-specials', run: settleSpecials },
  { name: 'drop-unreadable', run: dropUnreadable },
  { name: 'keep-anchors', run: keepAnchors },
  { name: 'settle-links', run: settleLinks },
  { name: 'settle-pictures', run: settlePictures },
  { name: 'replace-media', run: replaceMedia },
  { name: 'rebuild-blocks', run: rebuildBlocks },
  { name: 'drop-repeated-title', run: dropRepeatedTitle },
  { name: 'fold-promos', run: foldPromos },
  { name: 'unwrap-tracking-links', run: unwrapTrackingLinks },
];

/**
 * Brings any article body, from a page or from an imported file, into one form: the same article gives the same HTML
 * whichever way it came. Works on a copy in an inert document: nothing loads, `root` is left as it is. Cleaning clean
 * content again changes nothing.
 */
export function cleanContent(root: Element, context: ContentContext): CleanContent {
  const inert = root.ownerDocument.implementation.createHTMLDocument('');
  const body = inert.createElement('div');
  inert.body.append(body);
  for (const child of root.childNodes) body.append(inert.importNode(child, true));
  const state: CleaningState = { ...context, images: new Map(), receipt: [] };
  for (const step of CONTENT_STEPS) step.run(body, state);
  const shown = [...body.querySelectorAll('img')].map((image) => image.getAttribute('src') ?? '');
  return {
    content: body.innerHTML,
    text: blockText(body),
    images: [...new Set(shown)].flatMap((url) => state.images.get(url) ?? []),
    receipt: state.receipt,
  };
}
