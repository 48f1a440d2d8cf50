import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { DeskError } from '../errors.ts';
import type { Plan } from '../plan/plan.ts';
import { runError } from './error-catalogue.ts';

const planFile = z.object({ version: z.literal(1), now: z.number(), digest: z.string() });

/** What a saved plan binds a later run to. */
export interface SavedPlan {
  readonly now: number;
  readonly digest: string;
}

/** Saves a plan for a person to read and to apply as it is. Readable by its owner only: it names customers. */
export async function savePlan(file: string, plan: Plan): Promise<void> {
  const text = `${JSON.stringify({ version: 1, ...plan }, null, 2)}\n`;
  try {
    await writeFile(file, text, { mode: 0o600 });
  } catch (cause) {
    throw unusable(file, 'cannot be written', cause);
  }
}

/** Reads the moment and the digest of a saved plan. */
export async function readPlan(file: string): Promise<SavedPlan> {
  try {
    const { now, digest } = planFile.parse(JSON.parse(await readFile(file, 'utf8')));
    return { now, digest };
  } catch (cause) {
    throw unusable(file, 'is not a plan', cause);
  }
}

function unusable(file: string, what: string, cause: unknown): DeskError {
  return runError('plan-file', { what: `The plan file ${file} ${what}.`, cause });
}

/** The world has changed since a plan was saved: nothing of it is applied. */
export function planMoved(file: string): DeskError {
  const what = `The plan in ${file} does not fit any more: GitLab, Salesforce or Slack has changed since.`;
  return runError('plan-moved', { what });
}
