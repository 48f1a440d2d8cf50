import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { close, closeSchemas, isObject, type Json, type JsonObject } from './close-schemas.ts';
import { patternOf, type Template } from './template.ts';

/** One described operation; schemas are plain JSON Schema whose references are `schemaId`s. */
export interface Operation extends Template {
  readonly parameters: readonly Parameter[];
  /** By media type; empty where no body is described. */
  readonly bodies: Readonly<Record<string, Json>>;
  /** By status; the inner record is by media type and empty where no body is described. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Json;
}

/** A vendor's description, read and closed. */
export interface Description {
  readonly operations: readonly Operation[];
  readonly schemas: JsonObject;
}

const json: z.ZodType<Json> = z.json();
const content = z.record(z.string(), z.object({ schema: json }));
const parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().default(false),
  schema: json.default({}),
});
const answer = z.object({ content: content.default({}) });
const operation = z.object({
  parameters: z.array(parameter).default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), json),
});
const description = z.object({
  paths: z.record(z.string(), z.record(z.string(), json)),
  components: z.object({
    schemas: z.record(z.string(), json),
    responses: z.record(z.string(), json).default({}),
  }),
});

const named = '#/components/schemas/';
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/**
 * Reads a vendor's OpenAPI description. `base` is where the sandbox serves its paths (`''` for GitLab, whose
 * paths are whole, `/api` for Slack). Answers and request bodies are closed: see `closeSchemas`.
 */
export function readDescription(file: string, base: string): Description {
  const document = description.parse(anchor(json.parse(JSON.parse(readFileSync(file, 'utf8')))));
  const operations: Operation[] = [];
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      if (item[method] !== undefined) {
        operations.push(readOperation(method, base + path, item[method], document.components.responses));
      }
    }
  }
  return { operations, schemas: closeSchemas(document.components.schemas) };
}

function readOperation(method: string, path: string, source: Json, shared: Record<string, Json>): Operation {
  const { parameters, requestBody, responses } = operation.parse(source);
  const answers: Record<string, Record<string, Json>> = {};
  for (const [status, response] of Object.entries(responses)) {
    answers[status] = schemasOf(answer.parse(follow(response, shared)).content);
  }
  const bodies = schemasOf(requestBody?.content ?? {});
  for (const [type, schema] of Object.entries(bodies)) bodies[type] = close(schema);
  return { ...patternOf(`${method.toUpperCase()} ${path}`), parameters, bodies, answers };
}

function schemasOf(source: z.infer<typeof content>): Record<string, Json> {
  const schemas: Record<string, Json> = {};
  for (const [type, { schema }] of Object.entries(source)) schemas[type] = schema;
  return schemas;
}

function follow(response: Json, shared: Readonly<Record<string, Json>>): Json {
  const reference = isObject(response) ? response.$ref : undefined;
  if (typeof reference !== 'string') return response;
  return shared[reference.slice(reference.lastIndexOf('/') + 1)] ?? {};
}

/**
 * The name under which a named schema is known. Each has its own, so that it is compiled once and not once for every
 * operation that uses it.
 */
export function schemaId(name: string): string {
  return `contract:/${name}`;
}

/** Turns references into the document to references by name, which hold outside of it too. */
function anchor(value: Json): Json {
  if (Array.isArray(value)) return value.map(anchor);
  if (!isObject(value)) return value;
  const anchored: Record<string, Json> = {};
  for (const [key, entry] of Object.entries(value)) {
    const isNamed = key === '$ref' && typeof entry === 'string' && entry.startsWith(named);
    anchored[key] = isNamed ? schemaId(entry.slice(named.length)) : anchor(entry);
  }
  return anchored;
}
