import { FileUp } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { Icon } from '../ui/Icon';
import { droppedFiles } from './dropped-files';
import styles from './FileDrop.module.css';

/** A place where files, and folders of them, can be dropped anywhere; while they are dragged over it, it says so. */
export function FileDrop({ onDrop, children }: { onDrop(files: File[]): void; children: ComponentChildren }) {
  const [isOver, setIsOver] = useState(false);
  // Entering a child comes before leaving its parent, so what counts is how many were entered and not left.
  const depth = useRef(0);
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  const end = () => {
    depth.current = 0;
    setIsOver(false);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shorter way to the import button
    <div
      class={styles.drop}
      onDragEnter={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        depth.current += 1;
        setIsOver(true);
      }}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      }}
      onDragLeave={(event) => {
        if (!holdsFiles(event)) return;
        depth.current -= 1;
        if (depth.current <= 0) end();
      }}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        end();
        const dropped = event.dataTransfer ? droppedFiles(event.dataTransfer) : [];
        if (dropped instanceof Promise) void dropped.then(onDrop);
        else if (dropped.length > 0) onDrop(dropped);
      }}
    >
      {children}
      {isOver && (
        <div class={styles.overlay}>
          <span class={styles.sheet}>
            <Icon icon={FileUp} size={30} />
          </span>
          <p class={styles.title}>{t('importDrop')}</p>
          <p class={styles.hint}>{t('importDropHint')}</p>
        </div>
      )}
    </div>
  );
}
