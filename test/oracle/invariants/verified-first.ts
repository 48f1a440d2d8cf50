import { pathOf, text } from '../call.ts';
import type { Finding } from '../finding.ts';
import { grantsOf } from '../grants.ts';
import { targetOf } from '../history.ts';
import { keyIn } from '../marker.ts';
import { at, before, deskWrote, type Seen, type SeenIssue } from '../seen.ts';

/** 17: what the desk tells as done is done: an assignment, a team row, an invitation. */
export function verifiedFirst(seen: Seen): Finding[] {
  const announced = grantsOf(seen).flatMap((grant): Finding[] => {
    const issue = seen.issues.find((each) => grant.kind === 'announcement' && each.iid === grant.iid);
    if (issue === undefined || grant.kind !== 'announcement') return [];
    return assignedAt(seen, issue, grant.sme, grant.call.seq)
      ? []
      : [
          finding(
            issue,
            `the channel ${grant.channel} heard of ${grant.sme} before the assignment`,
            grant.call.seq,
          ),
        ];
  });
  return [
    ...announced,
    ...seen.issues.flatMap((issue) => [...comments(seen, issue), ...recorded(seen, issue)]),
  ];
}

function finding(issue: SeenIssue, what: string, seq: number): Finding {
  return { invariant: 17, issue: issue.iid, what: `${what} (call ${seq})` };
}

/** Whether an SME was among the assignees. A person's own `/assign` is taken at its word. */
function assignedAt(seen: Seen, issue: SeenIssue, username: string, seq: number): boolean {
  if ((at(issue.assigned, seq) ?? []).includes(username)) return true;
  return seen.state.gitlab.executed.some(
    (each) => each.issueIid === issue.iid && /^\/(?:re)?assign/.test(each.command),
  );
}

/** A comment that tells requester and SME of the assignment comes after it. */
function comments(seen: Seen, issue: SeenIssue): Finding[] {
  return issue.calls.flatMap((call): Finding[] => {
    if (!deskWrote(seen, call) || targetOf(call, seen.project)?.rest !== '/notes') return [];
    if (!(keyIn(text(call, 'body'))?.key.startsWith('assigned:') ?? false)) return [];
    const sme = before(issue.records, call.seq)?.decision?.username ?? null;
    if (sme === null) return [finding(issue, 'an assignment was told that no record holds', call.seq)];
    return assignedAt(seen, issue, sme, call.seq)
      ? []
      : [finding(issue, `${sme} was told of an assignment that was not there`, call.seq)];
  });
}

/** A record that names a row or an invitation as made comes after the call that made it. */
function recorded(seen: Seen, issue: SeenIssue): Finding[] {
  return issue.records.flatMap(({ seq, value }) => {
    const rows = value.team.filter((wish) => /^00q/.test(wish.row ?? '') && !rowMade(seen, wish, seq));
    const invited = value.invitations.filter(
      (each) => each.outcome === 'invited' && !inviteMade(seen, each, seq),
    );
    return [
      ...rows.map((wish) =>
        finding(issue, `the record names the team row ${wish.row} that was not made`, seq),
      ),
      ...invited.map((each) =>
        finding(issue, `the record says ${each.user} was invited to ${each.channel}`, seq),
      ),
    ];
  });
}

function rowMade(
  seen: Seen,
  wish: { readonly user: string; readonly opportunity: string },
  seq: number,
): boolean {
  return seen.calls.some(
    (call) =>
      call.seq < seq &&
      deskWrote(seen, call) &&
      pathOf(call).startsWith('/services/') &&
      JSON.stringify(call.body).includes(wish.user.slice(0, 15)) &&
      JSON.stringify(call.body).includes(wish.opportunity.slice(0, 15)),
  );
}

function inviteMade(
  seen: Seen,
  wish: { readonly user: string; readonly channel: string },
  seq: number,
): boolean {
  return seen.calls.some(
    (call) =>
      call.seq < seq &&
      deskWrote(seen, call) &&
      pathOf(call) === '/api/conversations.invite' &&
      text(call, 'channel') === wish.channel &&
      text(call, 'users').includes(wish.user),
  );
}
