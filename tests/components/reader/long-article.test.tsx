import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { extracted, libraryWith, openReader } from './reading';

/** The longest task a reader may wait for (ms), and a generous allowance for a shared machine. */
const LONGEST_TASK = 200;
const ALLOWANCE = 3;

it('opens 200,000 characters without freezing, at the place that was left', async () => {
  await page.viewport(800, 700);
  const html = Array.from(
    { length: 500 },
    (_, at) => `<p>Paragraph ${at}: ${'the tide came in again '.repeat(17)}</p>`,
  ).join('');
  const { library, id } = await libraryWith(extracted(html));
  const offset = html.replace(/<[^>]+>/g, '').indexOf('Paragraph 300:');
  await library.setPosition(id, { quote: 'Paragraph 300: the tide', offset, progress: 0.6 });
  const tasks: number[] = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: 'longtask' });
  const start = performance.now();

  const { holder } = openReader(library, id);
  const target = await vi.waitFor(
    () => {
      const found = [...holder.querySelectorAll('.article-text p')].find((p) =>
        p.textContent?.startsWith('Paragraph 300:'),
      );
      if (!found) throw new Error('not shown');
      return found;
    },
    { timeout: 5000, interval: 10 },
  );
  const opened = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 800));
  observer.disconnect();

  const bar = holder.querySelector('[role="toolbar"]')?.getBoundingClientRect().bottom ?? 0;
  expect(Math.abs(target.getBoundingClientRect().top - bar - 8)).toBeLessThan(12);
  expect(opened).toBeLessThan(1500);
  expect(Math.max(0, ...tasks)).toBeLessThan(LONGEST_TASK * ALLOWANCE);
});
