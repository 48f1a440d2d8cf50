import type { World } from '../world.ts';
import { noteText } from './note-text.ts';
import { issuesOf } from './place.ts';

/** What somebody has said on an issue: in a comment, or by a reaction to one. */
export type Said =
  | { readonly kind: 'comment'; readonly issue: number; readonly words: string }
  | {
      readonly kind: 'reaction';
      readonly issue: number;
      /** As GitLab calls it, such as `thumbsup`. */
      readonly name: string;
      /** The first line of the comment it is on. */
      readonly to: string;
    };

/** What people have said between two states of the world in which the desk has not run. */
export function saidBetween(before: World, after: World): Said[] {
  const known = new Set(issuesOf(before).flatMap(({ notes }) => notes.map(({ id }) => id)));
  const old = new Set(
    issuesOf(before).flatMap(({ notes }) => notes.flatMap(({ awards }) => awards.map(({ id }) => id))),
  );
  return issuesOf(after).flatMap(({ iid, notes }) =>
    notes
      .filter(({ system }) => !system)
      .flatMap(({ id, body, awards }): Said[] => {
        const { firstLine } = noteText(body);
        const fresh = awards.filter((award) => !old.has(award.id));
        return [
          ...(known.has(id) ? [] : [{ kind: 'comment' as const, issue: iid, words: firstLine }]),
          ...fresh.map(({ name }) => ({ kind: 'reaction' as const, issue: iid, name, to: firstLine })),
        ];
      }),
  );
}
