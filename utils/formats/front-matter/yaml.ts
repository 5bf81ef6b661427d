import {
  CORE_SCHEMA,
  DUMP_SCHEMA,
  type DumpOptions,
  defineScalarTag,
  dump,
  floatCoreTag,
  intCoreTag,
  load,
  NOT_RESOLVED,
  realMapTag,
  Schema,
  timestampTag,
  YAMLException,
} from 'js-yaml';
import type { FrontMatter } from '../../model/article';
import { fail, ok, type Result } from '../../model/result';
import type { FileProblem } from './problem';

/** Deepest nesting of lists and maps that is read. */
export const MAX_NESTING = 32;
/** Most values, with every alias written out. */
export const MAX_VALUES = 10_000;
/** Most aliases (`*name`); hand-written front matter has none or a few. */
export const MAX_ALIASES = 100;
/** Most UTF-16 code units of all text values, with every alias written out. */
const MAX_TEXT = 1024 * 1024;

/** A number stays a number only if it would be written back with the same characters: `007` and `1.0` are text. */
function faithful(core: typeof intCoreTag) {
  return defineScalarTag<number>(core.tagName, {
    implicit: true,
    implicitFirstChars: core.implicitFirstChars,
    resolve(source, isExplicit, tagName) {
      const number = core.resolve(source, isExplicit, tagName);
      return isExplicit || String(number) === source ? number : NOT_RESOLVED;
    },
    identify: core.identify,
    represent: core.represent,
  });
}

/** Strings, numbers, booleans, null, lists and maps; dates stay the text they are, unknown tags are refused. */
const READ_SCHEMA = CORE_SCHEMA.withTags(realMapTag, faithful(intCoreTag), faithful(floatCoreTag));

/**
 * Reads a front matter block (YAML 1.2 core schema) into plain data in the file's own order. Keys that mean something to
 * JavaScript (`__proto__`) are ordinary keys. Refuses what costs more to work through than front matter is worth.
 * @param firstLine the file's line on which the block starts, for the problem's line.
 */
export function readYaml(block: string, firstLine: number): Result<FrontMatter, FileProblem> {
  let loaded: unknown;
  try {
    loaded = load(spacesForTabs(block), { schema: READ_SCHEMA, maxDepth: MAX_NESTING, maxAliases: MAX_ALIASES });
  } catch (error) {
    if (isBlank(block)) return ok([]);
    return fail(problemOf(error, firstLine, block));
  }
  if (loaded === null) return ok([]);
  if (!(loaded instanceof Map)) return fail({ reason: 'not-a-mapping', line: firstLine });
  try {
    return ok(plainEntries(loaded, { values: MAX_VALUES, text: MAX_TEXT, depth: MAX_NESTING }));
  } catch (error) {
    if (error instanceof Refusal) return fail({ reason: error.reason, line: firstLine, detail: error.detail });
    throw error;
  }
}

/** Hard tabs at the start of a line become two spaces each, as Hexo does before it parses. */
function spacesForTabs(block: string): string {
  return block.replace(/^\t+/gm, (tabs) => '  '.repeat(tabs.length));
}

function isBlank(block: string): boolean {
  return block.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line));
}

function problemOf(error: unknown, firstLine: number, block: string): FileProblem {
  // js-yaml's safety notes ask to expect other errors than its own from hostile input.
  if (!(error instanceof YAMLException)) return { reason: 'bad-yaml', line: firstLine, detail: String(error) };
  // What is missing at the end is missing on the last line with words, not on the fence below it.
  const lastLine = block.trimEnd().split('\n').length - 1;
  const line = firstLine + Math.min(error.mark?.line ?? 0, lastLine);
  return { reason: reasonOf(error.reason), line, detail: error.reason };
}

function reasonOf(words: string): FileProblem['reason'] {
  if (words.includes('maxDepth')) return 'too-deep';
  if (words.includes('maxAliases')) return 'too-many-values';
  return words.includes('duplicated') ? 'duplicate-key' : 'bad-yaml';
}

