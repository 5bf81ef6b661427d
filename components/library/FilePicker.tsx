import type { IconNode } from 'lucide';
import { useRef } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { Button } from '../ui/Button';

interface FilePickerProps {
  onPick(files: File[]): void;
  icon: IconNode;
  kind: 'quiet' | 'plain' | 'primary';
  /** Shown on the button beside its icon. */
  label?: string;
}

/** A button that asks for Markdown files to import. */
export function FilePicker({ onPick, icon, kind, label }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        kind={kind}
        icon={icon}
        label={label ? undefined : t('libraryImport')}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".md,.markdown,.txt,text/markdown,text/plain"
        aria-label={t('libraryImport')}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // Emptied, so that the same file can be picked again.
          currentTarget.value = '';
          if (files.length > 0) onPick(files);
        }}
      />
    </>
  );
}
