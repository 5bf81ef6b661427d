import styles from './Choice.module.css';

interface ChoiceProps<T extends string> {
  /** Names the group, and is said with the chosen option when it changes. */
  legend: string;
  /** Unique on the page: the radio group's name. */
  name: string;
  options: ReadonlyArray<{ readonly value: T; readonly label: string }>;
  value: T;
  onChange(value: T, label: string): void;
}

/** One of a few, side by side: native radio buttons drawn as segments. */
export function Choice<T extends string>({ legend, name, options, value, onChange }: ChoiceProps<T>) {
  return (
    <fieldset class={styles.choice}>
      <legend>{legend}</legend>
      <div class={styles.options}>
        {options.map((option) => (
          <label key={option.value} class={styles.option}>
            <input
              type="radio"
              class={styles.radio}
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value, option.label)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
