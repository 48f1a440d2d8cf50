/** A JSON Schema as plain data; only objects and lists are walked. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** True for a plain object, false for a list, null or a scalar. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The same named schemas, closed: a field that the vendor does not describe is refused at any depth. A real
 * instance may add fields, a sandbox may not invent them. A schema that another one extends with `allOf` is
 * extended through an open twin, since a closed one would refuse what the extension adds.
 */
export function closeSchemas(schemas: JsonObject): JsonObject {
  const closed: Record<string, Json> = {};
  for (const [name, schema] of Object.entries(schemas)) {
    closed[name] = isErrorShape(name) ? schema : close(schema);
    closed[twin(name)] = schema;
  }
  return closed;
}

/** Closes one schema that stands by itself, for instance a request body. */
export function close(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(close);
  if (!isObject(schema)) return schema;
  const closed: Record<string, Json> = {};
  for (const [key, value] of Object.entries(schema))
    closed[key] = key === 'allOf' ? open(value) : close(value);
  if (isObject(schema.properties) && schema.additionalProperties === undefined) {
    closed.additionalProperties = false;
  }
  return closed;
}

/** GitLab's and Slack's errors come in several shapes on purpose, so they stay open. */
function isErrorShape(name: string): boolean {
  return name === 'GitLabError' || name === 'SlackError';
}

function open(members: Json): Json {
  if (!Array.isArray(members)) return members;
  return members.map((member) => {
    const ref = isObject(member) ? member.$ref : undefined;
    return typeof ref === 'string' ? { $ref: twin(ref) } : member;
  });
}

function twin(name: string): string {
  return `${name}--open`;
}
