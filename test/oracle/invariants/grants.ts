import { formAt, whyNot } from '../authority.ts';
import { pathOf } from '../call.ts';
import type { Finding } from '../finding.ts';
import { type Grant, grantsOf } from '../grants.ts';
import { salesforceIdsOf, slackIdOf } from '../people.ts';
import { before, deskRead, type Seen, type SeenIssue } from '../seen.ts';

/** How long a reading of the authority serves, in milliseconds (`docs/security.md#approval`). */
const fresh = 60_000;

/**
 * 1: no grant without authority; 2: what is granted is what was approved. Each grant has to fit a request, and of
 * the requests it fits one must have had authority, judged at the desk's last reading of it or at the grant.
 */
export function grants(seen: Seen): Finding[] {
  return grantsOf(seen).flatMap((grant) => {
    const fitting = seen.issues.filter((issue) => fits(seen, issue, grant));
    if (fitting.length === 0) return unfounded(seen, grant);
    const judged = fitting.map((issue) => judge(seen, issue, grant));
    return judged.some((findings) => findings.length === 0) ? [] : (judged[0] ?? []);
  });
}

function describe(grant: Grant): string {
  switch (grant.kind) {
    case 'team row':
      return `the team row of ${grant.user} on ${grant.opportunity} (call ${grant.call.seq})`;
    case 'invitation':
      return `the invitation of ${grant.user} to ${grant.channel} (call ${grant.call.seq})`;
    case 'announcement':
      return `the message in ${grant.channel} that names ${grant.sme} (call ${grant.call.seq})`;
    default:
      return grant satisfies never;
  }
}

/** No request, as it was when the grant was made, is about this: neither authority nor an approved text. */
function unfounded(seen: Seen, grant: Grant): Finding[] {
  const what = `${describe(grant)} is what no request was approved for`;
  const about = grant.kind === 'announcement' && grant.iid !== null ? { issue: grant.iid } : {};
  const authorised = seen.issues.some((issue) => whyNot(seen, issue, grant.call.seq).length === 0);
  const second: Finding = { invariant: 2, ...about, what };
  return authorised
    ? [second]
    : [second, { invariant: 1, ...about, what: `${describe(grant)} rests on no approval` }];
}

function fits(seen: Seen, issue: SeenIssue, grant: Grant): boolean {
  const decided = before(issue.records, grant.call.seq)?.decision?.username ?? null;
  if (decided === null) return false;
  const form = formAt(seen, issue, grant.call.seq);
  switch (grant.kind) {
    case 'team row':
      return form.opportunity === grant.opportunity && salesforceIdsOf(seen, decided).includes(grant.user);
    case 'invitation':
      return slackIdOf(seen, decided) === grant.user && ownChannels(seen, form).includes(grant.channel);
    case 'announcement': {
      const area = seen.rules.areas.find((each) => each.key === form.area);
      const channelFits = area === undefined || area.slack.request === grant.channel;
      return grant.iid === issue.iid && decided === grant.sme && channelFits;
    }
    default:
      return grant satisfies never;
  }
}

/** Ids of the channels of an opportunity: what Salesforce says, and what the form names if it may be used. */
function ownChannels(
  seen: Seen,
  form: { readonly opportunity: string | null; readonly channel: string | null },
): string[] {
  const { salesforce, slack } = seen.state;
  const opportunity = salesforce.opportunities.find((each) => each.Id.slice(0, 15) === form.opportunity);
  const named = opportunity?.custom[seen.rules.slackChannelField];
  const written = slack.conversations
    .filter((each) => each.id === form.channel || `#${each.name}` === form.channel)
    .filter((each) => seen.rules.opportunityChannels.test(each.name));
  return [...(typeof named === 'string' ? [named] : []), ...written.map((each) => each.id)];
}

function judge(seen: Seen, issue: SeenIssue, grant: Grant): Finding[] {
  const { seq, at } = grant.call;
  const read = seen.calls.findLast(
    (call) =>
      call.seq < seq &&
      at - call.at <= fresh &&
      deskRead(seen, call) &&
      pathOf(call).endsWith(`/issues/${issue.iid}/resource_label_events`),
  );
  const where = { issue: issue.iid };
  if (read === undefined) {
    const reasons = whyNot(seen, issue, seq);
    const what = `${describe(grant)}: the approval was not read again within a minute before`;
    return [{ invariant: 1, ...where, what: [what, ...reasons].join('; ') }];
  }
  const begun = beginning(seen, issue, read.seq);
  const reasons = [seq, read.seq, begun].map((asOf) => whyNot(seen, issue, seq, asOf));
  if (reasons.some((each) => each.length === 0)) return [];
  const [now = []] = reasons;
  const changed = now.some((reason) => reason.startsWith('changed'));
  const first: Finding = { invariant: 1, ...where, what: `${describe(grant)}: ${now.join('; ')}` };
  return changed ? [first, { ...first, invariant: 2 }] : [first];
}

/** The reading of a request is several calls; a change between two of them is nobody's fault. */
function beginning(seen: Seen, issue: SeenIssue, seq: number): number {
  const alone = seen.calls.findLast(
    (call) => call.seq < seq && deskRead(seen, call) && pathOf(call).endsWith(`/issues/${issue.iid}`),
  );
  return alone?.seq ?? seq;
}
