import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../../support/axe';
import { extracted, image, libraryWith, openReader, picture } from './reading';

const QUAY = 'https://news.example/quay.jpg';
const BOARD = 'https://cdn.example/board.jpg';
const LONG = Array.from({ length: 60 }, (_, at) => `<p>Paragraph ${at}: ${`word${at} `.repeat(60)}</p>`).join('');

const shown = async (holder: Element, selector = '.article-text p') =>
  vi.waitFor(
    () => {
      const element = holder.querySelector<HTMLElement>(selector);
      if (!element) throw new Error(`${selector} is not shown`);
      return element;
    },
    { timeout: 5000 },
  );
const settle = (ms = 250) => new Promise((resolve) => setTimeout(resolve, ms));
/** The text of the line at the top of the readable window. */
function topLine(): string {
  const bar = document.querySelector('[role="toolbar"]')?.getBoundingClientRect().bottom ?? 0;
  const text = document.querySelector('.article-text');
  const first = [...(text?.children ?? [])].find((child) => child.getBoundingClientRect().bottom > bar + 12);
  return first?.textContent?.slice(0, 14) ?? '';
}

describe('an article', () => {
  it('is shown with its title, site, author, date in the reader’s language and minutes', async () => {
    const { library, id } = await libraryWith(extracted('<p>Water.</p>'));

    const { holder } = openReader(library, id, { uiLanguage: 'zh-CN' });
    await shown(holder);

    const header = holder.querySelector('header');
    expect(header?.querySelector('h1')?.textContent).toBe('The tide tables of Port Arden');
    expect(header?.textContent).toContain('The Harbour Post');
    expect(header?.textContent).toContain('Mara Lind');
    expect(header?.textContent).toContain('2026年3月28日');
    expect(header?.querySelector('time')?.title).toContain('28 March 2026, 09:30 GMT');
    expect(header?.textContent).toContain('7 min');
  });

  it.each([
    ['en', 'Mara Lind, Tom Okafor, and 李雷'],
    ['zh-CN', 'Mara Lind、Tom Okafor和李雷'],
  ])('tells several authors apart in %s', async (uiLanguage, byline) => {
    const { library, id } = await libraryWith(
      extracted('<p>Water.</p>', { authors: ['Mara Lind', 'Tom Okafor', '李雷'] }),
    );

    const { holder } = openReader(library, id, { uiLanguage });
    await shown(holder);

    expect(holder.querySelector('header')?.textContent).toContain(byline);
  });

  it('says that its page was live and not free, where it was', async () => {
    const told = await libraryWith(extracted('<p>Water.</p>', { isLiveBlog: true, isPaywalled: true }));
    const plain = await libraryWith(extracted('<p>Water.</p>'));

    const first = openReader(told.library, told.id, { uiLanguage: 'en' });
    await shown(first.holder);
    const notes = first.holder.querySelector('header')?.textContent;
    first.close();
    const second = openReader(plain.library, plain.id, { uiLanguage: 'en' });
    await shown(second.holder);

    expect(notes).toContain('Live report');
    expect(notes).toContain('not free');
    expect(second.holder.querySelector('header')?.textContent).not.toMatch(/Live report|not free/);
  });

  it('names the day that its page names, wherever the reader is', async () => {
    const late = { publishedTime: '2026-03-28T23:30:00.000-11:00' };
    const { library, id } = await libraryWith(extracted('<p>Water.</p>', late));

    const { holder } = openReader(library, id, { uiLanguage: 'en' });
    await shown(holder);

    expect(holder.querySelector('header time')?.textContent).toBe('March 28, 2026');
  });

  it('is accessible, with pictures there and missing, in every theme', async () => {
    const html = `<h2>Head</h2><p>Text <a href="https://a.example/">link</a><sup><a href="#n1" id="r1">1</a></sup></p><figure><img src="${QUAY}" alt="Quay"></figure><img src="${BOARD}" alt="Board"><table><tr><th scope="col">a</th></tr><tr><td>b</td></tr></table><pre>code ${'long '.repeat(99)}</pre><p id="n1">note <a href="#r1">back</a></p>`;
    const { library, id, keep } = await libraryWith(extracted(html, { images: [image(QUAY), image(BOARD)] }));
    await keep(QUAY, await picture(300, 200, 'teal'));
    await library.missPicture(id, BOARD, 'needs-permission');

    for (const theme of ['light', 'dark', 'sepia'] as const) {
      const { holder, close } = openReader(library, id, { start: { theme } });
      await shown(holder, '.picture img[src]');
      await expectAccessible(holder);
      close();
    }
  });

  it('carries its language and direction', async () => {
    const { library, id } = await libraryWith(
      extracted('<p>مرحبا بالعالم</p>', { lang: 'ar', dir: 'rtl', title: 'ميناء' }),
    );

    const { holder } = openReader(library, id);
    const text = await shown(holder);

    expect(getComputedStyle(text).direction).toBe('rtl');
    expect(text.closest('[lang]')?.getAttribute('lang')).toBe('ar');
    expect(text.getBoundingClientRect().right - rangeBox(text).right).toBeLessThan(2);
    expect(getComputedStyle(holder.querySelector('footer') as Element).direction).toBe('ltr');
  });

  it.each([
    ['zh-CN', 'Noto Serif CJK SC'],
    ['zh-TW', 'Noto Serif CJK TC'],
    ['zh-HK', 'Noto Serif CJK HK'],
    ['ja', 'Noto Serif CJK JP'],
    ['ko', 'Noto Serif CJK KR'],
  ])('sets %s in its own font, punctuation included', async (lang, font) => {
    const { library, id } = await libraryWith(extracted('<p>“海”——…·，。</p>', { lang, cjkCharCount: 500 }));

    const { holder } = openReader(library, id);
    const style = getComputedStyle(await shown(holder));

    const fonts = style.fontFamily.split(',').map((name) => name.trim().replaceAll('"', ''));
    expect(fonts.indexOf(font)).toBeGreaterThan(-1);
    expect(fonts.indexOf(font)).toBeLessThan(fonts.indexOf('Georgia'));
    expect(style.getPropertyValue('line-break')).toBe('strict');
    expect(style.getPropertyValue('text-autospace')).toBe('normal');
  });

  it('knows Han text by its script when the page says no language', async () => {
    const { library, id } = await libraryWith(
      extracted('<p>海边的公告栏</p>', { lang: null, cjkCharCount: 500, wordCount: 3 }),
    );

    const { holder } = openReader(library, id);

    expect((await shown(holder)).closest('[lang]')?.getAttribute('lang')).toBe('zh');
  });

  it('shows about 66 Latin and 34 Han characters to the line', async () => {
    await page.viewport(1200, 700);
    const latin = await libraryWith(
      extracted(`<p>${'the harbour office posts the tides of the week in a hand that has not changed '.repeat(9)}</p>`),
    );
    const han = await libraryWith(
      extracted(`<p>${'海边公告栏上写着这一周的潮汐时刻表'.repeat(20)}</p>`, { lang: 'zh-CN' }),
    );

    const latinText = await shown(openReader(latin.library, latin.id).holder);
    const latinLine = (latinText.textContent?.length ?? 0) / lines(latinText);
    const hanText = await shown(openReader(han.library, han.id).holder);
    const hanLine = (hanText.textContent?.length ?? 0) / lines(hanText);

    expect(latinLine).toBeGreaterThan(60);
    expect(latinLine).toBeLessThan(72);
    expect(Math.round(hanLine)).toBeGreaterThanOrEqual(33);
    expect(Math.round(hanLine)).toBeLessThanOrEqual(34);
  });

  it('never scrolls sideways at 320 px, whatever it holds', async () => {
    await page.viewport(320, 700);
    const wide = `<p>${'x'.repeat(400)} https://a.example/${'y'.repeat(300)}</p><pre>${'z'.repeat(400)}</pre><table><tr>${'<td>some words here</td>'.repeat(30)}</tr></table><p><code>${'c'.repeat(300)}</code></p><math display="block"><mrow>${'<mi>x</mi><mo>+</mo>'.repeat(80)}</mrow></math><img src="${QUAY}" width="4000" height="200" alt="${'long alt '.repeat(30)}"><ul><li><ul><li><ul><li>${'deep '.repeat(30)}</li></ul></li></ul></li></ul>`;
    const { library, id } = await libraryWith(
      extracted(wide, {
        title: 'T'.repeat(120),
        images: [image(QUAY, { width: 4000, height: 200 })],
        receipt: [{ step: 's', reason: 'r', text: 't', url: `https://a.example/${'u'.repeat(300)}` }],
      }),
    );
    await library.missPicture(id, QUAY, 'refused');

    for (const size of [14, 28]) {
      const { holder, close } = openReader(library, id, { start: { size } });
      await shown(holder);
      await settle();
      expect(document.documentElement.scrollWidth).toBe(320);
      expect(holder.querySelector('.table-scroller')?.getAttribute('tabindex')).toBe('0');
      close();
    }
  });

  it('is cleaned at the moment it is shown', async () => {
    const { library, id } = await libraryWith(
      extracted(
        '<p onclick="window.__ran=1">Words<script>window.__ran=1</script><img src=x onerror="window.__ran=1"><a href="javascript:window.__ran=1">go</a></p>',
        {
          title: '<img src=x onerror="window.__ran=1">',
          siteName: '<b>site</b>',
          canonicalUrl: 'javascript:window.__ran=1',
          url: 'javascript:window.__ran=1',
        },
      ),
    );

    const { holder } = openReader(library, id);
    const text = await shown(holder);
    text.click();
    text.querySelector('a')?.click();
    await settle(200);

    expect((window as { __ran?: number }).__ran).toBeUndefined();
    expect(holder.querySelector('h1')?.textContent).toBe('<img src=x onerror="window.__ran=1">');
    expect(holder.querySelector('a[href^="javascript"]')).toBeNull();
    expect(holder.querySelector('script, [onclick], .article-text a[href]')).toBeNull();
  });

  it('falls back to plain text when the markup is refused', async () => {
    const { library, id } = await libraryWith(
      extracted('<div>'.repeat(400), { text: 'Plain <b>words</b>\n\nand more' }),
    );

    const { holder } = openReader(library, id);
    const text = await shown(holder, '.plain-text');

    expect(text.textContent).toBe('Plain <b>words</b>\n\nand more');
    expect(holder.textContent).toContain('its plain text is shown');
  });

  it('says when only the link was kept', async () => {
    const { library, id } = await libraryWith(extracted('', { kind: 'link', excerpt: 'A short excerpt' }));

    const { holder } = openReader(library, id);

    await vi.waitFor(() => expect(holder.textContent).toContain('Only the link was kept'));
    expect(holder.textContent).toContain('A short excerpt');
  });

  it('says when it is gone, also when it goes while it is read', async () => {
    const { library, id } = await libraryWith(extracted('<p>Water.</p>'));
    const { holder, onBack } = openReader(library, id);
    await shown(holder);

    await library.setDeleted([id], true);
    await vi.waitFor(() => expect(holder.textContent).toContain('in the trash'));
    await library.purge([id]);

    await vi.waitFor(() =>
      expect(holder.querySelector('[role="alert"]')?.textContent).toContain('no longer in your library'),
    );
    await userEvent.keyboard('{Escape}');
    expect(onBack).toHaveBeenCalled();
  });

  it('leads to its footnotes and back without touching the address', async () => {
    const { library, id } = await libraryWith(
      extracted(`<p>a<a href="#n" id="r">1</a></p>${LONG}<p id="n">note <a href="#r">back</a></p>`),
    );
    const { holder } = openReader(library, id);
    await shown(holder);
    const address = location.href;

    holder.querySelector<HTMLElement>('a[href="#offprint-n"]')?.click();

    const note = holder.querySelector('[id="offprint-n"]');
    expect(location.href).toBe(address);
    expect(document.activeElement).toBe(note);
    expect(note?.getBoundingClientRect().top).toBeLessThan(window.innerHeight);
  });
});

