import type { IssueState } from '../gitlab/state.ts';
import { requests } from '../story/standard-story.ts';
import type { World } from '../world.ts';
import { clicksOn, deskUserId, joins, projectOf } from './place.ts';

/** How long people waited, in seconds of the demo's clock; null: it did not happen. */
export interface MeasuredTimes {
  /** From the submitted request to the desk's first comment. */
  readonly firstAnswer: number | null;
  /** From the approver's click to the comment that names the SME. */
  readonly assigned: number | null;
  /** From the approver's click to the invitation into the opportunity's channel. */
  readonly invited: number | null;
}

/** Reads the waiting times of the request for a demo out of what the systems remember. */
export function measuredTimes(world: World): MeasuredTimes {
  const issue = projectOf(world).issues[requests.demo];
  if (issue === undefined) return { firstAnswer: null, assigned: null, invited: null };
  const comments = issue.notes.filter((note) => note.authorId === deskUserId && !note.system);
  const told = comments.find((note) => note.body.includes('"key":"assigned:'))?.createdAt ?? null;
  const click = approvedAt(world, issue);
  return {
    firstAnswer: secondsBetween(issue.createdAt, comments[0]?.createdAt ?? null),
    assigned: secondsBetween(click, told),
    invited: secondsBetween(click, invitedAt(world)),
  };
}

/** The last click on the approved label by somebody other than the desk. */
function approvedAt(world: World, issue: IssueState): number | null {
  const clicks = clicksOn(world, issue, 'request::approved');
  return clicks.findLast((event) => event.userId !== deskUserId)?.createdAt ?? null;
}

function invitedAt(world: World): number | null {
  const [first] = joins(world);
  return first === undefined ? null : Number(first.ts) * 1000;
}

function secondsBetween(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : Math.round((to - from) / 1000);
}
