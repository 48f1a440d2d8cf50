import type { Person, Snapshot } from './snapshot.ts';

/** Finds people by their id, the only thing an event proves. */
export interface Directory {
  readonly byId: (id: number) => Person | null;
  readonly byUsername: (username: string) => Person | null;
}

/** The directory of a snapshot. */
export function directoryOf(people: Snapshot['people']): Directory {
  const ids = new Map(Object.values(people).map((person) => [person.id, person]));
  const names = new Map(Object.values(people).map((person) => [foldedName(person.username), person]));
  return {
    byId: (id) => ids.get(id) ?? null,
    byUsername: (username) => names.get(foldedName(username)) ?? null,
  };
}

/** Whether two usernames are one account: GitLab knows no difference of case, and configurations are written by hand. */
export function sameUsername(a: string, b: string): boolean {
  return foldedName(a) === foldedName(b);
}

function foldedName(username: string): string {
  return username.toLowerCase();
}
