import { setTimeout as wait } from 'node:timers/promises';

/** Runs code in Firefox's own window, with all its rights; the code is the body of an async function over `arguments`. */
export type RunInChrome = <T>(body: string, args?: readonly unknown[]) => Promise<T>;

/** Controls that a person can press, by what a screen reader calls them. */
const PRESSABLE = 'button, a[href], input, summary, [role="button"], [role="option"], [role="tab"], [tabindex]';

/** Defines `find(name)` in a page: the visible control with this accessible name, exact or as a pattern's source. */
const FIND = `const find = (name) => [...document.querySelectorAll(${JSON.stringify(PRESSABLE)})].find((element) => {
  const said = (element.getAttribute('aria-label') ?? element.textContent).replace(/\\s+/g, ' ').trim();
  return new RegExp(name).test(said) && element.getClientRects().length > 0;
});`;

/**
 * A page of the extension as Firefox shows it: the popup, the sidebar or a tab. Remote control reaches tabs only, so the
 * code is carried into the page's process by a frame script, and a press is a real pointer event with a user's rights.
 */
export class FirefoxView {
  constructor(
    private readonly chrome: RunInChrome,
    /** JavaScript for the `<browser>` element that shows the page. */
    private readonly browserElement: string,
  ) {}

  /** Runs the body of an async function in the page and resolves with what it returns, which must be plain data. */
  evaluate<T>(body: string, timeout = 10_000): Promise<T> {
    return this.#inFrame<T>(
      `
      const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      return await Cu.evalInSandbox(${JSON.stringify(`(async () => { ${body} })()`)}, sandbox);`,
      timeout,
    );
  }

  /** Resolves with the first truthy value of an expression in the page; rejects after `timeout` ms. */
  async waitFor<T>(expression: string, timeout = 10_000): Promise<T> {
    const until = Date.now() + timeout;
    let last: unknown = 'nothing yet';
    while (Date.now() < until) {
      try {
        const value = await this.evaluate<T>(`return ${expression};`, 1_000);
        if (value) return value;
        last = value;
      } catch (error) {
        last = error;
      }
      await wait(50);
    }
    throw new Error(`Waited ${timeout} ms for ${expression}; last: ${String(last)}`);
  }

  /** Presses the control with this accessible name, a regular expression's source, as soon as it is there. */
  async press(name: string, timeout = 10_000): Promise<void> {
    const { x, y } = await this.waitFor<{ x: number; y: number }>(
      `(() => { ${FIND}
        const element = find(${JSON.stringify(name)});
        if (!element || element.disabled) return null;
        element.scrollIntoView({ block: 'nearest' });
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      })()`,
      timeout,
    );
    await this.#inFrame(`
      for (const [type, clickCount, buttons] of [['mousemove', 0, 0], ['mousedown', 1, 1], ['mouseup', 1, 0]]) {
        if (content.synthesizeMouseEvent) content.synthesizeMouseEvent(type, ${x}, ${y}, { button: 0, clickCount, buttons }, {});
        else content.windowUtils.sendMouseEvent(type, ${x}, ${y}, 0, clickCount, 0, false, 0, 1, false, false, buttons);
      }`);
  }

  /** What the page shows, as text. */
  text(): Promise<string> {
    return this.evaluate<string>('return document.body.innerText;');
  }

  /** A PNG of the page as it is drawn. */
  async screenshot(): Promise<Buffer> {
    const base64 = await this.chrome<string>(`
      const { browsingContext } = ${this.browserElement};
      const bitmap = await browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      canvas.getContext('2d').drawImage(bitmap, 0, 0);
      const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));`);
    return Buffer.from(base64, 'base64');
  }

  async #inFrame<T>(body: string, timeout = 10_000): Promise<T> {
    const answer = await this.chrome<{ ok: boolean; value: T }>(
      `const { messageManager } = ${this.browserElement};
       const name = 'offprint:' + Math.random();
       const source = \`(async () => {\${arguments[0]}})().then(
         (value) => sendAsyncMessage('\${name}', { ok: true, value }),
         (error) => sendAsyncMessage('\${name}', { ok: false, value: String(error) }))\`;
       return new Promise((resolve) => {
         // A page that moves to another process takes the script with it and never answers.
         setTimeout(() => resolve({ ok: false, value: 'no answer' }), arguments[1]);
         messageManager.addMessageListener(name, function listener({ data }) {
           messageManager.removeMessageListener(name, listener);
           resolve(data);
         });
         messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(source), false);
       });`,
      [body, timeout],
    );
    if (!answer.ok) throw new Error(`In the page: ${String(answer.value)}`);
    return answer.value;
  }
}
