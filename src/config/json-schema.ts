import * as z from 'zod';
import type { Path } from './problem.ts';
import { programFile } from './schema/program.ts';
import { rosterFile } from './schema/roster.ts';

/** The parts of a JSON Schema that the desk reads back. */
export interface JsonSchema {
  readonly title?: string;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
}

/** What may be written in each file, as JSON Schema. Editors get the same text, so a cure and a hint agree. */
export function writtenSchema(file: 'program' | 'roster'): JsonSchema {
  const schema = file === 'program' ? programFile : rosterFile;
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) as JsonSchema;
}

function step(schema: JsonSchema, key: string | number): JsonSchema | undefined {
  if (typeof key === 'number') return schema.items;
  const { properties, additionalProperties } = schema;
  if (properties !== undefined && Object.hasOwn(properties, key)) return properties[key];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

/** What the schema says about the place, or null if it knows no such place. */
export function schemaAt(schema: JsonSchema, path: Path): JsonSchema | null {
  let here: JsonSchema | undefined = schema;
  for (const key of path) {
    if (here === undefined) return null;
    here = step(here, key);
  }
  return here ?? null;
}

/** The schema files of the repository: path from its root, and text. */
export function schemaFiles(): readonly { readonly path: string; readonly text: string }[] {
  return (['program', 'roster'] as const).map((file) => ({
    path: `schemas/${file}.schema.json`,
    text: `${JSON.stringify(writtenSchema(file), null, 2)}\n`,
  }));
}
