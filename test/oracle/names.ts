import type { Seen } from './seen.ts';

/** Names behind an at sign that GitLab knows: users, groups, and `all`; code calls upon nobody. */
export function namesIn(seen: Seen, body: string): string[] {
  const { users, groups } = seen.state.gitlab;
  const known = new Set([
    'all',
    ...Object.values(users).map((user) => user.username.toLowerCase()),
    ...Object.values(groups).map((group) => group.path.toLowerCase()),
  ]);
  const prose = body
    .replace(/^```[\s\S]*?^```/gm, ' ')
    .replace(/`[^`\n]*`/g, ' ')
    .replace(/&(?:#0*64|#x0*40|commat);/gi, '@');
  const found = [...prose.matchAll(/(?<![\w])@([\w.][\w./-]*)/g)].map((match) =>
    (match[1] ?? '').toLowerCase(),
  );
  return found.map((name) => name.replace(/[./-]+$/, '')).filter((name) => known.has(name));
}
