import { at } from '../../tools/project.mjs';

/** The weights there are, by the pages they were learned on: `all` is what ships, `look` has seen no page of the half that is measured. */
export const WEIGHTS_OF = {
  all: at('utils/extraction/leftovers/weights.json'),
  look: at('tests/bench/extraction/look-weights.json'),
} as const;
