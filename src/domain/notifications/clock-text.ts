import type { Config, Sme } from '../../config/types.ts';
import { unfitToDecide } from '../authorization/approvers.ts';
import { calendarOfPerson } from '../calendar/calendar-of-person.ts';
import { formatInstant } from '../calendar/format-instant.ts';
import type { Clock } from '../clocks/clock.ts';
import type { DueMessage } from '../clocks/due-messages.ts';
import { sameUsername } from '../people.ts';
import { publicAreaName } from '../request/public-area-name.ts';
import type { RequestContext, RequestView } from '../request/request-view.ts';
import { slackText } from '../slack-text/slack-text.ts';
import { mention, sentenceList } from './words.ts';

/** What a message of a clock can use besides the request itself. */
export interface ClockTextInput {
  readonly view: RequestView;
  readonly context: RequestContext;
  /** Who would take the request in place of its SME; told to leads only. */
  readonly runnerUp: Sme | null;
  /** How many requests an outage holds of the reader's. */
  readonly held: number;
}

/** The direct message of a clock: what is waited for, what to do, and a link where the reader can open it. */
export function clockMessage(message: DueMessage, input: ClockTextInput): string {
  const sentence = sentenceOf(message, message.username, input);
  if (!canOpen(input, message.username)) return slackText`${sentence}`;
  const { iid, webUrl } = input.view.issue;
  return slackText`${sentence} ${{ kind: 'link', url: webUrl, label: `Open request #${iid}` }}`;
}

/** The same as a comment, for those people of one step whom Slack cannot reach. */
export function clockComment(
  message: DueMessage,
  usernames: readonly string[],
  input: ClockTextInput,
): string {
  return `${mention(usernames)}: ${sentenceOf(message, usernames[0] ?? '', input)}`;
}

function sentenceOf({ late, step }: DueMessage, reader: string, input: ClockTextInput): string {
  const { config } = input.context;
  const since = formatInstant(
    late.kind === 'clock' ? late.clock.since : late.since,
    calendarOfPerson(config, reader).timezone,
  );
  if (late.kind === 'outage') return outageSentence(since, input);
  const isAsked = step === 'late';
  if (late.clock.kind === 'pickup')
    return isAsked ? acceptSentence(since, input) : reassignSentence(since, input);
  if (late.clock.kind === 'assignment')
    return isAsked ? chooseSentence(since, input) : chooseInsteadSentence(since, late.clock, input);
  return isAsked ? decideSentence(since, input) : insteadSentence(since, late.clock, reader, input);
}

function decideSentence(since: string, input: ClockTextInput): string {
  return `${named(input)} has been waiting for a decision since ${since}. Please look at it: to approve, set the label \`request::approved\` or paste ${approveLine} as a comment; to decline, write the reason in a comment and set \`request::declined\`; to ask back, begin a comment with \`question:\`.`;
}

function chooseSentence(since: string, input: ClockTextInput): string {
  return `${named(input)} is approved and has been waiting for its SME since ${since}. Please choose: set somebody of the roster as its assignee, or paste \`/assign @username\` as a comment.`;
}

function chooseInsteadSentence(since: string, clock: Clock, input: ClockTextInput): string {
  const asked = sentenceList(clock.awaited);
  return `${named(input)} is approved and has been waiting for its SME since ${since}; ${asked} ${clock.awaited.length === 1 ? 'has' : 'have'} been asked. If you choose in their place: set somebody of the roster as its assignee, or paste \`/assign @username\` as a comment.`;
}

function acceptSentence(since: string, input: ClockTextInput): string {
  return `${named(input)} has been waiting for your answer since ${since}. Please accept it by 👍 on the comment that asks you, or by a comment \`accept\`. If you cannot take it, write \`hand back:\` and the reason, and the desk finds somebody else.`;
}

/** To a lead: who has been asked, and the line that decides, where it would count. */
function insteadSentence(since: string, clock: Clock, reader: string, input: ClockTextInput): string {
  const { view, context } = input;
  const asked = sentenceList(clock.awaited);
  const request = { areaKey: view.areaKey, authorId: view.issue.author.id };
  const decides = unfitToDecide(context.directory.byUsername(reader), request, view.facts) === null;
  const then = decides
    ? `If you decide in their place: paste ${approveLine} as a comment, or decline with a reason and the label \`request::declined\`.`
    : `Please ask ${asked} or a program lead to decide.`;
  return `${named(input)} has been waiting for a decision since ${since}; ${asked} ${clock.awaited.length === 1 ? 'has' : 'have'} been asked. ${then}`;
}

/**
 * To a lead: the next best, and the line that gives the request to them. Where an issue has several assignees the
 * line adds one, and only Premium has a command that replaces them: https://gitlab.com/gitlab-org/gitlab/-/issues/416520
 */
function reassignSentence(since: string, input: ClockTextInput): string {
  const { context, view, runnerUp } = input;
  const username = view.record.state?.decision?.username ?? '';
  const asked = nameOf(context.config, username);
  const premium = `(on GitLab Premium with \`/unassign @${username}\` as a line above it)`;
  const then =
    runnerUp === null
      ? `Nobody else is free at these times: please talk to ${asked}, or choose somebody by hand with \`/assign @username\` as a comment ${premium}.`
      : `The next best is ${runnerUp.name}: to give it to them, paste \`/assign @${runnerUp.gitlab}\` as a comment ${premium}.`;
  return `${named(input)} was given to ${asked}, who has been asked to accept since ${since}. ${then}`;
}

function outageSentence(since: string, input: ClockTextInput): string {
  const { iid } = input.view.issue;
  const what =
    input.held === 1 ? `request #${iid} waits` : `${input.held} requests wait, the first is #${iid}`;
  return `Salesforce has not answered since ${since}: ${what}. The check goes on by itself when it answers. Please tell whoever looks after Salesforce, and see whether one of them is urgent.`;
}

const approveLine = '`/label ~"request::approved"`';

/** Number and configured area: what a person wrote under Other stays in GitLab. */
function named({ view, context }: ClockTextInput): string {
  return `SME request #${view.issue.iid} (${publicAreaName(view, context.config)})`;
}

function nameOf(config: Config, username: string): string {
  return config.roster.find((sme) => sameUsername(sme.gitlab, username))?.name ?? username;
}

/** Planners and above open confidential issues; everybody else only what they wrote or are assigned to. */
const planner = 15;

function canOpen({ view, context }: ClockTextInput, username: string): boolean {
  const level = context.directory.byUsername(username)?.accessLevel ?? 0;
  const own = [view.issue.author, ...view.issue.assignees];
  return level >= planner || own.some((each) => sameUsername(each.username, username));
}
