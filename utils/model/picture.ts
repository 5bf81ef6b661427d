import type { ArticleId } from './article';

/** Why a picture could not be had, as the reader will be told. */
export type PictureFailure =
  /** Another origin, and no permission to fetch from it. */
  | 'needs-permission'
  /** The server refused or has no such picture. */
  | 'refused'
  /** The network failed or the browser is offline. */
  | 'unreachable'
  /** The answer was not a picture. */
  | 'not-a-picture'
  /** Larger than what is kept (`MAX_PICTURE_BYTES`). */
  | 'too-large';

/** One picture of one article and where it stands. */
export interface ArticlePicture {
  readonly articleId: ArticleId;
  /** `ArticleImage.url`: the `src` in the content. */
  readonly url: string;
  readonly sources: readonly string[];
  readonly alt: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly status: 'pending' | 'kept' | 'missing';
  /** SHA-256 hex of the kept bytes; null unless `kept`. */
  readonly hash: string | null;
  readonly failure: PictureFailure | null;
}

/** The bytes of a picture, stored once however many articles show it. */
export interface StoredPicture {
  /** SHA-256 hex of the bytes. */
  readonly hash: string;
  readonly blob: Blob;
  readonly type: string;
  readonly bytes: number;
}

/** Work that must be done after a save and survives the worker: it is deleted in the transaction that finishes it. */
export interface Job {
  /** `keep-pictures:<article id>`, so that asking twice makes one job. */
  readonly id: string;
  readonly kind: 'keep-pictures';
  readonly articleId: ArticleId;
  /** The tab it was captured from, to fetch from the page itself while it is open; null when there was none. */
  readonly tabId: number | null;
  readonly attempts: number;
  /** ms since 1970 before which it rests. */
  readonly notBefore: number;
}
