import { strToU8, zipSync } from 'fflate';

/** A file to put into an archive. */
export interface ArchiveFile {
  /** A bare file name, as `exportFileName` makes them. */
  readonly name: string;
  /** Text is written as UTF-8 without byte order mark. */
  readonly bytes: Uint8Array | string;
}

/** The zip format's first day: one moment for every entry, so that the same files make the same archive. */
const NO_TIME = new Date(1980, 0, 1);

/** Empty, a folder, a path, or the one name that the zip library loses. */
const NOT_A_NAME = /^(?:\.{0,2}|.*[/\\:].*|__proto__)$/s;

/** Packs files into a zip. Throws a `RangeError` for a name given twice or one that would leave the folder. */
export function zipFiles(files: readonly ArchiveFile[]): Uint8Array {
  const names = new Set<string>();
  for (const { name } of files) {
    if (NOT_A_NAME.test(name) || name.includes('\0') || names.has(name)) {
      throw new RangeError(`Not a file name of its own: ${name}`);
    }
    names.add(name);
  }
  const entries = files.map(({ name, bytes }) => [name, typeof bytes === 'string' ? strToU8(bytes) : bytes] as const);
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: NO_TIME });
}