/** Ends a conversion that has become too large; caught in `readYaml`. */
class Refusal extends Error {
  readonly reason: FileProblem['reason'];
  readonly detail?: string;

  constructor(reason: FileProblem['reason'], detail?: string) {
    super(reason);
    this.reason = reason;
    this.detail = detail;
  }
}

interface Budget {
  values: number;
  text: number;
  readonly depth: number;
}

function plainEntries(map: ReadonlyMap<unknown, unknown>, budget: Budget, depth = 1): [string, unknown][] {
  const seen = new Set<string>();
  return [...map].map(([key, value]) => {
    if (key === null || typeof key === 'object') throw new Refusal('bad-yaml', 'a key that is not text');
    const name = String(key);
    if (seen.has(name)) throw new Refusal('duplicate-key', name);
    seen.add(name);
    spend(name, budget);
    return [name, plain(value, budget, depth)];
  });
}

function plain(value: unknown, budget: Budget, depth: number): unknown {
  spend(value, budget);
  if (value === null || typeof value !== 'object') return value;
  if (depth >= budget.depth) throw new Refusal('too-deep');
  if (Array.isArray(value)) return value.map((item) => plain(item, budget, depth + 1));
  if (!(value instanceof Map)) throw new Refusal('bad-yaml');
  // `fromEntries` defines properties where assignment would call the `__proto__` setter.
  return Object.fromEntries(plainEntries(value, budget, depth + 1));
}

function spend(value: unknown, budget: Budget): void {
  budget.values--;
  budget.text -= typeof value === 'string' ? value.length : 0;
  if (budget.values < 0 || budget.text < 0) throw new Refusal('too-many-values');
}

/** Quotes whatever YAML 1.1 or 1.2 would read as something else than text, except dates, which files leave bare. */
const DUMP: DumpOptions = {
  schema: new Schema(DUMP_SCHEMA.tags.filter((tag) => tag !== timestampTag)),
  lineWidth: -1,
  noRefs: true,
};

/**
 * Writes front matter, without its fences, laid out as the seed of this format is: lists indented by one space under a
 * key that ends in a space, titles and urls in single quotes, other text bare where YAML allows. What `readYaml` reads
 * back is equal, and no line is a fence.
 */
export function writeYaml(frontMatter: FrontMatter): string {
  return frontMatter.map(([key, value]) => writeEntry(key, value)).join('');
}

function writeEntry(key: string, value: unknown): string {
  const entry = layOut(key, value);
  const back = readYaml(entry, 1);
  // Where js-yaml's writer slips (keys that start with dashes, blank lines around a text), JSON says the same in YAML.
  return back.ok && isSame(back.value, [[key, value]]) ? entry : `${JSON.stringify(key)}: ${JSON.stringify(value)}\n`;
}

function layOut(key: string, value: unknown): string {
  if (value === null) return `${writeKey(key)}:\n`;
  if (Array.isArray(value) && value.length > 0) {
    return `${writeKey(key)}: \n${written(value).replace(/^(?=.)/gm, ' ')}`;
  }
  const forceQuotes = typeof value === 'string' && (key === 'title' || /^[a-z][a-z\d+.-]*:\/\//i.test(value));
  return written(Object.fromEntries([[key, value]]), forceQuotes);
}

function written(value: unknown, forceQuotes = false): string {
  // The end-of-document line that `dump` adds after kept blank lines would end the front matter for other readers.
  return dump(value, { ...DUMP, forceQuotes }).replace(/\n\.\.\.\n$/, '\n');
}

/** A key as `dump` writes it before its colon. */
function writeKey(key: string): string {
  return dump(Object.fromEntries([[key, true]]), DUMP).slice(0, -': true\n'.length);
}

function isSame(a: FrontMatter, b: FrontMatter): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
