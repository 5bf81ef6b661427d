import { expect, it } from 'vitest';
import { cleanContent } from '../../utils/extraction/content';
import { cleanLinkAgain, restoreLink } from '../../utils/extraction/restore-link';
import { parse } from './support';

const SHOP = 'https://c.duomai.com/track.php?k=';
const COUNTED = 'https://b.example/x?utm_source=';

const PAGE = `
  <p>The town pays for <a href="${SHOP}1">schools</a>, for schools, and for <a href="${SHOP}2">schools</a> again.</p>
  <p><a href="${COUNTED}1">Here</a> and <a href="${COUNTED}2">here</a> and <a href="https://b.example/x">here</a>.</p>
  <p><a href="https://link.zhihu.com/?target=https%3A%2F%2Fb.example%2Fy">Half <b>bold</b><br>and broken</a> link.</p>
  <p>Words <a href="${SHOP}3">half <b>bold</b></a> in two.</p>
  <p>A picture: <a href="${COUNTED}3"><img src="/a.jpg" alt=""></a> and <a href="${SHOP}4"><img src="/b.jpg" alt=""></a></p>
  <p><a href="https://b.example/plain">Plain</a>, last.</p>`;

function clean(html: string) {
  const context = { baseUrl: 'https://a.example/', title: '', lang: null };
  const { content, receipt } = cleanContent(parse(html).body, context);
  return { content, receipt, body: parse(content).body };
}

const hrefs = (body: Element) => [...body.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'));
const textOf = (body: Element) => body.textContent;

it('puts the old address of every changed link back', () => {
  const { body, receipt } = clean(PAGE);
  const text = textOf(body);

  const restored = receipt.map((entry) => restoreLink(body, entry));

  expect(restored).toEqual(Array(8).fill(true));
  expect([...new Set(hrefs(body))]).toEqual([
    `${SHOP}1`,
    `${SHOP}2`,
    `${COUNTED}1`,
    `${COUNTED}2`,
    'https://b.example/x',
    'https://link.zhihu.com/?target=https%3A%2F%2Fb.example%2Fy',
    `${SHOP}3`,
    `${COUNTED}3`,
    `${SHOP}4`,
    'https://b.example/plain',
  ]);
  expect(textOf(body)).toBe(text);
});

it('finds each link in any order, by what stands before it', () => {
  const { body, receipt } = clean(PAGE);

  for (const entry of [...receipt].reverse()) expect(restoreLink(body, entry)).toBe(true);

  const [first, second, ...others] = body.querySelectorAll('p a');
  expect(first?.previousSibling?.textContent).toBe('The town pays for ');
  expect(second?.previousSibling?.textContent).toBe(', for schools, and for ');
  expect(others[0]?.getAttribute('href')).toBe(`${COUNTED}1`);
});

it('finds a link after a block was put back before it', () => {
  const { body, receipt } = clean(`<p>First.</p><p><a href="${COUNTED}1">Here</a> it is.</p>`);
  body.querySelector('p')?.insertAdjacentHTML('afterend', '<p>Put back.</p>');

  expect(receipt.map((entry) => restoreLink(body, entry))).toEqual([true]);
  expect(hrefs(body)).toEqual([`${COUNTED}1`]);
});

it('does nothing twice, and nothing for entries of another kind', () => {
  const { body, receipt } = clean(`<p>Pay for <a href="${SHOP}1">schools</a>.</p>`);
  const [entry] = receipt;
  if (!entry) throw new Error('No receipt');

  expect(restoreLink(body, entry)).toBe(true);
  expect(restoreLink(body, entry)).toBe(false);
  expect(restoreLink(body, { step: 's', reason: 'r', text: 'Pay for' })).toBe(false);
  expect(restoreLink(body, { ...entry, text: 'Pay', url: 'javascript:alert(1)' })).toBe(false);
  expect(body.querySelectorAll('a')).toHaveLength(1);
});

it('comes back from restored content to the same clean content', () => {
  const { body, content, receipt } = clean(PAGE);
  for (const entry of receipt) restoreLink(body, entry);

  expect(clean(body.innerHTML).content).toBe(content);
});

it('is done with thousands of links at once', () => {
  const many = Array.from({ length: 3_000 }, (_, index) => `<a href="${SHOP}${index}">a</a>`).join(' a ');
  const started = performance.now();

  const { receipt, body } = clean(`<p>${many}</p>`);
  for (const entry of receipt.slice(0, 20)) restoreLink(body, entry);

  expect(receipt).toHaveLength(1_000);
  expect(performance.now() - started).toBeLessThan(3_000);
});

it('cleans every link again whose old address was put back', () => {
  const { body, content, receipt } = clean(PAGE);
  for (const entry of receipt) restoreLink(body, entry);
  expect(body.innerHTML).not.toBe(content);

  const cleaned = receipt.map((entry) => cleanLinkAgain(body, entry));

  body.normalize();
  expect(cleaned).toEqual(Array(8).fill(true));
  expect(body.innerHTML).toBe(content);
  expect(receipt.map((entry) => cleanLinkAgain(body, entry))).toEqual(Array(8).fill(false));
});

it('does not tell of a link in a copy of the title, which goes with its clean address and comes back with it', () => {
  const html = `<h1><a href="${COUNTED}1">The ferry</a></h1><p>Over <a href="${COUNTED}2">there</a>.</p>`;

  const { content, receipt } = cleanContent(parse(html).body, {
    baseUrl: 'https://a.example/',
    title: 'The ferry',
    lang: null,
  });

  expect(receipt.map(({ step, text }) => [step, text])).toEqual([
    ['drop-repeated-title', 'The ferry'],
    ['unwrap-tracking-links', 'there'],
  ]);
  expect(receipt[0]?.html).toBe('<h1><a href="https://b.example/x">The ferry</a></h1>');
  const body = parse(content).body;
  expect(receipt[1] && restoreLink(body, receipt[1])).toBe(true);
});
