import axe from 'axe-core';
import { expect } from 'vitest';

/**
 * Fails with every accessibility fault axe-core finds in the element, said so that it can be mended: the rule, what is
 * wrong and the markup. Rules about whole pages (landmarks, a main heading) are left out: a component is not a page.
 */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element, {
    resultTypes: ['violations'],
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  const faults = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.html}\n  ${node.failureSummary ?? ''}`),
  );
  expect(faults, faults.join('\n')).toEqual([]);
}
