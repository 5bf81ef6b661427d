import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { RowWords } from '../library/row-words';
import type { Counts } from './queue-model';

/** How often the progress is said at most, in ms: with a page a second, each one would talk over all else. */
const QUIET = 30_000;

/** Tells screen readers how far the queue is: at its end, and now and then on the way. */
export function useAnnouncements(counts: Counts, words: RowWords, announce: (message: string) => void): void {
  const before = useRef<Counts | null>(null);
  const saidAt = useRef(0);
  useEffect(() => {
    const was = before.current;
    before.current = counts;
    if (!was || was.open === counts.open) return;
    const now = Date.now();
    if (was.open > 0 && counts.open === 0 && counts.all > 0) {
      announce(t('queueFinished', words.number(counts.done), words.number(counts.failed)));
    } else if (counts.open < was.open && now - saidAt.current >= QUIET) {
      announce(t('queueDone', words.number(counts.all - counts.open), words.number(counts.all)));
    } else return;
    saidAt.current = now;
  }, [counts, words, announce]);
}
