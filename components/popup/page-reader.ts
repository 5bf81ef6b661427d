import { signal } from '@preact/signals';
import { reportError } from '../../utils/errors';
import type { ExtractedArticle } from '../../utils/model/article';
import type { CaptureProblem, CaptureScope } from '../../utils/model/capture';
import { fail, type Result } from '../../utils/model/result';
import type { PopupPorts } from './popup-ports';
import type { PageState } from './popup-states';

/** What is read of the page in the tab. */
export type PageReader = ReturnType<typeof createPageReader>;

/** A page that has not been read yet. */
export function createPageReader({ tab, capture, pick }: Pick<PopupPorts, 'tab' | 'capture' | 'pick'>) {
  const page = signal<PageState>({ name: 'looking' });

  /** Reads a part of the page; a page that cannot be asked is one that cannot be reached. */
  function read(scope: CaptureScope): Promise<Result<ExtractedArticle, CaptureProblem>> {
    return capture(scope).catch((error) => {
      reportError('popup capture', error);
      return fail('page-unreachable');
    });
  }

  function tell(captured: Result<ExtractedArticle, CaptureProblem>): void {
    page.value = captured.ok
      ? { name: 'ready', article: captured.value }
      : { name: 'problem', problem: captured.error };
  }

  return {
    page,
    read,
    /** The page is what was read of it. */
    tell,
    /** Every address under which the page may be saved. */
    addresses(): string[] {
      const state = page.peek();
      return state.name === 'ready' ? [tab.url, state.article.url, state.article.canonicalUrl] : [tab.url];
    },
    /** Lets the reader pick the article on the page. */
    async pick(): Promise<void> {
      try {
        await pick();
      } catch (error) {
        reportError('popup pick', error);
        tell(fail('page-unreachable'));
      }
    },
  };
}
