import { table } from '../table';

/** One thing measured of a library. */
export interface Figure {
  readonly label: string;
  readonly value: number;
  /** The value with its unit, for people. */
  readonly text: string;
}

/** A figure in ms. */
export function inMs(label: string, value: number): Figure {
  return { label, value, text: `${value.toFixed(1)} ms` };
}

/** A table of figures by size of library, each size after the first with how many times that of the size before it is. */
export function byGrowth(sizes: ReadonlyMap<number, readonly Figure[]>): string {
  const columns = [...sizes];
  const labels = columns[0]?.[1].map(({ label }) => label) ?? [];
  const heading = columns.flatMap(([size], i) => (i === 0 ? [nameOf(size)] : [nameOf(size), 'times']));
  const rows = labels.map((label) => {
    const found = columns.map(([, figures]) => figures.find((figure) => figure.label === label));
    return [label, ...found.flatMap((figure, i) => cellsOf(figure, i === 0 ? undefined : found[i - 1]?.value, i > 0))];
  });
  return table(['', ...heading], rows);
}

function nameOf(size: number): string {
  return size.toLocaleString('en');
}

function cellsOf(figure: Figure | undefined, before: number | undefined, hasGrowth: boolean): string[] {
  const text = figure?.text ?? '-';
  if (!hasGrowth) return [text];
  return [text, figure && before ? (figure.value / before).toFixed(2) : '-'];
}
