import { createModel, effect, signal } from '@preact/signals';

/** Something that happened, said at the bottom of the screen, with the one thing that can be done about it. */
export interface ToastRequest {
  readonly message: string;
  readonly kind?: 'plain' | 'error';
  readonly action?: {
    readonly label: string;
    onAct(): void | Promise<void>;
  };
}

/** A toast that is shown. */
export interface Toast extends ToastRequest {
  readonly id: number;
}

/** How long a toast stays, in ms, and how much longer for each character of a long one: reading takes about 50 ms a character. */
const SHORTEST_STAY = 7_000;
const STAY_PER_CHARACTER = 60;

/** How many stand at a time; the rest wait. */
const MOST_SHOWN = 2;

/**
 * The toasts of one screen. Each stays at least 7 s, counted only while nobody points at or stands in them (`pause`, `resume`); more
 * than two wait their turn. `announcement` is what a screen reader is told.
 */
export const ToastsModel = createModel(() => {
  const shown = signal<readonly Toast[]>([]);
  const announcement = signal('');
  const waiting: Toast[] = [];
  const timers = new Map<number, { left: number; since: number; handle: ReturnType<typeof setTimeout> | null }>();
  let paused = false;
  let nextId = 1;

  function run(id: number) {
    const timer = timers.get(id);
    if (!timer || paused) return;
    timer.since = performance.now();
    timer.handle = setTimeout(() => dismiss(id), timer.left);
  }

  function stop(id: number) {
    const timer = timers.get(id);
    if (!timer?.handle) return;
    clearTimeout(timer.handle);
    timer.handle = null;
    timer.left = Math.max(1_500, timer.left - (performance.now() - timer.since));
  }

  function reveal() {
    while (shown.peek().length < MOST_SHOWN) {
      const toast = waiting.shift();
      if (!toast) return;
      const stay = Math.max(SHORTEST_STAY, toast.message.length * STAY_PER_CHARACTER);
      shown.value = [...shown.peek(), toast];
      announcement.value = toast.message;
      timers.set(toast.id, { left: stay, since: 0, handle: null });
      run(toast.id);
    }
  }

  function dismiss(id: number) {
    stop(id);
    timers.delete(id);
    shown.value = shown.peek().filter((toast) => toast.id !== id);
    const place = waiting.findIndex((toast) => toast.id === id);
    if (place >= 0) waiting.splice(place, 1);
    reveal();
  }

  effect(() => () => {
    for (const id of timers.keys()) stop(id);
    timers.clear();
  });

  const model = {
    shown,
    announcement,
    /** Shows a toast as soon as there is room; returns its id. */
    show(request: ToastRequest): number {
      const id = nextId++;
      waiting.push({ ...request, id });
      reveal();
      return id;
    },
    dismiss,
    /** Does what the toast offers and takes it away. */
    async act(id: number) {
      const toast = shown.peek().find((each) => each.id === id);
      if (!toast?.action) return;
      dismiss(id);
      await toast.action.onAct();
    },
    /** Does what the newest toast with an action offers; false when there is none. */
    actOnNewest(): boolean {
      const newest = shown.peek().findLast((toast) => toast.action);
      if (!newest) return false;
      void model.act(newest.id);
      return true;
    },
    /** Tells screen readers alone. */
    announce(message: string) {
      announcement.value = message;
    },
    pause() {
      paused = true;
      for (const id of timers.keys()) stop(id);
    },
    resume() {
      if (!paused) return;
      paused = false;
      for (const id of timers.keys()) run(id);
    },
  };
  return model;
});
