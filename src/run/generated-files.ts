import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { schemaFiles } from '../config/json-schema.ts';
import type { Config } from '../config/types.ts';
import { feedbackTemplate, feedbackTemplatePath } from '../report/feedback-template.ts';
import { requestTemplate, requestTemplatePath } from '../report/request-template.ts';
import { runbookPage } from '../report/runbook.ts';
import { runbookSections } from './runbook-sections.ts';

/** A file that is made from the configuration, its schema or the code, and kept in the repository. */
interface GeneratedFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** A generated file that is not what it should be; `current` is null if it is not there. */
export interface StaleFile extends GeneratedFile {
  readonly current: string | null;
}

/** Every generated file as it should be. */
function generatedFiles(config: Config): readonly GeneratedFile[] {
  return [
    { path: requestTemplatePath, text: requestTemplate(config) },
    { path: feedbackTemplatePath, text: feedbackTemplate(config) },
    ...schemaFiles(),
    { path: 'docs/runbook.md', text: runbookPage(runbookSections()) },
  ];
}

async function currentText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw cause;
  }
}

/** The generated files under the root that differ from what the configuration makes. */
export async function staleFiles(root: string, config: Config): Promise<readonly StaleFile[]> {
  const stale: StaleFile[] = [];
  for (const file of generatedFiles(config)) {
    const current = await currentText(join(root, file.path));
    if (current !== file.text) stale.push({ ...file, current });
  }
  return stale;
}

/** Writes the files under the root, with the directories they need. */
export async function writeGenerated(root: string, files: readonly GeneratedFile[]): Promise<void> {
  for (const { path, text } of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}
