import { afterEach, expect, it } from 'vitest';
import { anyShadowOf } from '../../../utils/capture/closed-shadow';
import { extractArticle } from '../../../utils/extraction/extract';

const URL = 'https://a.example/2026/rope.html';
const TEXT =
  'The harbour office counted every rope on the quay this week, and then, because the rain had not stopped, it counted every knot in them.';
const paragraphs = (name: string) => `<p>${name}: ${TEXT}</p>`.repeat(5);

const added: Element[] = [];
afterEach(() => {
  for (const element of added.splice(0)) element.remove();
});

/** Shows an element in the page of the test, a live one: only there do shadow trees and frames exist. */
function show(name: string, inner = ''): HTMLElement {
  const element = document.createElement(name);
  element.insertAdjacentHTML('beforeend', inner);
  document.body.append(element);
  added.push(element);
  return element;
}

function shadow(host: Element, html: string): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' });
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  root.append(...parsed.body.childNodes);
  return root;
}

it('an article in a shadow tree is found, with what is slotted into it in its place', () => {
  const host = show('rope-story', `<p slot="lead">Slotted: ${TEXT}</p><p>Loose: ${TEXT}</p>`);
  const root = shadow(
    host,
    `<style>p { color: red }</style><article><slot name="lead"></slot>${paragraphs('Shadow')}<slot></slot><slot name="none"><p>Fallback: ${TEXT}</p></slot><rope-part></rope-part></article>`,
  );
  shadow(root.querySelector('rope-part') as Element, paragraphs('Inner'));
  const before = root.innerHTML;

  const { text = '' } = extractArticle(document, URL) ?? {};

  const order = ['Slotted:', 'Shadow:', 'Loose:', 'Fallback:', 'Inner:'].map((name) => text.indexOf(name));
  expect(order).toEqual(order.toSorted((one, other) => one - other));
  expect(order[0]).toBeGreaterThanOrEqual(0);
  expect(text).not.toContain('color');
  expect(root.innerHTML).toBe(before);
});

it('an article in a frame of the page’s own site is found, a frame with few words is left alone', async () => {
  const frames = [paragraphs('Framed'), '<p>Few words here</p>'].map((html) => {
    const frame = show('iframe') as HTMLIFrameElement;
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    frame.contentDocument?.body.append(...parsed.body.childNodes);
    return frame;
  });

  const { text = '' } = extractArticle(document, URL) ?? {};

  expect(frames).toHaveLength(2);
  expect(text).toContain('Framed: The harbour');
  expect(text).not.toContain('Few words');
});

it.each(['as the page shows them', 'as content scripts see them'])(
  'a form whose controls are called like what is asked keeps its text, %s',
  (seen) => {
    show('form', `<input name="shadowRoot"><input name="localName"><article>${paragraphs('Form')}</article>`);

    const shadowOf = seen === 'as content scripts see them' ? anyShadowOf : undefined;
    const { text = '' } = extractArticle(document, URL, { shadowOf }) ?? {};

    expect(text).toContain('Form: The harbour');
  },
);
