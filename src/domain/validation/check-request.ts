import { type Candidate, candidateOf, exceedsEveryBudget } from '../assignment/eligibility.ts';
import type { Engagement } from '../assignment/engagement.ts';
import { wishOf } from '../assignment/wish.ts';
import type { Problem } from '../form/request-form.ts';
import type { RequestContext, RequestView } from '../request/request-view.ts';
import type { ChannelFacts } from '../snapshot.ts';
import { checkLeadTime, type LeadTimeCheck } from './check-lead-time.ts';
import { checkOpportunity, type OpportunityCheck } from './check-opportunity.ts';
import { checkRequester } from './check-requester.ts';
import { duplicatesOf } from './find-duplicates.ts';
import { resolveChannel } from './resolve-channel.ts';

/** What a clean request shows to the approver. */
export interface Shown {
  readonly role: string;
  readonly opportunity: Exclude<OpportunityCheck, { kind: 'problem' | 'held' }>;
  readonly leadTime: Exclude<LeadTimeCheck, { kind: 'problem' }>;
  /** Numbers of open requests for the same opportunity, area and dates. */
  readonly duplicates: readonly number[];
  readonly candidates: readonly Candidate[];
  readonly tooLarge: boolean;
  /** The opportunity's channel as the request names it, if Slack knows it and the desk may use it. */
  readonly channel: ChannelFacts | null;
}

/** The outcome of validation: clean, a list of problems of the first step that has any, or held by an outage. */
export type CheckResult =
  | { readonly kind: 'clean'; readonly shown: Shown }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'held'; readonly reason: string };

/** Checks one request in the six steps of `docs/rules.md#validation`; each step reports all its problems. */
export function checkRequest(
  view: RequestView,
  context: RequestContext,
  others: { readonly views: readonly RequestView[]; readonly engagements: readonly Engagement[] },
): CheckResult {
  const { config, snapshot, directory } = context;
  const { issue, form } = view;
  if (form.problems.length > 0) return { kind: 'problems', problems: form.problems };
  const requester = checkRequester(config, snapshot.groups, issue, form);
  if (requester.kind === 'problem') return { kind: 'problems', problems: [requester.problem] };
  const { role } = requester;
  const author = directory.byUsername(issue.author.username);
  const opportunity = checkOpportunity(config, snapshot.salesforce, { issue, form, role }, author);
  if (opportunity.kind === 'problem') return { kind: 'problems', problems: [opportunity.problem] };
  if (opportunity.kind === 'held') return opportunity;
  const leadTime = checkLeadTime(config, form, issue.createdAt);
  if (leadTime.kind === 'problem') return { kind: 'problems', problems: [leadTime.problem] };
  const wish = wishOf(view);
  const supply = { config, directory, engagements: others.engagements, now: snapshot.now };
  const candidates = wish === null ? [] : config.roster.map((sme) => candidateOf(sme, wish, supply));
  return {
    kind: 'clean',
    shown: {
      role,
      opportunity,
      leadTime,
      duplicates: duplicatesOf(view, others.views),
      candidates: candidates.filter(inArea),
      tooLarge: wish !== null && exceedsEveryBudget(wish, supply),
      channel: resolveChannel(form, config, snapshot.slack),
    },
  };
}

function inArea(candidate: Candidate): boolean {
  return candidate.kind === 'eligible' || candidate.reason !== 'not in the area';
}
