/** Hands a file to the reader as a download; needs no permission because it comes from a click on a page of ours. */
export function download(file: { readonly name: string; readonly type: string; readonly data: BlobPart }): void {
  const url = URL.createObjectURL(new Blob([file.data], { type: file.type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // The browser reads the blob after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
