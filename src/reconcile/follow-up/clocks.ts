import { type DueMessage, dueMessages } from '../../domain/clocks/due-messages.ts';
import { heldFor } from '../../domain/clocks/outage.ts';
import { runnerUp } from '../../domain/clocks/runner-up.ts';
import { slackPerson } from '../../domain/clocks/slack-person.ts';
import { type ClockTextInput, clockComment, clockMessage } from '../../domain/notifications/clock-text.ts';
import type { RequestView } from '../../domain/request/request-view.ts';
import type { IssueAction } from '../../plan/action.ts';
import { commentOnce, expectOf } from '../request/actions-on.ts';
import type { PhaseInput } from '../request/phase.ts';
import { ownMessages } from '../slack/own-messages.ts';

/**
 * Tells whoever is late, then the area leads, then the program leads (`docs/rules.md#clocks`): by direct message while
 * Slack is on, and then never on the issue; by a comment while it is off. Whom Slack does not know, and everybody
 * while it is down, stays owed the message until the wait ends.
 */
export function clocks(input: PhaseInput): IssueAction[] {
  const { view, context } = input;
  const views = input.views.map((each) => (each.issue.iid === view.issue.iid ? view : each));
  const due = dueMessages(view, context, views);
  switch (context.snapshot.slack.mode) {
    case 'on':
      return due.flatMap((message) => tell(message, { ...input, views }));
    case 'off':
      return [...new Set(due.map((each) => each.key))].flatMap((key) =>
        comment(
          due.filter((each) => each.key === key),
          { ...input, views },
        ),
      );
    case 'down':
      return [];
    default:
      return context.snapshot.slack satisfies never;
  }
}

/** One message for each person and step, found again by its key in their conversation. */
function tell(message: DueMessage, input: PhaseInput): IssueAction[] {
  const { view, context } = input;
  const { slack } = context.snapshot;
  const person = slackPerson(context, message.username);
  if (slack.mode !== 'on' || person.kind !== 'known') return [];
  const key = messageKey(view, message);
  const [oldest, ...surplus] =
    person.channel === null ? [] : ownMessages(slack, { channel: person.channel, key });
  const on = { issue: view.issue.iid, expect: expectOf(view) };
  if (oldest === undefined) {
    const text = clockMessage(message, textInput(message, input));
    return [{ ...on, kind: 'slack.tell', user: person.id, key, text }];
  }
  return surplus.flatMap(({ channel, ts }): IssueAction[] =>
    ts.includes('(') ? [] : [{ ...on, kind: 'slack.delete', channel, ts, key }],
  );
}

function messageKey({ issue }: RequestView, { key }: DueMessage): string {
  return `${issue.projectId}/${issue.iid}/clock/${key.replaceAll(':', '/')}`;
}

/** One comment for each step; what leads are told is for leads, and not for the requester to read. */
function comment(due: readonly DueMessage[], input: PhaseInput): IssueAction[] {
  const [first] = due;
  if (first === undefined) return [];
  const usernames = due.map((each) => each.username);
  return commentOnce(input.view, {
    key: `clock:${first.key}`,
    body: clockComment(first, usernames, textInput(first, input)),
    mentions: usernames,
    internal: first.step !== 'late',
  });
}

function textInput(
  { late, step, username }: DueMessage,
  { view, context, views, engagements }: PhaseInput,
): ClockTextInput {
  const reassigns = late.kind === 'clock' && late.clock.kind === 'pickup' && step !== 'late';
  return {
    view,
    context,
    runnerUp: reassigns ? runnerUp(view, context, engagements) : null,
    held: late.kind === 'outage' ? heldFor(username, views, context.config).length : 0,
  };
}
