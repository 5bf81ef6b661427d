import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Firefox's answer to a command that failed. */
export class MarionetteError extends Error {
  constructor(command: string, error: { readonly error: string; readonly message: string }) {
    super(`${command}: ${error.error}: ${error.message}`);
  }
}

/**
 * One connection to Firefox's remote control: `LENGTH:[0,id,command,parameters]` out, `LENGTH:[1,id,error,value]` back.
 * @see https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export class Marionette {
  #buffer = Buffer.alloc(0);
  #lastId = 0;
  #isOpen = true;
  readonly #waiting = new Map<number, { command: string; done(value: unknown): void; fail(error: Error): void }>();

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => this.#read(chunk));
    socket.on('close', () => this.#breakOff());
    socket.on('error', () => this.#breakOff());
  }

  /** Connects to a Firefox that may still be starting; rejects after `timeout` ms. */
  static async connect(port: number, timeout = 20_000): Promise<Marionette> {
    const until = Date.now() + timeout;
    for (;;) {
      const socket = await tryConnect(port);
      if (socket) return new Marionette(socket);
      if (Date.now() > until) throw new Error(`Firefox does not answer on port ${port}`);
      await wait(50);
    }
  }

  /** Sends a command and waits for its value; rejects with a `MarionetteError`. */
  send<T = unknown>(command: string, parameters: object = {}): Promise<T> {
    if (!this.#isOpen) return Promise.reject(new Error(`${command}: Firefox is gone`));
    const id = ++this.#lastId;
    const body = Buffer.from(JSON.stringify([0, id, command, parameters]));
    return new Promise<T>((done, fail) => {
      this.#waiting.set(id, { command, done: done as (value: unknown) => void, fail });
      this.socket.write(Buffer.concat([Buffer.from(`${body.length}:`), body]));
    });
  }

  close(): void {
    this.socket.destroy();
  }

  #read(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const colon = this.#buffer.indexOf(0x3a);
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#buffer.subarray(0, colon).toString());
      if (this.#buffer.length < end) return;
      const message: unknown = JSON.parse(this.#buffer.subarray(colon + 1, end).toString());
      this.#buffer = this.#buffer.subarray(end);
      if (Array.isArray(message)) this.#settle(message);
    }
  }

  #settle([, id, error, value]: unknown[]): void {
    const waiting = this.#waiting.get(id as number);
    this.#waiting.delete(id as number);
    if (error) waiting?.fail(new MarionetteError(waiting.command, error as { error: string; message: string }));
    else waiting?.done(value);
  }

  #breakOff(): void {
    this.#isOpen = false;
    for (const { command, fail } of this.#waiting.values()) fail(new Error(`${command}: Firefox went away`));
    this.#waiting.clear();
  }
}

function tryConnect(port: number): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}
