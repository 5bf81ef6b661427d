/** How much room the browser gives, by its own count. */
export interface Room {
  /** Whether it promised never to clear what is stored. */
  readonly isPersistent: boolean;
  readonly usedBytes: number;
  /** What may be stored yet; null when the browser does not say. */
  readonly leftBytes: number | null;
}

/**
 * With less room than this people are told before a save fails: enough for some fifty articles with ten pictures of 400 kB each,
 * which leaves time to make room.
 */
export const NEARLY_FULL_BYTES = 200_000_000;

/** Whether people should make room soon. */
export function isNearlyFull({ leftBytes }: Pick<Room, 'leftBytes'>): boolean {
  return leftBytes !== null && leftBytes < NEARLY_FULL_BYTES;
}
