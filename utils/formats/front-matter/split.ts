import { fail, ok, type Result } from '../../model/result';
import type { FileProblem } from './problem';

/** Most UTF-16 code units of front matter that are parsed; real ones have a few hundred. */
export const MAX_FRONT_MATTER_LENGTH = 256 * 1024;

/** A file taken apart, unparsed. */
export interface SplitFile {
  /** YAML; the JSON variant is given its braces, which makes it YAML. */
  readonly block: string;
  /** The file's line, counted from 1, on which the block starts. */
  readonly blockLine: number;
  readonly body: string;
  readonly bodyLine: number;
}

const FENCE = /^(?:-{3,}|;{3,})[ \t]*$/;
const LOOKS_LIKE_KEY = /^(?:[^\s#:"'<{[-][^:]*|"[^"]*"|'[^']*')\s*:(?:\s|$)/;

/**
 * Takes front matter and body apart as Hexo does (hexo-front-matter, formats note §8): the block ends at a line of three
 * or more dashes, a first such line is optional; `;;;` lines enclose the JSON variant, without braces.
 */
export function splitFile(text: string): Result<SplitFile, FileProblem> {
  const lines = new LineReader(text);
  let line = lines.next();
  while (line !== null && line.trim() === '' && lines.end < MAX_FRONT_MATTER_LENGTH) line = lines.next();
  if (line === null || line.trim() === '') return fail({ reason: 'no-front-matter', line: 1 });
  const opening = FENCE.test(line) ? line.trim() : null;
  if (opening === null && !LOOKS_LIKE_KEY.test(line)) return fail({ reason: 'no-front-matter', line: lines.number });

  const openingLine = lines.number;
  const blockLine = opening === null ? openingLine : openingLine + 1;
  const start = opening === null ? lines.start : lines.end;
  let end = opening === null ? null : start;
  for (line = lines.next(); line !== null; line = lines.next()) {
    if (lines.start - start > MAX_FRONT_MATTER_LENGTH) break;
    if (FENCE.test(line) && (opening === null || line[0] === opening[0])) {
      const block = lines.text.slice(start, lines.start).replaceAll('\r\n', '\n');
      if (block.length > MAX_FRONT_MATTER_LENGTH) break;
      return ok({
        block: line.startsWith(';') ? `{${block}}` : block,
        blockLine,
        body: lines.text.slice(lines.end),
        bodyLine: lines.number + 1,
      });
    }
    end = lines.end;
  }
  return line !== null || (end !== null && end - start > MAX_FRONT_MATTER_LENGTH)
    ? fail({ reason: 'front-matter-too-large', line: blockLine })
    : fail({ reason: opening === null ? 'no-front-matter' : 'unclosed-front-matter', line: openingLine });
}

/** Walks a text line by line without splitting all of it, since what follows the front matter may be megabytes. */
class LineReader {
  readonly text: string;
  /** Number of the line last read, from 1; offsets of its first character and of the next line's. */
  number = 0;
  start = 0;
  end = 0;

  constructor(text: string) {
    this.text = text;
  }

  next(): string | null {
    if (this.end >= this.text.length) return null;
    const at = this.text.indexOf('\n', this.end);
    this.start = this.end;
    this.end = at < 0 ? this.text.length : at + 1;
    this.number++;
    return this.text.slice(this.start, at < 0 ? this.text.length : at).replace(/\r$/, '');
  }
}
