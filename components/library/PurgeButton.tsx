import { Trash } from 'lucide';
import { Button } from '../ui/Button';

interface PurgeButtonProps {
  /** Pressed once: the next press does it. */
  isArmed: boolean;
  label: string;
  /** What the next press does. */
  armedLabel: string;
  class?: string;
  onClick(): void;
  /** The focus went elsewhere: the question is off. */
  onLeave(): void;
}

/** A button for what cannot be undone: pressed once it says what the second press does. */
export function PurgeButton({ isArmed, label, armedLabel, class: extra, onClick, onLeave }: PurgeButtonProps) {
  return (
    <Button
      kind={isArmed ? 'danger' : 'quiet'}
      icon={Trash}
      class={extra}
      onClick={onClick}
      onBlur={() => isArmed && onLeave()}
    >
      {isArmed ? armedLabel : label}
    </Button>
  );
}
