import type { SandboxCaller } from '../sandbox-caller.ts';

/** Every route of the sandbox's Stack Overflow: once as it is meant, and with its refusals. */
export async function walkStackOverflow(caller: SandboxCaller): Promise<void> {
  const go = async (path: string, status: number, token?: string) => {
    const answered = await caller.stackOverflow(path, token);
    if (answered.status === status) return;
    const found = `${answered.status} ${JSON.stringify(answered.body)}`;
    throw new Error(`GET ${path}: expected ${status}, found ${found}`);
  };
  await go('/acme/tags?partialName=ai&pageSize=100&sort=name&order=asc', 200);
  await go('/acme/tags?pageSize=7', 400);
  await go('/acme/questions', 200);
  await go('/acme/questions?tagId=401&from=2026-10-01T00:00:00Z&to=2026-11-01T00:00:00Z&page=1', 200);
  await go('/acme/questions?from=yesterday', 400);
  await go('/acme/questions', 401, 'nobody');
  await go('/elsewhere/questions', 404);
  await go('/acme/questions/501/answers?order=asc&sort=creation', 200);
  await go('/acme/questions/501/answers?order=up', 400);
  await go('/acme/questions/1/answers', 404);
}
