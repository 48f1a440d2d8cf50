import { z } from 'zod';
import type { Answered, SandboxCaller } from '../sandbox-caller.ts';

/** Calls GitLab and insists on a status; gives the answer. `path` starts below the desk's project. */
export type Go = (
  as: string,
  method: string,
  path: string,
  status: number,
  body?: unknown,
) => Promise<Answered>;

const project = '/projects/acme%2Fsme-desk';

/** Calls on the desk's project; a path that starts with `~` stands below `/api/v4` itself. */
export function goer(caller: SandboxCaller): Go {
  return async (as, method, path, status, body) => {
    const full = path.startsWith('~') ? path.slice(1) : project + path;
    const answered = await caller.gitlab(as, method, full, body);
    if (answered.status === status) return answered;
    const found = `${answered.status} ${JSON.stringify(answered.body)}`;
    throw new Error(`${method} ${full} as ${as}: expected ${status}, found ${found}`);
  };
}

/** The id in an answer. */
export function idOf(answered: Answered): number {
  return z.looseObject({ id: z.int() }).parse(answered.body).id;
}

/** The ids in a list. */
export function idsOf(answered: Answered): readonly number[] {
  return z
    .array(z.looseObject({ id: z.int() }))
    .parse(answered.body)
    .map(({ id }) => id);
}
