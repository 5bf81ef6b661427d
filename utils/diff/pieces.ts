/** A text's paragraphs: what blank lines part, white space within a line made one space, so that only words can differ. */
export function paragraphsOf(text: string): string[] {
  return text
    .normalize()
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .trim(),
    )
    .filter((paragraph) => paragraph !== '');
}

/** A text in words and what stands between them, by the dictionary where a script has no spaces; joined they are the text. */
export function wordsOf(text: string): string[] {
  return segments(text, 'word');
}

/** A text in sentences; joined they are the text. */
export function sentencesOf(text: string): string[] {
  return segments(text, 'sentence');
}

/**
 * A stretch of a text that ends before white space or punctuation: some engines take time that grows with the square of what they
 * segment at once, 200,000 characters a minute and more.
 */
const STRETCH = /[\s\S]{1,2000}[^\s\p{P}]{0,200}/gu;

/** Made once: making one takes longer than most texts. The language matters to neither dictionary nor full stops. */
const segmenters = new Map<'word' | 'sentence', Intl.Segmenter>();

function segments(text: string, granularity: 'word' | 'sentence'): string[] {
  const segmenter = segmenters.get(granularity) ?? new Intl.Segmenter(undefined, { granularity });
  segmenters.set(granularity, segmenter);
  const stretches = text.match(STRETCH) ?? [];
  return stretches.flatMap((stretch) => Array.from(segmenter.segment(stretch), ({ segment }) => segment));
}
