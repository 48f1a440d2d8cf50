import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The repository's root, where `.gitlab-ci.yml` is. */
export const repository = new URL('../../', import.meta.url).pathname;

/** A pipeline file: jobs and settings by name. */
export interface PipelineFile {
  readonly [name: string]: unknown;
  readonly workflow?: { readonly rules?: unknown };
}

/** `.gitlab-ci.yml` as written; `!reference [a, b]` reads as the list `[a, b]`. */
export function readPipeline(): PipelineFile {
  return parsePipeline(readFileSync(`${repository}.gitlab-ci.yml`, 'utf8'));
}

/** Parses pipeline YAML with GitLab's one tag of its own. */
export function parsePipeline(text: string): PipelineFile {
  return parse(text, { customTags: [{ tag: '!reference', collection: 'seq' }] });
}
