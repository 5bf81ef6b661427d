import type { LibraryChange } from '../model/library';

/** News of one library, heard in every context of the extension. Content scripts cannot hear it. */
export interface Changes<Change = LibraryChange> {
  /** Call after the transaction has completed. */
  announce(change: Change): void;
  subscribe(listener: (change: Change) => void, signal: AbortSignal): void;
}

/** The news channel of the library called `name`, or of a part of it that has news of its own. */
export function libraryChanges<Change = LibraryChange>(name: string): Changes<Change> {
  const channelName = `offprint:${name}`;
  let outgoing: BroadcastChannel | null = null;
  return {
    announce(change) {
      outgoing ??= new BroadcastChannel(channelName);
      outgoing.postMessage(change);
    },
    subscribe(listener, signal) {
      if (signal.aborted) return;
      // A channel of its own: a channel never hears itself, and this context must hear of its own changes too.
      const incoming = new BroadcastChannel(channelName);
      incoming.addEventListener('message', ({ data }: MessageEvent<Change>) => listener(data), { signal });
      signal.addEventListener('abort', () => incoming.close(), { once: true });
    },
  };
}
