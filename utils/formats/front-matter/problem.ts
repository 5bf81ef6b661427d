/**
 * Why a file was not imported, as a machine word:
 * `too-large` more than `MAX_FILE_BYTES`; `not-text` in no encoding known here; `no-front-matter` it does not start with
 * one; `unclosed-front-matter` the line of dashes that ends it is missing; `front-matter-too-large` longer than
 * `MAX_FRONT_MATTER_LENGTH`; `bad-yaml` not YAML, or YAML of a kind not read here; `duplicate-key`; `not-a-mapping` a list
 * or bare text instead of keys and values; `too-deep` nested deeper than `MAX_NESTING`; `too-many-values` more values than
 * `MAX_VALUES` or aliases than `MAX_ALIASES`, as alias bombs have; `empty-body` nothing to read below the front matter;
 * `body-too-large`, `body-too-deep`, `body-too-many-elements` the text is beyond what is worked
 * through (`MAX_BODY_LENGTH`, `MAX_MARKDOWN_LENGTH`, and see `parseInert`).
 */
export type FileProblemReason =
  | 'too-large'
  | 'not-text'
  | 'no-front-matter'
  | 'unclosed-front-matter'
  | 'front-matter-too-large'
  | 'bad-yaml'
  | 'duplicate-key'
  | 'not-a-mapping'
  | 'too-deep'
  | 'too-many-values'
  | 'empty-body'
  | 'body-too-large'
  | 'body-too-deep'
  | 'body-too-many-elements';

/** Why a file was not imported, and where. */
export interface FileProblem {
  readonly reason: FileProblemReason;
  /** Counted from 1 in the file; null where the problem has no line of its own. */
  readonly line: number | null;
  /** The parser's own English words, or what was found; for a detail line, never alone. */
  readonly detail?: string;
}