describe('pictures', () => {
  it('come from the library, keep their shape before they are there and give their memory back', async () => {
    const { library, id, keep } = await libraryWith(
      extracted(`<p>One.</p><img src="${QUAY}" alt="Quay">`, { images: [image(QUAY, { width: 600, height: 300 })] }),
    );
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    const { holder, close } = openReader(library, id);
    const frame = await shown(holder, '.picture');
    const before = frame.getBoundingClientRect();

    await keep(QUAY, await picture(600, 300, 'navy'));

    const shownPicture = (await shown(holder, '.picture img[src]')) as HTMLImageElement;
    await vi.waitFor(() => expect(shownPicture.naturalWidth).toBe(600));
    expect(shownPicture.src).toMatch(/^blob:/);
    expect(shownPicture.alt).toBe('Quay');
    expect(frame.getBoundingClientRect().height).toBeCloseTo(before.height, 0);
    close();
    expect(revoke).toHaveBeenCalledWith(shownPicture.src);
  });

  it('that could not be had say what they show, why, and where they are', async () => {
    const { library, id } = await libraryWith(
      extracted(`<p>One.</p><img src="${BOARD}" alt="The noticeboard">`, {
        images: [image(BOARD, { width: 900, height: 600 })],
      }),
    );
    await library.missPicture(id, BOARD, 'refused');

    const { holder } = openReader(library, id);
    const note = await shown(holder, '.picture-note');

    expect(note.textContent).toContain('The noticeboard');
    expect(note.textContent).toContain('the site refused it');
    expect(note.querySelector('a')?.href).toBe(BOARD);
    const box = note.closest('.picture')?.getBoundingClientRect();
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(1.5, 1);
  });

  it('are counted, and can be tried again or allowed', async () => {
    const { library, id, keep } = await libraryWith(
      extracted(`<p>x</p><img src="${QUAY}"><img src="${BOARD}">`, { images: [image(QUAY), image(BOARD)] }),
    );
    const { holder, onRetryPictures, onAllowPictures } = openReader(library, id);
    await shown(holder);
    await vi.waitFor(() => expect(holder.textContent).toContain('Keeping pictures: 0 of 2'));

    await keep(QUAY, await picture(30, 20, 'red'));
    await library.missPicture(id, BOARD, 'needs-permission');

    await vi.waitFor(() => expect(holder.textContent).toContain('1 of 2 pictures kept'));
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Allow other sites…' }).click();
    expect(onRetryPictures).toHaveBeenCalledWith(id);
    expect(onAllowPictures).toHaveBeenCalled();
  });

  it('are read from the library only when they come near', async () => {
    const urls = Array.from({ length: 30 }, (_, at) => `https://news.example/${at}.jpg`);
    const html = urls.map((url) => `<p>x</p><img src="${url}" width="600" height="600">`).join('');
    const { library, id, keep } = await libraryWith(
      extracted(html, { images: urls.map((url) => image(url, { width: 600, height: 600 })) }),
    );
    for (const [at, url] of urls.entries()) await keep(url, await picture(60, 60, `hsl(${at * 12} 50% 50%)`));

    const { holder } = openReader(library, id);
    await shown(holder, '.picture img[src]');
    await settle();

    expect(holder.querySelectorAll('.picture img[src]').length).toBeLessThan(12);
    window.scrollTo(0, document.documentElement.scrollHeight);
    await vi.waitFor(() =>
      expect((holder.querySelectorAll('.picture img')[29] as HTMLImageElement).src).toMatch(/^blob:/),
    );
  });

  it('are there before they are scrolled to, in a page and in a pane that scrolls by itself', async () => {
    const html = `<p>x</p><div>${'<p>line</p>'.repeat(25)}</div><img src="${QUAY}" width="600" height="400">`;
    const { library, id, keep } = await libraryWith(extracted(html, { images: [image(QUAY)] }));
    await keep(QUAY, await picture(60, 40, 'teal'));

    const inPage = openReader(library, id);
    const below = await shown(inPage.holder, '.picture img[src]');
    expect(below.getBoundingClientRect().top).toBeGreaterThan(window.innerHeight);
    inPage.close();
    const inPane = openReader(library, id);
    inPane.holder.style.cssText = 'block-size: 400px; overflow-y: auto';

    await shown(inPane.holder, '.picture img[src]');
  });

  it('lead the article unless the text shows the same one', async () => {
    const lead = 'https://news.example/full/harbour-morning.jpg';
    const caption = { leadImageCaption: 'The harbour' };
    const alone = await libraryWith(extracted('<p>x</p>', { leadImage: lead, images: [image(lead)], ...caption }));
    await alone.keep(lead, await picture(60, 30, 'teal'));
    const thumb = 'https://news.example/thumb/harbour-morning.jpg';
    const inText = await libraryWith(
      extracted(`<p>x</p><img src="${thumb}">`, { leadImage: lead, images: [image(thumb)] }),
    );
    await inText.keep(thumb, await picture(60, 30, 'teal'));

    const first = openReader(alone.library, alone.id);
    await shown(first.holder, 'header img[src^="blob:"]');
    expect(first.holder.querySelector('header figcaption')?.textContent).toBe('The harbour');
    first.close();
    const second = openReader(inText.library, inText.id).holder;
    await shown(second, '.picture img[src^="blob:"]');

    expect(second.querySelector('header img')).toBeNull();
  });
});

