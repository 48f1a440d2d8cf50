import { Dispatcher } from 'undici';
import type { Sandbox } from '../../src/sandbox/server.ts';

/**
 * Connections that end in a sandbox of the same process. The calls are those of any run, bytes and all; only the
 * sockets are left out, for a fifth of the time that the laws would take. The stories of `test/e2e` keep them.
 */
export class WithoutSockets extends Dispatcher {
  readonly #sandbox: Sandbox;

  constructor(sandbox: Sandbox) {
    super();
    this.#sandbox = sandbox;
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    void this.#answer(options, handler);
    return true;
  }

  async #answer(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): Promise<void> {
    const call = new Underway(handler);
    if (options.origin?.toString() !== this.#sandbox.origin) {
      call.abort(new Error(`nobody listens at ${options.origin}`));
      return;
    }
    handler.onRequestStart?.(call, {});
    const answer = await this.#sandbox.answer({
      method: options.method,
      url: options.path,
      headers: inLowerCase(options.headers),
      body: Buffer.from(typeof options.body === 'string' ? options.body : ''),
    });
    if (call.aborted) return;
    if (answer === null) {
      call.abort(Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }));
      return;
    }
    handler.onResponseStart?.(call, answer.status, { ...answer.headers });
    handler.onResponseData?.(call, answer.body);
    handler.onResponseEnd?.(call, {});
  }
}

/** One call, which whoever waits for it may give up. */
class Underway implements Dispatcher.DispatchController {
  aborted = false;
  paused = false;
  reason: Error | null = null;
  readonly #handler: Dispatcher.DispatchHandler;

  constructor(handler: Dispatcher.DispatchHandler) {
    this.#handler = handler;
  }

  abort(reason: Error): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    this.#handler.onResponseError?.(this, reason);
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
  }
}

function inLowerCase(headers: Dispatcher.DispatchOptions['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}
