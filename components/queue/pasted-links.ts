import { findAddresses } from '../../utils/queue/find-addresses';

/** Of a part of a page, whose links are not in its plain text, the links are pasted. */
export function pasteLinks(
  event: ClipboardEvent & { currentTarget: HTMLTextAreaElement },
  change: (text: string) => void,
) {
  const plain = event.clipboardData?.getData('text/plain') ?? '';
  const links = findAddresses(event.clipboardData?.getData('text/html') ?? '');
  if (links.length === 0 || findAddresses(plain).length > 0) return;
  event.preventDefault();
  const box = event.currentTarget;
  const lines = links.map(({ url }) => `${url}\n`).join('');
  box.setRangeText(lines, box.selectionStart, box.selectionEnd, 'end');
  change(box.value);
}

/** A file that is dropped on the box is read into it. */
export function dropText(event: DragEvent & { currentTarget: HTMLTextAreaElement }, change: (text: string) => void) {
  const [file] = event.dataTransfer?.files ?? [];
  if (!file) return;
  event.preventDefault();
  const before = event.currentTarget.value;
  void file.text().then((text) => change(before ? `${before}\n${text}` : text));
}
