import { countReasons } from '../assignment/choose.ts';
import type { Candidate } from '../assignment/eligibility.ts';
import type { Time } from '../assignment/engagement.ts';
import { leadsToAsk } from '../authorization/may-assign.ts';
import { formatInstant } from '../calendar/format-instant.ts';
import { type RequestContext, type RequestView, requesterZone } from '../request/request-view.ts';
import { leadsInWords } from './leads-in-words.ts';
import { mention } from './words.ts';

/** Why nobody is assigned. */
export type NobodyBecause =
  | 'nobody free'
  | 'too large'
  | 'SME lost'
  | 'a lead chooses'
  | 'opportunity closed';

/** The comment when nobody can take an approved request: why, when it would work, and what the requester can do. */
export function waitlistedComment(
  view: RequestView,
  context: RequestContext,
  found: {
    readonly because: NobodyBecause;
    readonly candidates: readonly Candidate[];
    /** When somebody could come, earliest first. */
    readonly dates: readonly Time[];
  },
): string {
  const requester = view.issue.author.username;
  const leads = leadsToAsk(context.config, view.areaKey, requester);
  const anyLead = leadsInWords(context.config, view.areaKey, requester);
  const { because, candidates, dates } = found;
  switch (because) {
    case 'too large':
      return `${mention([requester, ...leads])}: approved, but it is larger than any SME’s budget, so it needs an assignment by hand. ${anyLead}: please set an SME of the roster as the assignee, or agree with ${requester} how to split it.`;
    case 'a lead chooses':
      return `${mention([requester])}: the SME cannot come any more. ${anyLead} chooses somebody else; nothing is needed of you.`;
    case 'opportunity closed':
      return `${mention([requester])}: the SME cannot come any more, and nobody else is looked for, because the opportunity is closed in Salesforce or not there any more. Once it is open there, the desk goes on by itself; if the meeting is not needed any more, please close this issue.`;
    case 'nobody free':
      return [
        `${mention([requester])}: approved, but nobody can take it yet: ${reasonsOf(candidates)}.`,
        ...choices(view, context, dates),
      ].join('\n');
    case 'SME lost':
      return [
        `${mention([requester])}: the SME cannot come any more, and nobody else can take it yet: ${reasonsOf(candidates)}.`,
        ...choices(view, context, dates),
      ].join('\n');
    default:
      return because satisfies never;
  }
}

function reasonsOf(candidates: readonly Candidate[]): string {
  const reasons = [...countReasons(candidates)].map(([reason, count]) => `${count} ${reason}`);
  return reasons.length === 0 ? 'the area has no SME' : `of the SMEs of the area ${reasons.join(', ')}`;
}

function choices(view: RequestView, context: RequestContext, dates: readonly Time[]): string[] {
  const zone = requesterZone(context, view.issue.author.username);
  const possible = dates.map(({ start }) => `- ${formatInstant(start, zone)}`);
  return [
    '',
    ...(possible.length === 0
      ? ['No date of the next weeks is known that would work.']
      : ['These dates would work, as things stand now:', '', ...possible]),
    '',
    'You can propose other dates by editing the description, choose another area there, or wait: the desk tries again in every run.',
  ];
}
