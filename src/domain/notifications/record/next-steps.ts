import type { RecordState } from '../../record/record-state.ts';
import { approversOfRequest } from '../../request/approvers-of-request.ts';
import type { RequestContext, RequestView } from '../../request/request-view.ts';
import type { RequestState } from '../../workflow/request-state.ts';
import { sentenceList, spanName } from '../words.ts';

/** What the people of a request can do next, a line for each who can; empty where nothing is left to do. */
export function nextSteps(
  view: RequestView,
  context: RequestContext,
  record: RecordState,
  state: RequestState,
): string[] {
  const requester = view.issue.author.username;
  const approvers = sentenceList(approversOfRequest(view, context), 'or');
  const { requests } = context.config;
  const sme = record.decision?.username ?? 'the SME';
  switch (state) {
    case 'submitted':
      return [
        `${requester}: nothing to do now. The desk says what is missing, or shows the request to ${approvers}.`,
      ];
    case 'needs-info':
      return [
        `${requester}: edit the description as the newest comment to you asks, or answer the question in it. The desk looks again by itself; after ${spanName(requests.expireAfter)} without an answer the request is closed.`,
      ];
    case 'awaiting-approval':
      return [...decideSteps(approvers), waitStep(requester, approvers, spanName(requests.approvalWithin))];
    case 'changed':
      return [
        ...decideSteps(approvers),
        `${requester}: nothing to do now. What was arranged stays until ${approvers} has decided, and nothing new is.`,
      ];
    case 'approved':
      return [`${requester}: nothing to do now. The desk looks for an SME in every run.`];
    case 'waitlisted':
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

/** The line to paste stands inside a sentence: at the start of a line GitLab would run it (`docs/security.md#sinks`). */
function decideSteps(approvers: string): string[] {
  return [
    `${approvers}: to approve, set the label \`request::approved\`, or paste or mail back this line: \`/label ~"request::approved"\``,
    `${approvers}: to decline, write the reason in a comment and set \`request::declined\`. To ask back, begin a comment with \`question:\``,
  ];
}

function waitStep(requester: string, approvers: string, within: string): string {
  return `${requester}: nothing to do now. ${approvers} decides, usually within ${within}. Another opportunity, area, type of engagement or Slack channel, or a longer duration is shown to them anew; everything else may be edited as you like.`;
}

function meetingSteps(requester: string, sme: string): string[] {
  return [
    `${requester} and ${sme}: for another time edit the dates in the description, or write what you have settled as \`agreed: 2026-12-03 15:00 Europe/Madrid\`.`,
  ];
}
