import type * as z from 'zod';
import { didYouMean, writeOneOf } from './did-you-mean.ts';
import { type JsonSchema, schemaAt, writtenSchema } from './json-schema.ts';
import type { Finding, Path } from './problem.ts';

/** More are never read; it also bounds the work on a file that is something else altogether. */
const mostFindings = 100;

type Issue = z.core.$ZodIssue;

/** The value at a path of what was written; undefined: nothing stands there. */
function valueAt(data: unknown, path: Path): unknown {
  let here = data;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = Reflect.get(here, key);
  }
  return here;
}

/** The value as a message quotes it: short, on one line. */
function quoted(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function mustBe(schema: JsonSchema | null): string {
  if (schema?.title !== undefined) return schema.title;
  if (schema?.items !== undefined) return 'a list';
  if (schema?.properties !== undefined || schema?.additionalProperties !== undefined) return 'a map of keys';
  return 'what docs/configuration.md shows for this key';
}

function cureFor(schema: JsonSchema | null, value: unknown): string {
  if (schema?.enum !== undefined && typeof value === 'string')
    return writeOneOf(value, schema.enum.map(String));
  const [example] = schema?.examples ?? [];
  const shown = example === undefined ? '' : `, for example ${String(example)}`;
  return `Write ${mustBe(schema)}${shown}.`;
}

function pathOf(issue: Issue): Path {
  return issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
}

function unknownKeys(
  file: Finding['file'],
  root: JsonSchema,
  path: Path,
  keys: readonly string[],
): Finding[] {
  const known = Object.keys(schemaAt(root, path)?.properties ?? {});
  return keys.slice(0, mostFindings).map((key) => {
    const meant = didYouMean(key, known);
    const cure = meant === null ? `Remove it; known here: ${known.join(', ')}.` : `Did you mean "${meant}"?`;
    return { file, path: [...path, key], message: `unknown key "${key}"`, cure };
  });
}

function messageFor(issue: Issue, value: unknown, missing: boolean): string {
  if (missing) return 'is missing';
  if (value === null) return 'is empty';
  if (issue.code === 'custom') return `${quoted(value)} ${issue.message}`;
  if (issue.code === 'too_small' && Array.isArray(value)) return 'lists nothing';
  if (issue.code === 'too_big' && Array.isArray(value)) return `lists more than ${issue.maximum}`;
  return `${quoted(value)} is not accepted here`;
}

/** What the schema found in one file, in people's words; the cures come from the schema itself. */
export function schemaProblems(file: Finding['file'], data: unknown, issues: readonly Issue[]): Finding[] {
  const root = writtenSchema(file);
  const findings: Finding[] = [];
  for (const issue of issues.slice(0, mostFindings)) {
    const path = pathOf(issue);
    if (issue.code === 'unrecognized_keys') {
      findings.push(...unknownKeys(file, root, path, issue.keys));
      continue;
    }
    if (issue.code === 'invalid_key') {
      const names = schemaAt(root, path.slice(0, -1))?.propertyNames ?? null;
      findings.push({
        file,
        path,
        message: `${quoted(path.at(-1))} cannot be a key here`,
        cure: cureFor(names, null),
      });
      continue;
    }
    const value = valueAt(data, path);
    const message = messageFor(issue, value, value === undefined);
    findings.push({ file, path, message, cure: cureFor(schemaAt(root, path), value) });
  }
  return onePerPlace(findings).slice(0, mostFindings);
}

/** A value that fails several checks is one mistake of the person who wrote it. */
function onePerPlace(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const place = JSON.stringify(finding.path);
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}
