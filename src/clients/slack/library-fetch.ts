import type { WebClientOptions } from '@slack/web-api';
import type { HttpAnswer } from '../transport/http.ts';
import type { Transport } from '../transport/transport.ts';

type LibraryFetch = NonNullable<WebClientOptions['fetch']>;

/** Our transport in the shape of the `fetch` that @slack/web-api asks for. */
export function libraryFetch(transport: Transport): LibraryFetch {
  return async (url, init = {}) => {
    const answer = await transport.send({
      method: init.method === 'POST' ? 'POST' : 'GET',
      url: String(url),
      headers: init.headers ?? {},
      body: typeof init.body === 'string' ? init.body : null,
    });
    return libraryAnswer(String(url), answer);
  };
}

function libraryAnswer(url: string, answer: HttpAnswer): Awaited<ReturnType<LibraryFetch>> {
  const { status, text } = answer;
  const bytes = Uint8Array.from(Buffer.from(text));
  return {
    ok: status >= 200 && status < 300,
    status,
    statusText: '',
    url,
    headers: {
      get: (name) => answer.headers[name.toLowerCase()] ?? null,
      entries: () => Object.entries(answer.headers),
    },
    arrayBuffer: () => Promise.resolve(bytes.buffer),
    json: () => Promise.resolve().then((): unknown => JSON.parse(text)),
    text: () => Promise.resolve(text),
  };
}
