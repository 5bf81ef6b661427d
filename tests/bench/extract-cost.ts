import { Readability } from '@mozilla/readability';
import { capturePage } from '../../utils/extraction/extract';
import type { CaptureAnswer } from '../../utils/model/capture';

/** What extracting one page costs, in ms, medians of the rounds measured. */
export interface ExtractCost {
  /** The whole of `extractArticle`. */
  readonly whole: number;
  /** `new Readability(document.cloneNode(true)).parse()` on the same document: it takes apart what it is given, so a live page must be cloned. */
  readonly readability: number;
  readonly stages: CaptureAnswer['milliseconds'];
}

/**
 * Times the extraction of a document in the browser it runs in, against Readability alone in the same run. The two take turns, so
 * that a busy machine slows both; the first round only warms up. The document is left as it is.
 */
export function measureExtractCost(document: Document, url: string, rounds = 9): ExtractCost {
  const answers: CaptureAnswer['milliseconds'][] = [];
  const alone: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const { milliseconds } = capturePage(document, url);
    const started = performance.now();
    new Readability(document.cloneNode(true) as Document).parse();
    const elapsed = performance.now() - started;
    if (round === 0) continue;
    answers.push(milliseconds);
    alone.push(elapsed);
  }
  const stage = (name: keyof CaptureAnswer['milliseconds']) => median(answers.map((answer) => answer[name]));
  const whole = stage('total');
  const readability = median(alone);
  return {
    whole,
    readability,
    stages: {
      prepare: stage('prepare'),
      readability: stage('readability'),
      clean: stage('clean'),
      metadata: stage('metadata'),
      total: whole,
    },
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? 0;
}
