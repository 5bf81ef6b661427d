import { Check } from 'lucide';
import { t, tCount } from '../../utils/i18n';
import { type Day, isDay } from '../../utils/model/day';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { Popover } from '../ui/Popover';
import { dayWords } from './filter-words';
import type { Dating, LibraryActions } from './library-actions';
import styles from './ReadByPicker.module.css';
import { dayChoices } from './read-by-choices';

interface ReadByPickerProps {
  dating: Dating;
  actions: InstanceType<typeof LibraryActions>;
  /** The row or button it stands by. */
  anchor: { readonly current: HTMLElement | null };
  language: string;
  today: Day;
}

/** The day by which articles are to be read: the usual ones by a press or the arrow keys, any other by its date. */
export function ReadByPicker({ dating, actions, anchor, language, today }: ReadByPickerProps) {
  const title = tCount('libraryReadByOf', dating.ids.length);
  const choose = (day: Day | null) => void actions.chooseDay(day);
  return (
    <Popover
      anchor={anchor}
      class={styles.picker}
      role="dialog"
      aria-label={title}
      onClose={actions.endDating}
      onKeyDown={moveAmongChoices}
    >
      <p class={styles.title}>{title}</p>
      {dayChoices(today).map(({ label, day }) => (
        <button
          key={label}
          type="button"
          class={styles.choice}
          aria-pressed={day === dating.day}
          onClick={() => choose(day)}
        >
          <span class={styles.icon}>{day === dating.day && <Icon icon={Check} size={16} />}</span>
          <span>{t(label)}</span>
          <span class={styles.day}>{dayWords(day, language)}</span>
        </button>
      ))}
      <form
        class={styles.other}
        onSubmit={(event) => {
          event.preventDefault();
          const day = new FormData(event.currentTarget).get('day');
          if (typeof day === 'string' && isDay(day)) choose(day);
        }}
      >
        <Field label={t('libraryReadByDate')}>
          {(control) => (
            <input {...control} type="date" name="day" required min={today} defaultValue={dating.day ?? ''} />
          )}
        </Field>
        <Button type="submit">{t('editDone')}</Button>
      </form>
      {dating.day !== null && (
        <button type="button" class={styles.choice} onClick={() => choose(null)}>
          <span class={styles.icon} />
          <span>{t('libraryReadByNone')}</span>
        </button>
      )}
    </Popover>
  );
}

function moveAmongChoices(event: KeyboardEvent & { currentTarget: HTMLElement }) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const target = event.target as HTMLElement;
  // Keys of the list behind, and of the date, are not for here.
  if (event.key.length === 1) event.stopPropagation();
  if (step === 0 || target.matches('input')) return;
  const choices = [...event.currentTarget.querySelectorAll<HTMLElement>('button, input')];
  choices[(choices.indexOf(target) + step + choices.length) % choices.length]?.focus();
  event.preventDefault();
  event.stopPropagation();
}
