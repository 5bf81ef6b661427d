import { useSignal } from '@preact/signals';
import { TriangleAlert } from 'lucide';
import { useEffect } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { Library } from '../../utils/model/library';
import { isNearlyFull, type Room } from '../../utils/model/room';
import { bytesText } from '../ui/bytes';
import { Icon } from '../ui/Icon';
import styles from './RoomWarning.module.css';

/** How long after the page opened the room is looked at, in ms: asking takes the browser a while, in which nothing else is to wait. */
const FIRST_LOOK_AFTER = 400;

/** How long after a change of the library the room is looked at again, in ms: an import brings many. */
const LOOK_AFTER = 5_000;

interface RoomWarningProps {
  readRoom(): Promise<Room>;
  library: Pick<Library, 'subscribe'>;
  openStorage(): void;
}

/** Says that room runs out before a save fails for it; nothing while there is enough. */
export function RoomWarning({ readRoom, library, openStorage }: RoomWarningProps) {
  const left = useSignal<number | null>(null);

  useEffect(() => {
    const lifetime = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      timer = undefined;
      // A browser that does not tell has nothing to warn of.
      const room = await readRoom().catch(() => null);
      left.value = room && isNearlyFull(room) ? room.leftBytes : null;
    };
    timer = setTimeout(() => void look(), FIRST_LOOK_AFTER);
    library.subscribe(() => {
      timer ??= setTimeout(() => void look(), LOOK_AFTER);
    }, lifetime.signal);
    return () => {
      lifetime.abort();
      clearTimeout(timer);
    };
  }, [readRoom, library]);

  return (
    <div role="status">
      {left.value !== null && (
        <p class={styles.warning}>
          <Icon icon={TriangleAlert} size={16} />
          <span>{t('roomWarning', bytesText(left.value))}</span>
          <button type="button" class={styles.link} onClick={openStorage}>
            {t('roomMake')}
          </button>
        </p>
      )}
    </div>
  );
}
