import { openLibrary } from '../../utils/library/library';
import type { ArticleId } from '../../utils/model/article';

/** What the worker is asked to do: put tags on an article, one call each, as fast as it can. */
export interface Order {
  readonly name: string;
  readonly id: ArticleId;
  readonly tags: readonly string[];
}

/** A context of its own, as the background is beside a page. Answers `done` or what went wrong. */
self.addEventListener('message', async ({ data }: MessageEvent<Order>) => {
  const library = openLibrary({ name: data.name });
  const outcomes = await Promise.all(data.tags.map((tag) => library.changeTags([data.id], { add: [tag] })));
  self.postMessage(outcomes.every(({ ok }) => ok) ? 'done' : 'failed');
});
