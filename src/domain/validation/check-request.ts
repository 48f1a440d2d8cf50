import { type Candidate, candidateOf, exceedsEveryBudget } from '../assignment/eligibility.ts';
import type { Engagement, Time } from '../assignment/engagement.ts';
import { nextPossibleDates } from '../assignment/next-possible.ts';
import { wishOf } from '../assignment/wish.ts';
import type { Problem } from '../form/request-form.ts';
import type { RequestContext, RequestView } from '../request/request-view.ts';
import type { ChannelFacts } from '../snapshot.ts';
import { checkLeadTime, type LeadTimeCheck, leadTimeFacts } from './check-lead-time.ts';
import { checkOpportunity, type OpportunityCheck } from './check-opportunity.ts';
import { checkRequester } from './check-requester.ts';
import { type EarlierRequests, earlierRequests } from './earlier-requests.ts';
import { duplicatesOf } from './find-duplicates.ts';
import { resolveChannel } from './resolve-channel.ts';

/** What a clean request shows to the approver. */
export interface Shown {
  readonly role: string;
  readonly opportunity: Exclude<OpportunityCheck, { kind: 'problems' | 'held' }>;
  readonly leadTime: Exclude<LeadTimeCheck, { kind: 'problem' }>;
  /** Numbers of open requests for the same opportunity, area and dates. */
  readonly duplicates: readonly number[];
  readonly earlier: EarlierRequests;
  readonly candidates: readonly Candidate[];
  /** When somebody could, soonest first; only where nobody can at the proposed times. */
  readonly nextDates: readonly Time[];
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
  if (requester.kind === 'problems') return requester;
  const { role } = requester;
  const author = directory.byUsername(issue.author.username);
  const opportunity = checkOpportunity(config, snapshot.salesforce, { issue, form, role }, author);
  if (opportunity.kind === 'problems' || opportunity.kind === 'held') return opportunity;
  const leadTime = checkLeadTime(config, form, leadTimeFacts(view));
  if (leadTime.kind === 'problem') return { kind: 'problems', problems: [leadTime.problem] };
  const duplicates = duplicatesOf(view, others.views);
  const earlier = earlierRequests(view, others.views, snapshot.salesforce);
  const channel = resolveChannel(form, config, snapshot.slack);
  const available = availabilityOf(view, context, others.engagements);
  return {
    kind: 'clean',
    shown: { role, opportunity, leadTime, duplicates, earlier, channel, ...available },
  };
}

/** Step 6: who could take it, and where nobody could, when somebody can. */
function availabilityOf(
  view: RequestView,
  { config, directory, snapshot }: RequestContext,
  engagements: readonly Engagement[],
): Pick<Shown, 'candidates' | 'nextDates' | 'tooLarge'> {
  const wish = wishOf(view);
  if (wish === null) return { candidates: [], nextDates: [], tooLarge: false };
  const supply = { config, directory, engagements, now: snapshot.now };
  const candidates = config.roster.map((sme) => candidateOf(sme, wish, supply)).filter(inArea);
  const tooLarge = exceedsEveryBudget(wish, supply);
  const needless = tooLarge || candidates.some((each) => each.kind === 'eligible');
  return { candidates, nextDates: needless ? [] : nextPossibleDates(wish, supply), tooLarge };
}

function inArea(candidate: Candidate): boolean {
  return candidate.kind === 'eligible' || candidate.reason !== 'not in the area';
}
