/** A hybrid logical time: fixed-width text (see `utils/library/clock.ts`) whose alphabetical order is its order in time. */
export type HybridTime = string;

/** One installation of Offprint, a random UUID made on first use. */
export type DeviceId = string;

/** A mutable field with the moment and device of its last change, so that two libraries merge field by field, newest wins. */
export interface Stamped<T> {
  readonly value: T;
  readonly time: HybridTime;
  readonly device: DeviceId;
}

/** The later of two stamps of one field; device ids break a tie, so every library picks the same one. */
export function newer<T>(a: Stamped<T>, b: Stamped<T>): Stamped<T> {
  if (a.time !== b.time) return a.time > b.time ? a : b;
  return a.device >= b.device ? a : b;
}
