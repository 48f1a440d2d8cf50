import { feedbackEnd, keptOf, remindersDue } from '../../domain/feedback/feedback-end.ts';
import { feedbackOf } from '../../domain/feedback/feedback-of.ts';
import { mayBeAsked } from '../../domain/feedback/may-be-asked.ts';
import type { Reply } from '../../domain/feedback/read-reply.ts';
import { feedbackReminder, movedComment } from '../../domain/notifications/feedback-prompt.ts';
import { recordText } from '../../domain/notifications/record-text.ts';
import { isReference } from '../../domain/record/reference-words.ts';
import type { IssueAction } from '../../plan/action.ts';
import { commentOnce, decidedOn, moveTo, recordOf, writeRecord } from '../request/actions-on.ts';
import type { PhaseInput } from '../request/phase.ts';
import { archiveLabels, undoLabels } from '../request/undo-labels.ts';

/**
 * The wait for feedback: it ends with a rating that nothing more was added to, with the word that nothing took place, or when the reminders are used
 * up (`docs/rules.md#feedback`). A meeting that was moved waits for its new date instead.
 */
export function feedback(input: PhaseInput): IssueAction[] {
  const { view, context } = input;
  if (view.state !== 'awaiting-feedback') return [];
  const { config, snapshot } = context;
  const end = feedbackEnd(view, config, snapshot.now);
  if (end !== null) return complete(input, end.reply, end.tookPlace);
  const reply = feedbackOf(view);
  if (reply === null) return [];
  return [...(reply.outcome === 'moved' ? noteMoved(input, reply) : []), ...remind(input, reply)];
}

/** Done once every issue that follows is there; the label waits for those that are opened in this very run. */
function complete({ view, context }: PhaseInput, reply: Reply, tookPlace: boolean): IssueAction[] {
  const before = recordOf(view, context);
  const opened = before.followUps.map((each) => each.issue);
  if (tookPlace && opened.includes(null)) return [];
  const needs = opened.flatMap((each) => (typeof each === 'string' && isReference(each) ? [each] : []));
  const record = decidedOn({ ...before, feedback: keptOf(reply) }, view, 'completed');
  const why = reply.rating === null ? 'no rating was given' : 'the feedback is there';
  const move = moveTo(view, 'feedback done', 'completed', {
    ...(tookPlace ? archiveLabels(context, record) : undoLabels(view, context, record)),
    why,
  });
  return [
    writeRecord(view, { record, text: recordText(view, context, record, 'completed'), why }),
    needs.length === 0 ? move : { ...move, needs },
  ];
}

/** Not over after all: the record says so, and the requester is asked once for the new date. */
function noteMoved({ view, context }: PhaseInput, reply: Reply): IssueAction[] {
  const before = recordOf(view, context);
  const requester = view.issue.author.username;
  const record = { ...before, feedback: keptOf(reply) };
  const isNoted = JSON.stringify(before.feedback) === JSON.stringify(record.feedback);
  const text = recordText(view, context, record, 'awaiting-feedback');
  return [
    ...(isNoted ? [] : [writeRecord(view, { record, text, why: 'the meeting was moved' })]),
    ...commentOnce(view, {
      key: `feedback-moved:${before.decision?.number}`,
      body: movedComment(requester),
      mentions: [requester],
    }),
  ];
}

/** Of several reminders that are due at once only the last is written. */
function remind({ view, context }: PhaseInput, reply: Reply): IssueAction[] {
  const { config, snapshot } = context;
  const due = remindersDue(view, config, snapshot.now, reply);
  const number = view.record.state?.decision?.number;
  // Who has rated has answered, and may still add something.
  if (reply.rating !== null && reply.outcome !== 'moved') return [];
  if (due === 0 || number === undefined || !mayBeAsked(view, context)) return [];
  const requester = view.issue.author.username;
  const isLast = due === config.requests.feedbackReminders.length;
  return commentOnce(view, {
    key: `feedback-reminder:${number}:${due}`,
    body: reply.outcome === 'moved' ? movedComment(requester) : feedbackReminder(requester, isLast),
    mentions: [requester],
  });
}
