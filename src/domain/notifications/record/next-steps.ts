import { isByHand, type Search } from '../../assignment/who-searches.ts';
import { nobodyCanDecide } from '../../authorization/approvers.ts';
import type { RecordState } from '../../record/record-state.ts';
import { approversOfRequest } from '../../request/approvers-of-request.ts';
import type { RequestContext, RequestView } from '../../request/request-view.ts';
import type { RequestState } from '../../workflow/request-state.ts';
import { leadsInWords } from '../leads-in-words.ts';
import { sentenceList, spanName } from '../words.ts';

/** What the people of a request can do next, a line for each who can; empty where nothing is left to do. */
export function nextSteps(
  view: RequestView,
  context: RequestContext,
  record: RecordState,
  state: RequestState,
  search: Search,
): string[] {
  const requester = view.issue.author.username;
  const approvers = sentenceList(approversOfRequest(view, context), 'or');
  const { requests } = context.config;
  const sme = record.decision?.username ?? 'the SME';
  switch (state) {
    case 'submitted':
      return [
        `${requester}: nothing to do now. The desk says what is missing, or shows the request to ${approvers === '' ? 'those who decide' : approvers}.`,
      ];
    case 'needs-info':
      return [
        `${requester}: edit the description as the newest comment to you asks, or answer the question in it. The desk looks again by itself; after ${spanName(requests.expireAfter)} without an answer the request is closed.`,
      ];
    case 'awaiting-approval':
      if (nobodyCanDecide(view.facts)) return [nobodyStep(requester)];
      return [...decideSteps(approvers), waitStep(requester, approvers, spanName(requests.approvalWithin))];
    case 'changed':
      if (nobodyCanDecide(view.facts)) return [nobodyStep(requester)];
      return [
        ...decideSteps(approvers),
        `${requester}: nothing to do now. What was arranged stays until ${approvers} has decided, and nothing new is.`,
      ];
    case 'approved':
      return search === 'the desk'
        ? [`${requester}: nothing to do now. The desk looks for an SME in every run.`]
        : searchSteps(view, context, search);
    case 'waitlisted':
      if (search !== 'the desk') return searchSteps(view, context, search);
      return [
        `${requester}: propose other dates in the description, choose another area, or wait.`,
        `${approvers}: to choose somebody by hand, set the assignee.`,
      ];
    case 'assigned':
      return [
        `${sme}: 👍 on the comment that assigns this, or a comment that begins with \`accept\`. To give it back: 👎, or \`hand back:\` and why.`,
        ...meetingSteps(requester, sme),
      ];
    case 'engaged':
      return [
        ...meetingSteps(requester, sme),
        `${sme}: if you cannot come, write \`hand back:\` and why; the desk then looks for somebody else.`,
      ];
    case 'awaiting-feedback':
      return [`${requester}: answer the comment that asks how it went; one reaction is enough.`];
    case 'completed':
      return [];
    case 'declined':
    case 'cancelled':
      return [`${requester}: if things change, open this issue again: it is then checked anew.`];
    default:
      return state satisfies never;
  }
}

/** Where the desk itself looks for nobody. */
function searchSteps(view: RequestView, context: RequestContext, search: Search): string[] {
  const requester = view.issue.author.username;
  const leads = leadsInWords(context.config, view.areaKey, requester);
  const choose = `${leads}: to choose somebody by hand, set the assignee.`;
  if (search === 'nobody, opportunity closed') {
    return [
      `${requester}: close this issue if the meeting is not needed any more. Once the opportunity is open again in Salesforce, the desk goes on by itself.`,
    ];
  }
  const split = search === 'a lead, too large' ? ` Or agree with ${requester} how to split it.` : '';
  return [
    `${requester}: nothing to do now.${isByHand(search) ? ` ${leads} chooses the SME.` : ''}`,
    choose + split,
  ];
}

/** The line to paste stands inside a sentence: at the start of a line GitLab would run it (`docs/security.md#sinks`). */
function decideSteps(approvers: string): string[] {
  return [
    `${approvers}: to approve, set the label \`request::approved\`, or paste or mail back this line: \`/label ~"request::approved"\``,
    `${approvers}: to decline, write the reason in a comment and set \`request::declined\`. To ask back, begin a comment with \`question:\``,
  ];
}

/** Where the author is the only one who could decide, waiting leads to nothing. */
function nobodyStep(requester: string): string {
  return `${requester}: nobody else can decide on this request, and nobody decides on a request of their own. Please have another approver of the area or another program lead entered in \`config/program.yml\`, and ask them to decide here.`;
}

function waitStep(requester: string, approvers: string, within: string): string {
  return `${requester}: nothing to do now. ${approvers} decides, usually within ${within}. Another opportunity, area, type of engagement or Slack channel, or a longer duration is shown to them anew; everything else may be edited as you like.`;
}

function meetingSteps(requester: string, sme: string): string[] {
  return [
    `${requester} and ${sme}: for another time edit the dates in the description, or write what you have settled as \`agreed: 2026-12-03 15:00 Europe/Madrid\`.`,
  ];
}
