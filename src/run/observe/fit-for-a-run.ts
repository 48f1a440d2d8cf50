import type { Snapshot } from '../../domain/snapshot.ts';
import { requestLabels } from '../../domain/workflow/request-state.ts';
import { runError } from '../error-catalogue.ts';

const developer = 30;

/**
 * Throws `desk-role` unless the desk has at least the role Developer. A Guest is given a part of the confidential
 * requests without a word of it: a decision on a part of them is wrong, and so is a report; and a person's own token
 * would make that person's clicks the desk's (`docs/security.md#roles`).
 */
export function refuseSmallRole(people: Snapshot['people'], username: string): void {
  const accessLevel = people[username]?.accessLevel ?? null;
  if (accessLevel === null || accessLevel < developer) throw runError('desk-role');
}

/**
 * Throws `labels-missing` where the project lacks one. A desk without its labels would have GitLab create them in its
 * own way, or drop them in silence.
 */
export function refuseWithoutLabels(labels: Snapshot['labels']): void {
  const names = new Set(labels.map(({ name }) => name));
  const missing = requestLabels.filter((label) => !names.has(label));
  if (missing.length === 0) return;
  throw runError('labels-missing', { what: `The project lacks the labels ${missing.join(', ')}.` });
}

/** Throws `gitlab-no-clock`: no run guesses what time it is. */
export function missingClock(): never {
  throw runError('gitlab-no-clock');
}
