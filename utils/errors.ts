/**
 * The one place where something unexpected is written down: called at each entrypoint's edge with where it happened.
 * Errors that can be expected are `Result` values and never come here.
 */
export function reportError(where: string, error: unknown): void {
  if (isContextInvalidated(error)) return;
  // biome-ignore lint/suspicious/noConsole: the only console output of the extension, for people who look for it
  console.error(`Offprint: ${where}`, error);
}

/** True for what a page of an extension that was just updated or removed throws at every call: nothing can be done about it. */
export function isContextInvalidated(error: unknown): boolean {
  return error instanceof Error && error.message.includes('Extension context invalidated');
}
