import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createDispatcher } from '../../../src/clients/transport/dispatcher.ts';
import { exchange } from '../../../src/clients/transport/exchange.ts';
import { localService, portOf } from '../support/local-service.ts';

const call = (url: string) => ({ method: 'GET', url, headers: {}, body: null }) as const;

/** A proxy that remembers which tunnels it was asked for and refuses them. */
async function refusingTunnels() {
  const asked: string[] = [];
  const server = createServer();
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    asked,
    origin: `http://127.0.0.1:${portOf(server.address())}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('proxies', () => {
  it('are asked for a tunnel to an https address, and their refusal means that nothing was sent', async () => {
    await using proxy = await refusingTunnels();
    const dispatcher = createDispatcher({ env: { HTTPS_PROXY: proxy.origin } });

    const attempt = await exchange(call('https://gitlab.example.com/api/v4/user'), dispatcher, 5000);

    expect(proxy.asked).toEqual(['gitlab.example.com:443']);
    expect(attempt.kind).toBe('never-sent');
  });

  it('carry plain http, with the address in full', async () => {
    await using proxy = await localService(() => ({ status: 200, body: { through: 'proxy' } }));
    const dispatcher = createDispatcher({ env: { http_proxy: proxy.origin } });

    const attempt = await exchange(call('http://gitlab.example.com/api/v4/user'), dispatcher, 5000);

    expect(attempt).toMatchObject({ kind: 'answered', answer: { text: '{"through":"proxy"}' } });
    expect(proxy.seen[0]?.headers.host).toBe('gitlab.example.com');
  });

  it('are left out for loopback and for NO_PROXY', async () => {
    await using proxy = await refusingTunnels();
    await using service = await localService(() => ({ status: 200 }));
    const env = { HTTP_PROXY: proxy.origin, HTTPS_PROXY: proxy.origin, NO_PROXY: 'gitlab.invalid' };
    const dispatcher = createDispatcher({ env });

    const local = await exchange(call(`${service.origin}/x`), dispatcher, 5000);
    const excepted = await exchange(call('https://gitlab.invalid/x'), dispatcher, 5000);

    expect([local.kind, excepted.kind]).toEqual(['answered', 'never-sent']);
    expect(proxy.asked).toEqual([]);
  });

  it('that are down mean that nothing was sent', async () => {
    const dispatcher = createDispatcher({ env: { HTTPS_PROXY: 'http://127.0.0.1:9' } });

    const attempt = await exchange(call('https://gitlab.example.com/x'), dispatcher, 5000);

    expect(attempt.kind).toBe('never-sent');
  });
});