describe('the reading place', () => {
  it('is written once scrolling rests and restored when the article is opened again', async () => {
    await page.viewport(800, 700);
    const { library, id } = await libraryWith(extracted(LONG));
    const first = openReader(library, id);
    await shown(first.holder);
    await settle();
    window.scrollTo(0, 6000);
    await settle();
    const before = topLine();

    await vi.waitFor(async () => expect((await library.state(id))?.position.value).toBeTruthy());
    first.close();
    window.scrollTo(0, 0);
    const second = openReader(library, id);
    await shown(second.holder);
    await settle();

    expect(before).toMatch(/^Paragraph [1-9]/);
    expect(topLine()).toBe(before);
  });

  it('stays at its words when size, font or width change', async () => {
    await page.viewport(900, 700);
    const { library, id } = await libraryWith(extracted(LONG));
    const { holder } = openReader(library, id);
    await shown(holder);
    window.scrollTo(0, 8000);
    await settle();
    const before = topLine();

    await page.getByRole('button', { name: 'Text and theme' }).click();
    await page.getByRole('slider').fill('28');
    await settle();
    const bigger = topLine();
    await page.getByRole('radio', { name: 'Sans' }).click({ force: true });
    await page.getByRole('radio', { name: 'Narrow' }).click({ force: true });
    await settle();
    const narrower = topLine();
    await page.viewport(340, 700);
    await settle();

    expect(before).toMatch(/^Paragraph [1-9]/);
    expect([bigger, narrower, topLine()]).toEqual([before, before, before]);
  });

  it('is written when the page is left before scrolling rests', async () => {
    await page.viewport(800, 700);
    const { library, id } = await libraryWith(extracted(LONG));
    const { holder } = openReader(library, id);
    await shown(holder);
    await settle();

    window.scrollTo(0, 3000);
    await settle(50);
    window.dispatchEvent(new Event('pagehide'));

    await vi.waitFor(async () => expect((await library.state(id))?.position.value?.offset).toBeGreaterThan(0), {
      timeout: 300,
    });
  });

  it('is not written by opening alone', async () => {
    const { library, id } = await libraryWith(extracted(LONG));
    const { holder, close } = openReader(library, id);
    await shown(holder);
    await settle(700);
    close();
    await settle(100);

    expect((await library.state(id))?.position.value).toBeNull();
  });
});

