import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type PickerPorts, startPicker } from '../../../components/picker/picker';

const PAGE = `<nav id="menu" style="padding: 20px">Menu</nav>
  <div class="board" style="padding: 20px">
    <section class="story"><h2>Tides</h2><p>Nobody came on <b>Tuesday</b>.</p></section>
    <section class="links"><p>More notices</p></section>
  </div>`;

/** Puts a page before the reader and lets them pick on it. */
function open(html = PAGE) {
  const holder = document.createElement('div');
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  holder.append(...parsed.body.childNodes);
  document.body.append(holder);
  const take = vi.fn<PickerPorts['take']>(async () => 'Saved.');
  const end = startPicker(document, { take });
  onTestFinished(() => {
    end();
    holder.remove();
  });
  return { take, isOpen: () => document.documentElement.lastElementChild !== document.body, holder };
}

const inStory = () => page.getByText('Nobody came on');
const takenBy = (take: ReturnType<typeof open>['take']) => take.mock.calls.map(([element]) => element.className);

describe('a picker', () => {
  it('takes with a click the box around the words pointed at, and the page hears nothing of it', async () => {
    const { take, holder } = open();
    const heard = vi.fn();
    for (const type of ['click', 'mousedown', 'pointerdown']) holder.addEventListener(type, heard);

    await userEvent.click(page.getByText('Tuesday'));

    expect(takenBy(take)).toEqual(['story']);
    expect(take.mock.calls[0]?.[1]).toBeNull();
    expect(heard).not.toHaveBeenCalled();
  });

  it('is led by the arrow keys out, on, back and in again where it came from, and takes with Enter', async () => {
    const { take } = open();
    await userEvent.hover(inStory());

    await userEvent.keyboard('{ArrowUp}{ArrowDown}{ArrowRight}{ArrowLeft}{ArrowUp}{Enter}{Enter}');

    expect(takenBy(take)).toEqual(['board']);
  });

  it('stops at the edges of the page', async () => {
    const { take } = open();
    await userEvent.hover(inStory());

    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}{ArrowUp}{ArrowLeft}{Enter}');

    expect(take.mock.calls[0]?.[0]).toBe(document.body);
  });

  it('leads past boxes that have no size of their own', async () => {
    const { take } = open(
      '<div class="outer"><div style="display: contents"><section><p>Nobody came on</p></section></div></div>',
    );
    await userEvent.hover(inStory());

    await userEvent.keyboard('{ArrowUp}{Enter}');

    expect(takenBy(take)).toEqual(['outer']);
  });

  it('ends with Escape and leaves nothing behind', async () => {
    const { take, isOpen } = open();
    expect(isOpen()).toBe(true);

    await userEvent.keyboard('{Escape}');

    expect(isOpen()).toBe(false);
    await userEvent.click(inStory());
    expect(take).not.toHaveBeenCalled();
  });

  it('begins with what the page marks as its article', async () => {
    const { take } = open('<div>Words</div><article class="marked">Words of an article</article>');

    await userEvent.keyboard('{Enter}');

    expect(takenBy(take)).toEqual(['marked']);
  });

  it('hears nothing that a program of the page pretends, and shows it nothing', () => {
    const { take, isOpen, holder } = open();

    holder.click();
    for (const key of ['Enter', 'Escape'])
      holder.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));

    expect(take).not.toHaveBeenCalled();
    expect(isOpen()).toBe(true);
    expect(document.documentElement.lastElementChild?.shadowRoot).toBeNull();
  });
});
