type Listener = (changes: Record<string, { newValue: unknown }>) => void;

/** What is stored, by key. */
export const stored = new Map<string, unknown>();
const listeners = new Set<Listener>();

/** A page has no extension storage: this stands where a browser has it, as asynchronous as the real one. */
export const area = {
  async get(asked: string | readonly string[] | null) {
    const keys = asked === null ? [...stored.keys()] : [asked].flat();
    return Object.fromEntries(
      keys.flatMap((key) => (stored.has(key) ? [[key, structuredClone(stored.get(key))]] : [])),
    );
  },
  async set(items: Record<string, unknown>) {
    await Promise.resolve();
    for (const [key, value] of Object.entries(items)) stored.set(key, structuredClone(value));
    const changes = Object.fromEntries(Object.entries(items).map(([key, newValue]) => [key, { newValue }]));
    for (const listener of listeners) queueMicrotask(() => listener(changes));
  },
  async remove(key: string) {
    stored.delete(key);
    for (const listener of listeners) queueMicrotask(() => listener({ [key]: { newValue: undefined } }));
  },
  onChanged: {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
  },
};

Object.assign(chrome, { storage: { local: area } });
