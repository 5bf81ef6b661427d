import { useLayoutEffect, useRef } from 'preact/hooks';
import { t, uiLanguage } from '../../utils/i18n';
import { Button } from '../ui/Button';
import styles from './StorageScreen.module.css';
import type { Task, TaskModel, TaskName } from './task-model';

const WORDS = {
  survey: 'storageTaskSurvey',
  repair: 'storageTaskRepair',
  reindex: 'storageTaskReindex',
  pictures: 'storageTaskPictures',
  versions: 'storageTaskVersions',
  missing: 'storageTaskMissing',
  'put-back': 'storageTaskPutBack',
} as const satisfies Record<TaskName, string>;

interface TaskProgressProps {
  tasks: InstanceType<typeof TaskModel>;
  /** The work that is told of here. */
  names: readonly TaskName[];
}

/** How far the work of a section is, with a way to stop it; nothing while there is none. That it began is announced, each step is not. */
export function TaskProgress({ tasks, names }: TaskProgressProps) {
  const task = tasks.task.value;
  const mine = task && names.includes(task.name) ? task : null;
  return (
    <>
      <p role="status" class="visually-hidden">
        {mine && t(WORDS[mine.name])}
      </p>
      {mine && <Running task={mine} onStop={tasks.stop} />}
    </>
  );
}

function Running({ task: { name, done, total, isStopping }, onStop }: { task: Task; onStop(): void }) {
  const words = t(WORDS[name]);
  const number = new Intl.NumberFormat(uiLanguage());
  const box = useRef<HTMLDivElement>(null);

  // The focus does not go with the button that stops the work.
  useLayoutEffect(() => {
    const shown = box.current;
    return () => {
      if (!shown?.contains(document.activeElement)) return;
      const others = [...(shown.closest('section')?.querySelectorAll('button') ?? [])];
      others.find((button) => !shown.contains(button))?.focus();
    };
  }, []);

  return (
    <div class={styles.task} ref={box}>
      <p class={styles.taskWords}>
        <span aria-hidden="true">{words}</span>
        {total > 0 && <span class={styles.soft}>{t('storageOf', number.format(done), number.format(total))}</span>}
      </p>
      <progress class={styles.progress} aria-label={words} {...(total > 0 ? { value: done, max: total } : {})} />
      <Button kind="quiet" aria-disabled={isStopping || undefined} onClick={onStop}>
        {t(isStopping ? 'storageStopping' : 'storageStop')}
      </Button>
    </div>
  );
}
