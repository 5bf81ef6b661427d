/**
 * `work` as something that may be asked for at any time: it never runs twice at once, and what is asked while it runs leads
 * to one more run after it. Each call resolves when no run is left. `work` must not reject.
 */
export function coalesced(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;

  async function run() {
    do {
      again = false;
      await work();
    } while (again);
    running = null;
  }

  return () => {
    again = true;
    running ??= run();
    return running;
  };
}
