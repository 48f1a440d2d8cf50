import type { Refusal } from '../authorization/approval.ts';
import { escapeMarkdown } from '../markdown/escape-markdown.ts';
import { sentenceList } from './words.ts';

/** Why a click on a label was taken back, by its failing condition, and what to do instead. */
export type ClaimRefusal = Refusal | 'desk-label' | 'over';

/** The refusals that take a label back; who was early is thanked instead. */
export type LabelRefusal = Exclude<ClaimRefusal, 'early'>;

/** By the failing condition: why, and after the full stop what to do. Each is a heading in `docs/runbook.md`. */
export const labelRefusals: Readonly<Record<LabelRefusal, string>> = {
  unknown: 'the desk does not know this user as a member of the project. Please ask an approver of the area',
  inactive: 'the account is not active. Please ask another approver of the area',
  bot: 'only people approve. Please ask an approver of the area',
  desk: 'the desk itself never approves. Somebody else may be using its token: please tell the operator at once',
  author: 'nobody approves a request of their own. Please ask another approver or a program lead',
  'not-approver': 'only the approvers of the area and program leads decide. Please ask one of them',
  'before-reopening':
    'the issue was closed or reopened after the label was set. Please set the label once more',
  'renamed-label':
    'the label was renamed since. Please tell the operator, and set `request::approved` once more',
  changed: 'the request has changed since it was shown. Please look at it again and set the label once more',
  closed: 'the issue is closed. Please reopen it first',
  public: 'the issue was not confidential. The desk has made it so; please set the label once more',
  over: 'the meeting is over, so there is nothing left to decide. For another meeting please open a new request',
  'desk-label':
    'people set only `request::approved` and `request::declined`; every other `request::` label is set by the desk',
};

/** The comment to somebody whose label was taken back. */
export function refusalComment(username: string, label: string, refusal: ClaimRefusal): string {
  if (refusal === 'early') {
    return `@${username}: Thanks! The request has been checked only now; please look at it and set the label once more.`;
  }
  return `@${username}: the label \`${label.replaceAll('`', '')}\` was taken back, because ${labelRefusals[refusal]}. Code: \`label-${refusal}\``;
}

/** The comment that asks an approver for the reason of a decline. `reasons`: what it may begin with, to be counted. */
export function reasonComment(username: string, reasons: readonly string[]): string {
  const named = sentenceList(
    reasons.map((reason) => `*${escapeMarkdown(reason)}*`),
    'or',
  );
  const hint =
    named === '' ? '' : ` If one of these fits, please begin with it, so that it is counted: ${named}.`;
  return `@${username}: please write in a comment why this request is declined; the requester is told your words' meaning by you, not by the desk.${hint} Until then nothing new is granted.`;
}

/** The comment that tells the requester about a decline. */
export function declinedComment(requester: string, approver: string): string {
  return `@${requester}: this request was declined by ${approver}; the reason stands in their comment above. If things change, open this issue again: it is then checked anew. For questions ask ${approver}.`;
}
