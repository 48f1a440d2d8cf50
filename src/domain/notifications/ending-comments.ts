import { mention } from './words.ts';

/** The comment when nobody has answered for too long. */
export function expiredComment(requester: string): string {
  return `${mention([requester])}: nothing was answered, so this request is closed. To go on with it, open the issue again and mend or answer what is asked above; it is then checked anew.`;
}

/** The comment when a decline stayed without its reason for too long. */
export function noReasonComment(requester: string, approver: string): string {
  return `${mention([requester])}: this request was declined by ${approver}, no reason given. Please ask ${approver} for it, or open this issue again if things change: it is then checked anew.`;
}

/** The comment to those concerned when a request was closed early and not opened again. */
export function cancelledComment(concerned: readonly string[], closer: string | null): string {
  const to = concerned.length === 0 ? 'For the record' : mention(concerned);
  return `${to}: this request was closed by ${closer ?? 'somebody whose account is gone'} and not opened again in time, so it is cancelled. What was arranged for it is taken back. To begin anew, open the issue again.`;
}

/** The comment to somebody who has closed a request without being able to end it. */
export function closedComment(closer: string | null): string {
  const to = closer === null ? 'For the record' : mention([closer]);
  return `${to}: this request is open again. It ends when its author, an approver of the area or a lead closes it; if it should end, please ask one of them.`;
}

/** The comment to the leads when such a closing happens a second time. */
export function closedAgainComment(leads: readonly string[], closer: string | null): string {
  return `${mention(leads)}: this request was closed by ${closer ?? 'somebody whose account is gone'}, who cannot end it, for the second time; the desk leaves it closed and grants nothing meanwhile. Please open it again, or decline it: a comment with the reason and the label \`request::declined\`.`;
}

/** The comment to the SME whose closing of the issue is taken as handing the request back. */
export function closedBySmeComment(sme: string): string {
  return `${mention([sme])}: closing the issue before the meeting is taken as handing the request back. It is open again, and the desk looks for somebody else; nothing more to do for you.`;
}

/** The comment when the opportunity of an approved request that has no SME is no longer open. */
export function nobodySoughtComment(told: readonly string[]): string {
  return `${mention(told)}: the opportunity of this request has been closed or deleted in Salesforce since it was approved, so no SME is looked for. Once it is open there, the desk goes on by itself; if the meeting is not needed any more, please close this issue.`;
}

/** The comment to approver and SME when the opportunity of an approved request is no longer open. */
export function opportunityClosedComment(told: readonly string[]): string {
  return `${mention(told)}: the opportunity of this request has been closed or deleted in Salesforce since it was approved. Nothing new is granted for it. Please settle with the requester whether the meeting takes place; closing this issue cancels it.`;
}
