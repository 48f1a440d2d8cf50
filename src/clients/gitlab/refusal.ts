import { z } from 'zod';
import { ClientError, type ClientErrorOptions } from '../client-error.ts';
import type { HttpAnswer, HttpMethod } from '../transport/http.ts';

const words = z.union([z.string(), z.array(z.string())]);
const errorBody = z.object({
  error: z.string().optional(),
  message: z.union([z.string(), z.object({ error: z.string() }), z.record(z.string(), words)]).optional(),
});

/**
 * The reason in an error answer of GitLab, in whichever of its five shapes it comes: `error`, `message` as a
 * text, as an object of lists, as `message.error`, or plain text (docs/gitlab.md#errors). A page of HTML is no
 * reason: it is the proxy's.
 */
function refusalText(answer: HttpAnswer): string {
  if (!(answer.headers['content-type'] ?? '').includes('json')) {
    return answer.text.trimStart().startsWith('<') ? '' : answer.text.trim();
  }
  const body = errorBody.safeParse(parsed(answer.text));
  if (!body.success) return '';
  const { error, message } = body.data;
  if (message === undefined) return error ?? '';
  if (typeof message === 'string') return message;
  const parts = Object.entries(message).map(([field, said]) => `${field}: ${[said].flat().join(', ')}`);
  return parts.join('; ').replace(/^error: /, '');
}

/**
 * The error for a final answer of GitLab that is no success, with the cure that fits it.
 *
 * @param safe Makes text of GitLab printable: redacted and short.
 */
export function refusal(method: HttpMethod, answer: HttpAnswer, safe: (text: string) => string): ClientError {
  const text = refusalText(answer);
  const options = { detail: safe(text), status: answer.status, reason: `http ${answer.status}` };
  switch (answer.status) {
    case 401:
      return new ClientError('gitlab-token-refused', options);
    case 403:
      return forbidden(text, options);
    case 404:
      return notFound(text, options);
    case 405:
      return notAllowed(method, text, options);
    default:
      return other(answer.status, options);
  }
}

function forbidden(text: string, options: ClientErrorOptions): ClientError {
  const scope = text.includes('insufficient_scope');
  return new ClientError(scope ? 'gitlab-token-scope-too-small' : 'gitlab-role-too-small', options);
}

/** GitLab answers 404 for what is absent and for what is hidden alike (docs/gitlab.md#errors). */
function notFound(text: string, options: ClientErrorOptions): ClientError {
  const project = text.includes('Project Not Found');
  return new ClientError(project ? 'gitlab-project-not-found' : 'gitlab-not-found', options);
}

/** 405 has two meanings: a write to the old path of a moved project, and a list beyond the offset limit. */
function notAllowed(method: HttpMethod, text: string, options: ClientErrorOptions): ClientError {
  if (text.startsWith('Offset pagination')) return new ClientError('gitlab-paging-broken', options);
  return new ClientError(method === 'GET' ? 'gitlab-refused' : 'gitlab-project-moved', options);
}

function other(status: number, options: ClientErrorOptions): ClientError {
  if (status >= 300 && status < 400) return new ClientError('gitlab-project-moved', options);
  return new ClientError('gitlab-refused', options);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
