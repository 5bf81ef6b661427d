import { type Signal, signal } from '@preact/signals';

/** The one picture that the popup shows of the page. */
export interface ShownPicture {
  /** A `data:` or `blob:` address; null while there is none. */
  readonly address: Signal<string | null>;
  /** Shows a picture unless there is one already; a `blob:` that is not shown is given back. */
  show(url: string | null): void;
}

/** None yet. When `closing` is aborted the picture's memory is given back, and no other is shown. */
export function createShownPicture(closing: AbortSignal): ShownPicture {
  const address = signal<string | null>(null);
  closing.addEventListener('abort', () => address.peek() && revoke(address.peek() as string));
  return {
    address,
    show(url) {
      if (url && (closing.aborted || address.peek())) revoke(url);
      else if (url) address.value = url;
    },
  };
}

function revoke(url: string) {
  if (url.startsWith('blob:')) URL.revokeObjectURL(url);
}
