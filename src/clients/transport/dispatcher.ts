import { type Dispatcher, EnvHttpProxyAgent } from 'undici';

export interface DispatcherOptions {
  /** Only `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY` (either case) are read. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Connections to one host at a time. */
  readonly connections?: number;
  readonly connectTimeoutMs?: number;
}

/** No answer the desk asks for is near this size; a larger one would only fill the memory of the job. */
const largestAnswerBytes = 64 * 1024 * 1024;

/**
 * The connections of a run, through the proxy the environment names. Loopback never goes through a proxy: the
 * sandbox lives there. A private certificate authority is Node's own `NODE_EXTRA_CA_CERTS`.
 */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { env } = options;
  const noProxy = [env.no_proxy ?? env.NO_PROXY ?? '', 'localhost', '127.0.0.1', '::1'];
  return new EnvHttpProxyAgent({
    httpProxy: env.http_proxy ?? env.HTTP_PROXY ?? '',
    httpsProxy: env.https_proxy ?? env.HTTPS_PROXY ?? '',
    noProxy: noProxy.filter((entry) => entry !== '').join(','),
    connections: options.connections ?? 10,
    connect: { timeout: options.connectTimeoutMs ?? 10_000 },
    allowH2: false,
    maxResponseSize: largestAnswerBytes,
  });
}
