import type { Received } from '../arrival.ts';
import { badParameter } from './answers.ts';

/**
 * Parameters of a call as GitLab sees them: query and body in one, `not[labels]` and `iids[]` unfolded. The
 * readers below refuse what GitLab's parameter layer refuses, with its words (`docs/gitlab.md#errors`).
 */
export type Parameters = Record<string, unknown>;

/**
 * Query and body of a request together; the body wins. JSON and form bodies are read, others ignored. A file of a form
 * is its name and its text.
 */
export async function readParameters(request: Received): Promise<Parameters> {
  const parameters: Parameters = {};
  for (const [key, value] of request.url.searchParams) put(parameters, key, value);
  if (request.method === 'GET' || request.method === 'HEAD') return parameters;
  const type = request.headers['content-type'] ?? '';
  if (type.includes('multipart/form-data')) return { ...parameters, ...(await readForm(request)) };
  const { text } = request;
  if (text === '') return parameters;
  if (type.includes('application/json')) return { ...parameters, ...parseJson(text) };
  if (type.includes('x-www-form-urlencoded')) {
    for (const [key, value] of new URLSearchParams(text)) put(parameters, key, value);
  }
  return parameters;
}

async function readForm(request: Received): Promise<Parameters> {
  const parameters: Parameters = {};
  const form = new Response(new Uint8Array(request.bytes), { headers: request.headers });
  for (const [key, value] of await form.formData()) {
    if (typeof value === 'string') put(parameters, key, value);
    else parameters[key] = { filename: value.name, content: await value.text() };
  }
  return parameters;
}

function parseJson(text: string): Parameters {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    throw badParameter('There was a problem in the JSON you submitted');
  }
}

function put(parameters: Parameters, key: string, value: string): void {
  const nested = /^(?<name>[^[\]]+)\[(?<inner>[^[\]]*)\](?<list>\[\])?$/.exec(key)?.groups;
  if (nested === undefined) {
    parameters[key] = value;
    return;
  }
  const name = nested.name ?? key;
  if (nested.inner === '') {
    const list = parameters[name];
    parameters[name] = Array.isArray(list) ? [...list, value] : [value];
    return;
  }
  const record = parameters[name];
  parameters[name] = { ...(isRecord(record) ? record : {}), [nested.inner ?? '']: value };
}

/** Whether a value is a plain object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the parameter was sent at all; `null` and an empty text count as sent. */
export function isGiven(parameters: Parameters, key: string): boolean {
  return parameters[key] !== undefined;
}

/** A text; undefined when absent. */
export function text(parameters: Parameters, key: string): string | undefined {
  const value = parameters[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw badParameter(`${key} is invalid`);
}

/** A text that has to be there; it may be empty. */
export function requiredText(parameters: Parameters, key: string): string {
  const value = text(parameters, key);
  if (value === undefined) throw badParameter(`${key} is missing`);
  return value;
}

/** A whole number; undefined when absent. */
export function integer(parameters: Parameters, key: string): number | undefined {
  const value = text(parameters, key);
  if (value === undefined || value === '') return undefined;
  if (!/^-?\d+$/.test(value)) throw badParameter(`${key} is invalid`);
  return Number(value);
}

/** True or false; undefined when absent. */
export function flag(parameters: Parameters, key: string): boolean | undefined {
  const value = text(parameters, key);
  if (value === undefined || value === '') return undefined;
  if (value === 'true' || value === '1') return true;
  if (value === 'false' || value === '0') return false;
  throw badParameter(`${key} is invalid`);
}

/** One of the values an endpoint allows; undefined when absent. */
export function oneOf<Value extends string>(
  parameters: Parameters,
  key: string,
  values: readonly Value[],
): Value | undefined {
  const given = text(parameters, key);
  if (given === undefined) return undefined;
  const known = values.find((value) => value === given);
  if (known === undefined) throw badParameter(`${key} does not have a valid value`);
  return known;
}

/** A list, sent as an array or with commas; empty elements are dropped; undefined when absent. */
export function list(parameters: Parameters, key: string): string[] | undefined {
  const value = parameters[key];
  if (value === undefined) return undefined;
  if (value === null) return [];
  const parts: unknown[] = Array.isArray(value) ? value : [value];
  return parts
    .flatMap((part) => String(part).split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A list of ids; `0` and an empty list mean nobody; undefined when absent. */
export function idList(parameters: Parameters, key: string): number[] | undefined {
  const given = list(parameters, key);
  if (given === undefined) return undefined;
  if (given.some((part) => !/^\d+$/.test(part))) throw badParameter(`${key} is invalid`);
  return given.map(Number).filter((id) => id !== 0);
}

/**
 * A point in time, epoch milliseconds; undefined when absent. A `+` that was not encoded arrives as a space.
 */
export function instant(parameters: Parameters, key: string): number | undefined {
  const value = text(parameters, key);
  if (value === undefined || value === '') return undefined;
  const at = Date.parse(value);
  if (Number.isNaN(at)) throw badParameter(`${key} is invalid`);
  return at;
}

/** Parameters inside a parameter, such as `not[labels]`; empty when absent. */
export function nested(parameters: Parameters, key: string): Parameters {
  const value = parameters[key];
  if (value === undefined) return {};
  if (!isRecord(value)) throw badParameter(`${key} is invalid`);
  return value;
}
