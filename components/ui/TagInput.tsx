import { X } from 'lucide';
import { useId, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { Icon } from './Icon';
import styles from './TagInput.module.css';
import { cleanTag, splitTags, suggestTags, tagKey } from './tag-text';

/** Suggestions drawn at a time. */
const MOST_SUGGESTED = 6;

interface TagInputProps {
  /** Name of the box for screen readers. */
  label: string;
  tags: readonly string[];
  /** Tags to offer, best first; those already in `tags` are left out. */
  suggestions: readonly string[];
  placeholder?: string;
  autofocus?: boolean;
  /** Called with a clean tag that is not in `tags`. */
  onAdd(tag: string): void;
  onRemove(tag: string): void;
}

/**
 * Tags as chips with a box to add more: Enter or a comma adds what is typed or the suggestion chosen by arrow keys, Backspace in the
 * empty box takes the last one off, Escape closes the suggestions. Pasted lists are taken apart.
 */
export function TagInput({ label, tags, suggestions, placeholder, autofocus, onAdd, onRemove }: TagInputProps) {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [said, setSaid] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const typed = cleanTag(text);
  const matching = suggestTags(text, suggestions, tags, MOST_SUGGESTED);
  const isOpen = open && matching.length > 0;

  const add = (wanted: readonly string[]) => {
    const taken = new Set(tags.map(tagKey));
    for (const tag of wanted) {
      const known = suggestions.find((suggestion) => tagKey(suggestion) === tagKey(tag)) ?? tag;
      if (taken.has(tagKey(known))) continue;
      taken.add(tagKey(known));
      setSaid(t('tagInputAdded', known));
      onAdd(known);
    }
    setText('');
    setActive(-1);
    // What is below the box can be pressed again.
    setOpen(false);
  };

  const remove = (tag: string) => {
    setSaid(t('tagInputRemoved', tag));
    onRemove(tag);
    input.current?.focus();
  };

  const onInput = (value: string, composing: boolean) => {
    if (!composing && splitTags(value).length > 0 && /[,，、;；\n]/.test(value)) {
      add(splitTags(value));
      return;
    }
    setText(value);
    setOpen(true);
    setActive(-1);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const move = (step: number) => {
      setOpen(true);
      const places = matching.length + 1;
      setActive(((active + 1 + step + places) % places) - 1);
    };
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && (isOpen || typed)) {
      const chosen = isOpen ? matching[active] : undefined;
      if (!chosen && !typed) return;
      add([chosen ?? typed]);
    } else if (event.key === 'Escape' && isOpen && (active >= 0 || text !== '')) {
      setOpen(false);
      setActive(-1);
      event.stopPropagation();
    } else if (event.key === 'Backspace' && text === '') {
      const last = tags.at(-1);
      if (last) remove(last);
    } else return;
    event.preventDefault();
  };

  return (
    <div class={styles.root}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: pressing beside a chip only reaches the box, which keys reach by themselves */}
      <div
        class={styles.box}
        onClick={({ target, currentTarget }) => target === currentTarget && input.current?.focus()}
      >
        {tags.map((tag) => (
          <span key={tag} class={styles.chip}>
            <bdi class={styles.name}>{tag}</bdi>
            <button
              type="button"
              class={styles.remove}
              aria-label={t('tagInputRemove', tag)}
              onClick={() => remove(tag)}
            >
              <Icon icon={X} size={12} />
            </button>
          </span>
        ))}
        <input
          ref={input}
          class={styles.input}
          role="combobox"
          aria-label={label}
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && active >= 0 ? `${id}-${active}` : undefined}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="done"
          autofocus={autofocus}
          dir="auto"
          placeholder={placeholder ?? t('tagInputPlaceholder')}
          value={text}
          onInput={(event) => onInput(event.currentTarget.value, event.isComposing)}
          onCompositionEnd={(event) => onInput(event.currentTarget.value, false)}
          onPaste={(event) => {
            const pasted = splitTags(event.clipboardData?.getData('text') ?? '');
            if (pasted.length < 2) return;
            event.preventDefault();
            add(pasted);
          }}
          onFocus={() => setOpen(true)}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={t('tagInputSuggestions')} class={styles.list} hidden={!isOpen}>
        {isOpen &&
          matching.map((tag, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the focus stays in the box, which handles the keys and points here by aria-activedescendant
            <div
              key={tag}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              class={styles.option}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => add([tag])}
            >
              <bdi>{tag}</bdi>
            </div>
          ))}
      </div>
      <p role="status" class="visually-hidden">
        {said}
      </p>
    </div>
  );
}
