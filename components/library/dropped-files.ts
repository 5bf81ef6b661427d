/** What an import takes from a folder: what the button beside it offers to pick. Folders hold much besides. */
const TEXT_FILE = /\.(?:md|markdown|txt)$/i;

/** Folders in which programs keep their own files: `.obsidian`, `.git`, `.trash`. */
const HIDDEN = /^\./;

/**
 * What was dropped: files at once, as they are; where there is a folder among them, a promise of them and of every text file in it and in its
 * folders, in the order of their names. To be called while the event is handled, after which the browser tells nothing more.
 */
export function droppedFiles(transfer: DataTransfer): File[] | Promise<File[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return entries.some(isFolder) ? filesOf(entries, () => true) : [...transfer.files];
}

async function filesOf(entries: readonly FileSystemEntry[], isWanted: (name: string) => boolean): Promise<File[]> {
  const files: File[] = [];
  for (const entry of entries) {
    if (isFolder(entry)) files.push(...(await filesIn(entry)));
    else if (isWanted(entry.name)) files.push(await fileOf(entry as FileSystemFileEntry));
  }
  return files;
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const all = await entriesOf(folder).catch(() => null);
  if (!all) return [unreadable(folder)];
  const entries = all.filter(({ name }) => !HIDDEN.test(name));
  const inOrder = entries.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return filesOf(inOrder, (name) => TEXT_FILE.test(name));
}

/** A reader gives a folder's entries some at a time, and none once it has given all. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const more = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (more.length === 0) return entries;
    entries.push(...more);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(unreadable(entry))));
}

/** In the place of what cannot be opened a file that cannot be read: the import says so, and goes on with the others. */
function unreadable({ name }: FileSystemEntry): File {
  return new File(['\0'], name);
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
