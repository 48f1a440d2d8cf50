import type { ZodType } from 'zod';
import type { Exchange } from '../../src/sandbox/exchange.ts';
import type { Breach, Part } from './breach.ts';
import { readFields } from './fields.ts';
import { mediaType } from './media-type.ts';
import type { NotDescribed } from './not-described-route.ts';

/** Everything in which one exchange leaves the sandbox's own schemas for a route no vendor describes. */
export function checkNotDescribed(
  route: NotDescribed,
  exchange: Exchange,
  query: URLSearchParams,
): readonly Breach[] {
  const at = { route: route.route, status: exchange.status };
  const unknown = Object.keys(readFields(query, new Set())).filter((name) => !route.query.includes(name));
  const breaches: Breach[] = unknown.map((name) => ({
    ...at,
    part: 'query',
    detail: `/${name} is not known`,
  }));
  const { body } = exchange.request;
  if (body !== '' && !(route.body === null && body === '{}')) {
    breaches.push(...checkMessage(at, 'body', route.body, readValue(exchange.request)));
  }
  if (exchange.status >= 500 && exchange.status !== 501) return breaches;
  const answer = route.answers[exchange.status];
  if (answer === undefined)
    return [...breaches, { ...at, part: 'status', detail: 'the status is not known' }];
  return [...breaches, ...checkMessage(at, 'answer', answer, readValue(exchange.answer))];
}

function checkMessage(
  at: { readonly route: string; readonly status: number },
  part: Part,
  schema: ZodType | null,
  value: unknown,
): Breach[] {
  if (schema === null) return [{ ...at, part, detail: 'a body where none is known' }];
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.map((issue) => ({
    ...at,
    part,
    detail: `/${issue.path.join('/')} ${issue.message}`,
  }));
}

/** The body as a value: parsed JSON, the fields of a form, else the text. */
function readValue(message: Exchange['answer']): unknown {
  const type = mediaType(message);
  if (type === 'application/x-www-form-urlencoded')
    return readFields(new URLSearchParams(message.body), new Set());
  if (type !== 'application/json') return message.body;
  try {
    return JSON.parse(message.body);
  } catch {
    return message.body;
  }
}
