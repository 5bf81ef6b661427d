import { useSignal } from '@preact/signals';
import { ListPlus } from 'lucide';
import { useEffect, useMemo } from 'preact/hooks';
import { t, tCount } from '../../utils/i18n';
import { findAddresses } from '../../utils/queue/find-addresses';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { TagInput } from '../ui/TagInput';
import styles from './AddPages.module.css';
import { dropText, pasteLinks } from './pasted-links';
import type { QueueActions } from './queue-actions';
import type { QueuePorts } from './queue-ports';
import { TabButtons } from './TabButtons';

/** How long typing has to rest before addresses are counted, in ms: 5,000 take about 150 ms. */
const TYPING_REST = 150;

interface AddPagesProps {
  ports: QueuePorts;
  actions: InstanceType<typeof QueueActions>;
}

/** Where pages are put into the queue: a box for anything that holds addresses, the open tabs, and tags for all of them. */
export function AddPages({ ports, actions }: AddPagesProps) {
  const text = useSignal('');
  const tags = useSignal<readonly string[]>([]);
  const known = useSignal<readonly string[]>([]);
  const isMissing = useSignal(false);
  const settled = useSettled(text.value);
  const count = useMemo(() => findAddresses(settled).length, [settled]);
  const isAdding = actions.isAdding.value;

  useEffect(() => {
    void ports.knownTags().then((found) => (known.value = found));
  }, [ports, known]);

  const change = (value: string) => {
    text.value = value;
    isMissing.value = false;
  };
  const add = async () => {
    const entries = findAddresses(text.peek());
    isMissing.value = entries.length === 0;
    if (entries.length > 0 && (await actions.add(entries, tags.peek()))) text.value = '';
  };

  return (
    <section class={styles.card}>
      <form
        class={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Field
          label={t('queueAddresses')}
          hint={t('queueAddressesHint')}
          error={isMissing.value ? t('queueNoAddress') : null}
        >
          {(control) => (
            <textarea
              {...control}
              class={styles.text}
              rows={4}
              spellcheck={false}
              dir="auto"
              value={text.value}
              onInput={({ currentTarget }) => change(currentTarget.value)}
              onPaste={(event) => pasteLinks(event, change)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => dropText(event, change)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void add();
              }}
            />
          )}
        </Field>
        <div class={styles.tags}>
          <p aria-hidden="true" class={styles.label}>
            {t('queueTags')}
          </p>
          <TagInput
            label={t('queueTags')}
            tags={tags.value}
            suggestions={known.value}
            onAdd={(tag) => (tags.value = [...tags.peek(), tag])}
            onRemove={(tag) => (tags.value = tags.peek().filter((each) => each !== tag))}
          />
        </div>
        <p class={styles.buttons}>
          <Button type="submit" kind="primary" icon={ListPlus} disabled={isAdding}>
            {isAdding ? t('queueAdding') : t('queueAdd')}
          </Button>
          <span role="status" class={styles.soft}>
            {count > 0 && tCount('queueFound', count)}
          </span>
        </p>
      </form>
      <TabButtons isAdding={isAdding} onAdd={(scope) => void actions.addTabs(scope, tags.peek())} />
    </section>
  );
}

/** The text once it has not changed for a moment. */
function useSettled(text: string): string {
  const settled = useSignal(text);
  useEffect(() => {
    const timer = setTimeout(() => (settled.value = text), TYPING_REST);
    return () => clearTimeout(timer);
  }, [text, settled]);
  return settled.value;
}
