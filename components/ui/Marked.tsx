/** Text of which some stretches, ascending, are marked. */
export function Marked({ text, marks }: { text: string; marks: readonly (readonly [start: number, end: number])[] }) {
  return (
    <>
      {marks.map(([start, end], i) => [
        text.slice(marks[i - 1]?.[1] ?? 0, start),
        <mark key={start}>{text.slice(start, end)}</mark>,
      ])}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
