import { openLibrary } from '../../utils/library/library';
import type { ArticleId } from '../../utils/model/article';
import type { Library } from '../../utils/model/library';
import { random } from './random';
import { anArticle, anImage, aPicture } from './support';

/** What a context is asked to do to one article, as fast as it can. */
export interface Blows {
  readonly name: string;
  readonly id: ArticleId;
  /** What its tags, texts and marks begin with: no other context's do. */
  readonly side: string;
  readonly seed: number;
  readonly count: number;
}

/** What a context did that must be there in the end. */
export interface Marks {
  /** By tag, whether this context put it on or took it off last. */
  readonly tags: Readonly<Record<string, boolean>>;
  /** The texts it saved. */
  readonly texts: readonly string[];
  /** What it wrote into the text that was shown. */
  readonly notes: readonly string[];
  /** What did not succeed. */
  readonly failures: readonly string[];
}

/** The text of an article that a context saves. */
export function blowText(side: string, turn: number): string {
  return `Saved by ${side} as ${side}x${turn}.`;
}

/**
 * Does everything that a page or the worker does to an article, several things at a time, in an order that looks random. `notes` says
 * whether it writes into the text shown, which a save by another context may put aside.
 */
export async function hammer(library: Library, { id, side, seed, count }: Blows, notes: boolean): Promise<Marks> {
  const dice = random(seed);
  const tags: Record<string, boolean> = {};
  const texts: string[] = [];
  const written: string[] = [];
  const failures: string[] = [];
  const picture = await aPicture('1');

  async function tag(turn: number) {
    const name = `${side} ${turn % 5}`;
    const isOn = !tags[name];
    tags[name] = isOn;
    return library.changeTags([id], isOn ? { add: [name] } : { remove: [name] });
  }
  async function save(turn: number) {
    const text = blowText(side, turn);
    texts.push(text);
    const article = anArticle('tide', { text, content: `<p>${text}</p>`, images: [anImage('a')] });
    return library.save({ article, mode: 'update' });
  }
  async function note(turn: number) {
    const line = `${side}note${turn}`;
    written.push(line);
    return library.revise(id, (shown) => ({
      ...shown,
      content: `${shown.content}<p>${line}</p>`,
      text: `${shown.text}\n${line}`,
      wordCount: 5,
      cjkCharCount: 0,
      readingMinutes: 1,
    }));
  }
  const deeds = [
    tag,
    tag,
    notes ? note : save,
    () => library.setArchived([id], dice.fraction() < 0.5),
    () => library.setFavourite([id], dice.fraction() < 0.5),
    () => library.setDeleted([id], dice.fraction() < 0.3),
    () => library.setPosition(id, { quote: side, offset: dice.integer(20), progress: dice.fraction() }),
    () => library.keepPicture(id, anImage('a').url, picture),
    () => library.tendIndex({ tidy: true }).then(() => ({ ok: true }) as const),
  ] as const;

  for (let turn = 0; turn < count; turn++) {
    const results = await Promise.all([dice.pick(deeds)(2 * turn), dice.pick(deeds)(2 * turn + 1)]);
    for (const result of results) if (!result.ok) failures.push(`${side} ${turn}: ${result.error}`);
  }
  return { tags, texts, notes: written, failures };
}

/** A context of its own, as another page or the background is. Answers with its marks. */
if (typeof document === 'undefined') {
  self.addEventListener('message', async ({ data }: MessageEvent<{ blows: Blows; notes: boolean }>) => {
    self.postMessage(await hammer(openLibrary({ name: data.blows.name }), data.blows, data.notes));
  });
}
