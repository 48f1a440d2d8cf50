import type { GitLab } from '../../clients/gitlab/types.ts';
import type { Card } from '../../domain/board/card.ts';
import type { Instant, Reaction } from '../../domain/snapshot.ts';
import { DeskError } from '../../errors.ts';
import { eachOf } from './each-of.ts';

const connections = 8;

/** Proposals whose reactions are read in one run: each costs a call of its own. */
const mostProposalsRead = 20;

const day = 86_400_000;

/**
 * The reactions to open proposals of a duplicate, by number of the card. A reaction moves no issue's time
 * (`docs/gitlab.md#events`), so that they are read in each run; where many proposals are open, by turns: other ones each
 * day. An answer by label is heard at once.
 */
export async function reactionsToProposals(
  gitlab: GitLab,
  cards: readonly Pick<Card, 'iid' | 'state' | 'labels' | 'comments'>[],
  now: Instant,
): Promise<ReadonlyMap<number, readonly Reaction[]>> {
  const open = cards.flatMap(({ iid, state, labels, comments }) => {
    if (state === 'closed' || !labels.includes('duplicate::proposed')) return [];
    const note = comments.findLast(({ key }) => key?.startsWith('duplicate:') === true)?.id ?? null;
    return note === null ? [] : [{ iid, note }];
  });
  const found = new Map<number, readonly Reaction[]>();
  await eachOf(ofToday(open, now), connections, async ({ iid, note }) => {
    found.set(iid, await reactionsTo(gitlab, iid, note));
  });
  return found;
}

/** None to a comment that is gone: GitLab does not say of the issue that it has changed, and the others must not wait. */
async function reactionsTo(gitlab: GitLab, iid: number, note: number): Promise<readonly Reaction[]> {
  try {
    const awards = await gitlab.awards(iid, note);
    return awards.map((award) => ({ ...award, note }));
  } catch (error) {
    if (error instanceof DeskError && error.code === 'gitlab-not-found') return [];
    throw error;
  }
}

function ofToday<T>(open: readonly T[], now: Instant): T[] {
  if (open.length <= mostProposalsRead) return [...open];
  const first = (Math.floor(now / day) * mostProposalsRead) % open.length;
  return [...open, ...open].slice(first, first + mostProposalsRead);
}
