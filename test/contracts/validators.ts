import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { isObject, type Json, type JsonObject } from './close-schemas.ts';
import { schemaId } from './description.ts';

/** How a value came: `json` has types of its own, in `text` (query, path, form) everything is a string. */
export type Encoding = 'json' | 'text';

/**
 * Checks values against schemas of one description. Schemas are compiled when they are first met and kept, so
 * that a long story costs little more than its calls.
 */
export interface Validators {
  /** Says what is wrong, each with its place; an empty list means that the value fits. */
  problems(schema: Json, value: unknown, encoding: Encoding): readonly string[];
}

/** Validators over the named schemas of one description. */
export function createValidators(schemas: JsonObject): Validators {
  const compilers = { json: compiler(schemas, false), text: compiler(schemas, true) };
  const compiled = { json: new Map<Json, ValidateFunction>(), text: new Map<Json, ValidateFunction>() };
  return {
    problems(schema, value, encoding) {
      let validate = compiled[encoding].get(schema);
      if (validate === undefined) {
        validate = compilers[encoding].compile(encoding === 'text' ? lenient(schema) : toSchema(schema));
        compiled[encoding].set(schema, validate);
      }
      return validate(value) ? [] : (validate.errors ?? []).map(describe);
    },
  };
}

function compiler(schemas: JsonObject, coerceTypes: boolean): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, coerceTypes });
  formats.default(ajv);
  // Widths of numbers and raw bytes: nothing that JSON could break.
  for (const name of ['int64', 'int32', 'float', 'binary']) ajv.addFormat(name, true);
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(toSchema(schema), schemaId(name));
  return ajv;
}

/** `7` as text is both the string and the integer of a `oneOf`, which would refuse it for being both. */
function lenient(schema: Json): JsonObject {
  const copy: Record<string, Json> = {};
  for (const [key, value] of Object.entries(toSchema(schema))) {
    copy[key === 'oneOf' ? 'anyOf' : key] = isObject(value) ? lenient(value) : value;
  }
  return copy;
}

function toSchema(schema: Json): JsonObject {
  return isObject(schema) ? schema : {};
}

function describe(error: ErrorObject): string {
  const extra: unknown = error.params.additionalProperty ?? error.params.allowedValues;
  const hint = extra === undefined ? '' : ` (${JSON.stringify(extra)})`;
  return `${error.instancePath} ${error.message ?? error.keyword}${hint}`.trim();
}
