import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { NOTICES, notices } from '../tools/notices.mjs';

it('ships the licence of everything that is bundled', () => {
  const shipped = readFileSync(NOTICES, 'utf8');

  expect(shipped, 'run `node tests/tools/notices.mjs`').toBe(notices());
});