describe('keys', () => {
  it('do what their buttons do', async () => {
    const { library, id } = await libraryWith(extracted(LONG));
    const reader = openReader(library, id);
    await shown(reader.holder);

    await userEvent.keyboard('f');
    await userEvent.keyboard('e');
    await userEvent.keyboard('#');
    await userEvent.keyboard('{Escape}');

    expect(reader.onFavourite).toHaveBeenCalledWith(id, true);
    expect(reader.onArchive).toHaveBeenCalledWith(id, true);
    expect(reader.onDelete).toHaveBeenCalledWith(id, true);
    expect(reader.onBack).toHaveBeenCalled();
    for (const name of ['Favourite', 'Archive', 'Delete', 'Back to the list']) {
      expect(page.getByRole('button', { name, exact: true }).elements()).toHaveLength(1);
    }
  });

  it('scroll with j and k', async () => {
    const { library, id } = await libraryWith(extracted(LONG));
    const { holder } = openReader(library, id);
    await shown(holder);

    await userEvent.keyboard('jjj');
    await vi.waitFor(() => expect(window.scrollY).toBeGreaterThan(100));
    await userEvent.keyboard('kkk');

    await vi.waitFor(() => expect(window.scrollY).toBe(0));
  });

  it('are silent in fields, outside the reader, with modifiers and while the panel is open', async () => {
    const { library, id } = await libraryWith(extracted(LONG));
    const reader = openReader(library, id);
    await shown(reader.holder);
    const field = document.createElement('input');
    const list = document.createElement('button');
    document.body.append(field, list);

    field.focus();
    await userEvent.keyboard('fe#');
    list.focus();
    await userEvent.keyboard('fe#');
    list.blur();
    await userEvent.keyboard('{Control>}f{/Control}');
    await page.getByRole('button', { name: 'Text and theme' }).click();
    await userEvent.keyboard('f{Escape}');

    expect(reader.onFavourite).not.toHaveBeenCalled();
    expect(reader.onArchive).not.toHaveBeenCalled();
    expect(reader.onDelete).not.toHaveBeenCalled();
    expect(reader.onBack).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(page.getByRole('button', { name: 'Text and theme' }).element());
    field.remove();
    list.remove();
  });
});

describe('the settings panel', () => {
  it('changes theme, font, size and width by keyboard, seen at once, and is accessible', async () => {
    const { library, id } = await libraryWith(extracted('<p>Water.</p>'));
    const { holder } = openReader(library, id);
    const text = await shown(holder);
    const root = holder.querySelector('main');

    await page.getByRole('button', { name: 'Text and theme' }).click();
    expect((document.activeElement as HTMLInputElement).value).toBe('system');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await userEvent.keyboard('{Tab}{ArrowRight}');
    await userEvent.keyboard('{Tab}{ArrowRight}{ArrowRight}');
    await userEvent.keyboard('{Tab}{ArrowRight}');

    expect(root?.dataset).toMatchObject({ theme: 'sepia', font: 'sans', width: 'wide' });
    expect(getComputedStyle(text).fontSize).toBe('20px');
    expect(getComputedStyle(root as Element).backgroundColor).toBe('rgb(246, 236, 217)');
    await expectAccessible(holder);
  });
});

/** How many lines the paragraph takes. */
function lines(paragraph: HTMLElement): number {
  return Math.round(
    paragraph.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(paragraph).lineHeight),
  );
}

function rangeBox(element: Element): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}
