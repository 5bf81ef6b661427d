import { settleCaptions } from './captions';
import { markEmbeds } from './embeds';
import { settleGalleries } from './galleries';
import { settleListings } from './listings';
import { settleLiveEntries } from './live-entries';
import { settleMath } from './math';
import { settleVerse } from './verse';

/**
 * Brings what means something only in its own form (formulas, listings, embedded posts and films, captions, galleries, verse, the entries of a live
 * report) into plain elements that the steps after this one know, before any of them takes it for decoration. Works on a whole document before its
 * article is looked for, and on any body that is cleaned; doing it again changes nothing.
 */
export function settleSpecials(root: Document | Element): void {
  settleScripted(root);
  settleShown(root);
}

/** The part of it that reads scripts: before they are taken out. */
export function settleScripted(root: Document | Element): void {
  settleMath(root);
  markEmbeds(root);
}

/** The part of it that reads what is shown: after the pictures for browsers without programs are put where they are shown. */
export function settleShown(root: Document | Element): void {
  settleListings(root);
  settleCaptions(root);
  settleGalleries(root);
  settleVerse(root);
  settleLiveEntries(root);
}
