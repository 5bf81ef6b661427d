import type { MessageKey } from '../../utils/i18n';

/** What became of one file. */
export interface ImportResult {
  readonly name: string;
  readonly outcome: 'added' | 'already-saved' | 'updated' | 'failed';
  readonly articleId?: string;
  /** Why it failed, as a machine word: a `FileProblemReason` of `utils/formats/front-matter` or a `LibraryError`. */
  readonly reason?: string;
  /** The file's line at fault, counted from 1. */
  readonly line?: number | null;
}

/** How far an import is. */
export interface ImportProgress {
  readonly done: number;
  readonly total: number;
  readonly results: readonly ImportResult[];
  /** The restore point that takes the import back. */
  readonly pointId: string;
}

/** How far an import's undo is. */
export type ImportUndo = { readonly done: number; readonly total: number } | 'undone' | 'failed';

const REASONS: Readonly<Record<string, MessageKey>> = {
  'too-large': 'importTooLarge',
  'not-text': 'importNotText',
  'no-front-matter': 'importNoFrontMatter',
  'unclosed-front-matter': 'importUnclosed',
  'front-matter-too-large': 'importFrontMatterTooLarge',
  'bad-yaml': 'importBadYaml',
  'duplicate-key': 'importDuplicateKey',
  'not-a-mapping': 'importNotAMapping',
  'too-deep': 'importTooDeep',
  'too-many-values': 'importTooManyValues',
  'empty-body': 'importEmptyBody',
  'body-too-large': 'importBodyTooLarge',
  'body-too-deep': 'importBodyTooDeep',
  'body-too-many-elements': 'importBodyTooDeep',
  'quota-exceeded': 'libraryQuota',
  'library-unavailable': 'libraryNotChanged',
};

/** The words for a failure's reason; a general sentence for reasons of another version. */
export function importReasonKey(reason: string | undefined): MessageKey {
  return REASONS[reason ?? ''] ?? 'importUnexpected';
}
