import styles from './Skeleton.module.css';

/** The place of something that is still being read; hidden from screen readers. `width` is any CSS length. */
export function Skeleton({
  width = '100%',
  height = '0.8em',
  class: extra,
}: {
  width?: string;
  height?: string;
  class?: string;
}) {
  return (
    <span
      aria-hidden="true"
      class={[styles.skeleton, extra ?? ''].join(' ')}
      style={{ inlineSize: width, blockSize: height }}
    />
  );
}
