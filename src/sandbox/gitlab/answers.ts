import { type Answer, bareAnswer, jsonAnswer, textAnswer } from '../answer.ts';
/**
 * GitLab's answers. An error text can sit in five places, depending on which layer refused
 * (`docs/gitlab.md#errors`): `.error`, `.message` as a string, `.message` as an object of lists,
 * `.message.error`, or plain text.
 */

/** A refusal: thrown by the rule that refuses, sent as it is. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Record<string, string>;

  constructor(status: number, body: unknown, headers: Record<string, string> = {}) {
    super(`refused with ${status}`);
    this.name = 'Refusal';
    this.status = status;
    this.body = body;
    this.headers = headers;
  }

  /** The refusal as an answer; a string body is sent as plain text. */
  response(): Answer {
    const { status, body, headers } = this;
    return typeof body === 'string' ? textAnswer(body, status, headers) : jsonAnswer(body, status, headers);
  }
}

/** A JSON answer. */
export function answer(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return jsonAnswer(body, status, headers);
}

/** An answer without a body: 204 after a deletion, 304 when nothing had to change. */
export function emptyAnswer(status: 204 | 304): Answer {
  return bareAnswer(status);
}

/** 400 by the parameter layer: `title is missing`, `state does not have a valid value`. */
export function badParameter(text: string): Refusal {
  return new Refusal(400, { error: text });
}

/** 400 by the model: `{ title: ["can't be blank"] }`. */
export function invalidModel(problems: Record<string, string[]>): Refusal {
  return new Refusal(400, { message: problems });
}

/** 400 by an endpoint's own check, with GitLab's usual prefix. */
export function badRequest(reason: string): Refusal {
  return new Refusal(400, { message: `400 Bad request - ${reason}` });
}

/** 400 with a text of the service that refused, without the prefix. */
export function refusedByService(text: string): Refusal {
  return new Refusal(400, { message: text });
}

/** 401: no token, or none that GitLab knows. */
export function unauthorized(): Refusal {
  return new Refusal(401, { message: '401 Unauthorized' });
}

/** 403: the object is visible, the right is missing. */
export function forbidden(reason?: string): Refusal {
  return new Refusal(403, { message: reason === undefined ? '403 Forbidden' : `403 Forbidden - ${reason}` });
}

/** 404: hidden and missing look the same. `notFound('Project')` gives GitLab's `404 Project Not Found`. */
export function notFound(what?: string): Refusal {
  return new Refusal(404, { message: what === undefined ? '404 Not found' : `404 ${what} Not Found` });
}

/** 409: something with that key exists. */
export function conflict(text: string): Refusal {
  return new Refusal(409, { message: text });
}
