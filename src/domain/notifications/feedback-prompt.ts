import { filledFeedbackLink } from '../board/form/feedback-form-link.ts';
import { filledFeedbackForm } from '../board/form/filled-feedback-form.ts';
import { formatDay } from '../calendar/format-instant.ts';
import { knownFeedback } from '../feedback/known-feedback.ts';
import { linkAddress } from '../markdown/link-address.ts';
import type { RecordState } from '../record/record-state.ts';
import { type RequestContext, type RequestView, requesterZone } from '../request/request-view.ts';
import { areaName, mention } from './words.ts';

type Decision = NonNullable<RecordState['decision']>;

/** The comment that asks the requester for feedback: a reaction is enough, the lines below can be copied. */
export function feedbackPrompt(view: RequestView, context: RequestContext, decision: Decision): string {
  const requester = view.issue.author.username;
  const form = filledFeedbackForm(knownFeedback(view), context.config);
  const address = linkAddress(filledFeedbackLink(context.snapshot.project, form));
  const day = formatDay(decision.end, requesterZone(context, requester));
  return [
    `${mention([requester])}: how was the meeting on ${areaName(context.config, view)} of ${day}? Please rate the SME’s help by a reaction to this comment, from :one: (no help) to :five: (just right). One reaction is enough; what you add within an hour is read too.`,
    '',
    'If you have another minute, answer with a comment as well; copy the lines you can fill in. With an outcome the request is completed at once:',
    '',
    '```',
    'rating: 5',
    'outcome: technical win',
    'nps: 9',
    'follow-up: demo, question',
    '```',
    '',
    '- Outcome is one of: technical win, open, loss, did not take place, moved.',
    '- NPS is the customer’s own answer from 0 to 10, if they were asked.',
    '- Follow-ups are any of: question, demo, best practice, content, product feedback. Each opens an issue.',
    '- What has helped, and what has not? Just write it below the lines.',
    '',
    `Is there anything product should know? Write it down as [customer feedback](${address}), one for each thing that the customer needs; the form is filled in as far as this request says.`,
  ].join('\n');
}

/** The comment that reminds the requester of the prompt. */
export function feedbackReminder(requester: string, isLast: boolean): string {
  const end = isLast ? ' Without an answer this request ends without feedback.' : '';
  return `${mention([requester])}: your feedback on this request is still missing. A reaction from :one: to :five: to this comment is enough, or a line such as \`rating: 5\`, \`outcome: did not take place\` or \`outcome: moved\`.${end}`;
}

/** The comment to a requester who has said that the meeting was moved. */
export function movedComment(requester: string): string {
  return `${mention([requester])}: moved, thank you. Please put the new dates into the description, or write a comment such as \`agreed: 2026-12-03 15:00 Europe/Madrid\`; then the SME is asked again.`;
}
