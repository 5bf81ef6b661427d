import { expect, it } from 'vitest';
import { pageCopy } from '../../../utils/extraction/steps/page-copy';
import { preparePage } from '../../../utils/extraction/steps/prepare';
import { parse } from '../support';

it('stands in no document, below a root of its own', () => {
  const page = parse('<title>Knots</title><p>One</p>');

  const { copy } = preparePage(page, 'https://a.example/knots');

  expect(copy.title).toBe('Knots');
  expect(copy.body.isConnected).toBe(false);
  expect(copy.body.parentElement).toBe(copy.root);
  expect(copy.body.ownerDocument).not.toBe(page);
});

it('takes a body out of the document it came in', () => {
  const { body } = parse('<p>One</p>');

  expect(pageCopy(body, '').root.innerHTML).toBe('<body><p>One</p></body>');
});
