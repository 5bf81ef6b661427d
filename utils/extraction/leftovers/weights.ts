import learned from './weights.json';

/** Learned by `npm run train:extraction`: how much each feature speaks for a block being a leftover, and all blocks together. */
const LEARNED: Readonly<Record<string, number>> = learned;

/** The sum that every block begins with. */
export const BIAS = LEARNED.bias ?? 0;

type Answer = string | number;

/** What is asked → the answer → its weight, and → the second answer → the weight of both. */
const BY_ONE = new Map<string, Map<Answer | undefined, number>>();
const BY_TWO = new Map<string, Map<Answer, Map<Answer, number>>>();

for (const [name, weight] of Object.entries(LEARNED)) {
  const [what, rest] = split(name, ':');
  const [answer, other] = split(rest ?? '', '/');
  inner(BY_ONE, what).set(rest === undefined ? rest : asSaid(rest), weight);
  if (other !== undefined) inner(inner(BY_TWO, what), asSaid(answer)).set(asSaid(other), weight);
}

/** The weight of what holds for a block. Looked up step by step: a name for it would have to be put together first, fifty times a block. */
export function weightOf(what: string, answer?: Answer, other?: Answer): number {
  if (other === undefined) return BY_ONE.get(what)?.get(answer) ?? 0;
  return (
    BY_TWO.get(what)
      ?.get(answer ?? '')
      ?.get(other) ?? 0
  );
}

/** The weight of a feature by its whole name. */
export function weightByName(name: string): number {
  return LEARNED[name] ?? 0;
}

function split(text: string, at: string): [string, string | undefined] {
  const place = text.indexOf(at);
  return place < 0 ? [text, undefined] : [text.slice(0, place), text.slice(place + 1)];
}

/** Figures are said as numbers. */
function asSaid(text: string): Answer {
  return /^[\d.]+$/.test(text) ? Number(text) : text;
}

function inner<A, B, V>(outer: Map<A, Map<B, V>>, key: A): Map<B, V> {
  const known = outer.get(key) ?? new Map<B, V>();
  outer.set(key, known);
  return known;
}
