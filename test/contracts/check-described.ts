import type { Exchange } from '../../src/sandbox/exchange.ts';
import type { Breach, Part } from './breach.ts';
import type { Json } from './close-schemas.ts';
import type { Operation, Parameter } from './description.ts';
import { readFields } from './fields.ts';
import { mediaType } from './media-type.ts';
import type { Encoding, Validators } from './validators.ts';

/** An exchange on a route that the vendor describes, taken apart. */
interface Described {
  readonly exchange: Exchange;
  readonly operation: Operation;
  /** Path values by name, decoded. */
  readonly values: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly validators: Validators;
}

/** Everything in which one exchange leaves the vendor's description of its route. */
export function checkDescribed(described: Described): readonly Breach[] {
  return [
    ...checkPath(described),
    ...checkQuery(described),
    ...checkBody(described),
    ...checkAnswer(described),
  ];
}

function checkPath(described: Described): Breach[] {
  const schema = schemaOfParameters(described.operation, 'path');
  return problemsIn(described, 'path', schema, { ...described.values }, 'text');
}

function checkQuery(described: Described): Breach[] {
  const schema = schemaOfParameters(described.operation, 'query');
  const whole = new Set<string>();
  for (const parameter of described.operation.parameters) whole.add(parameter.name);
  const fields = readFields(described.query, whole);
  for (const parameter of described.operation.parameters)
    fields[parameter.name] = spread(parameter, fields[parameter.name]);
  return problemsIn(described, 'query', schema, withoutAbsent(fields), 'text');
}

function checkBody(described: Described): Breach[] {
  const { exchange, operation } = described;
  const { body } = exchange.request;
  if (exchange.method === 'GET' || body === '') return [];
  const type = mediaType(exchange.request);
  const schema = operation.bodies[type];
  if (schema !== undefined) return checkTypedBody(described, type, schema);
  if (Object.keys(operation.bodies).length > 0) return [breach(described, 'body', `sent as ${type}`)];
  const detail = `${body === '{}' ? 'an empty object' : 'a body'} where no body is described`;
  return [breach(described, 'body', detail)];
}

function checkTypedBody(described: Described, type: string, schema: Json): Breach[] {
  const { body } = described.exchange.request;
  if (type === 'application/json') return checkJson(described, 'body', schema, body);
  // The parts of a multipart body are not taken apart: only uploads use it, and the desk uploads nothing.
  if (type !== 'application/x-www-form-urlencoded') return [];
  return problemsIn(described, 'body', schema, readFields(new URLSearchParams(body), new Set()), 'text');
}

function checkAnswer(described: Described): Breach[] {
  const { exchange, operation } = described;
  const { status } = exchange;
  if (status === 501)
    return [breach(described, 'route', 'described by the vendor, not served by the sandbox')];
  // What a failing server or a proxy says is in no description; clients have to live with any text.
  if (status >= 500) return [];
  const contents = operation.answers[String(status)];
  if (contents === undefined) return [breach(described, 'status', `${status} is not described`)];
  const type = mediaType(exchange.answer);
  const schema = contents[type];
  if (schema === undefined) return checkUndescribedContent(described, contents, type);
  if (type !== 'application/json')
    return problemsIn(described, 'answer', schema, exchange.answer.body, 'text');
  return checkJson(described, 'answer', schema, exchange.answer.body);
}

function checkUndescribedContent(
  described: Described,
  contents: Readonly<Record<string, Json>>,
  type: string,
): Breach[] {
  if (Object.keys(contents).length > 0) return [breach(described, 'answer', `answered as '${type}'`)];
  return described.exchange.answer.body === ''
    ? []
    : [breach(described, 'answer', 'a body where none is described')];
}

function checkJson(described: Described, part: Part, schema: Json, text: string): Breach[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [breach(described, part, 'is not JSON')];
  }
  return problemsIn(described, part, schema, value, 'json');
}

function problemsIn(
  described: Described,
  part: Part,
  schema: Json,
  value: unknown,
  encoding: Encoding,
): Breach[] {
  const problems = described.validators.problems(schema, value, encoding);
  return problems.map((problem) => breach(described, part, problem));
}

function breach(described: Described, part: Part, detail: string): Breach {
  return { route: described.operation.route, part, status: described.exchange.status, detail };
}

const parameterSchemas = new WeakMap<Operation, Map<string, Json>>();

/** One closed object schema for all parameters of one place; the same object each time, so that it stays compiled. */
function schemaOfParameters(operation: Operation, place: 'path' | 'query'): Json {
  const known = parameterSchemas.get(operation) ?? new Map<string, Json>();
  parameterSchemas.set(operation, known);
  const schema =
    known.get(place) ?? objectOf(operation.parameters.filter((parameter) => parameter.in === place));
  known.set(place, schema);
  return schema;
}

function objectOf(parameters: readonly Parameter[]): Json {
  const properties: Record<string, Json> = {};
  for (const parameter of parameters) properties[parameter.name] = parameter.schema;
  const required = parameters.filter((parameter) => parameter.required).map((parameter) => parameter.name);
  return { type: 'object', properties, required, additionalProperties: false };
}

/** Lists may come with commas. */
function spread(parameter: Parameter, value: unknown): unknown {
  const { schema } = parameter;
  const isList = typeof schema === 'object' && schema !== null && 'type' in schema && schema.type === 'array';
  return isList && typeof value === 'string' ? value.split(',') : value;
}

function withoutAbsent(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
