import { countReasons } from '../assignment/choose.ts';
import type { Candidate } from '../assignment/eligibility.ts';
import { meetingsOf } from '../assignment/engagement.ts';
import { escapeMarkdown } from '../markdown/escape-markdown.ts';
import { mentionsIn } from '../markdown/mentions-in.ts';
import { sameUsername } from '../people.ts';
import type { RecordState } from '../record/record-state.ts';
import { fileLink } from '../record/reference-words.ts';
import { opportunityChannel } from '../request/opportunity-channel.ts';
import { type RequestContext, type RequestView, requesterZone } from '../request/request-view.ts';
import { isLargeOpportunity } from '../request/temporary-channel.ts';
import { areaName, durationName, engagementName, mention, windowName } from './words.ts';

type Decision = NonNullable<RecordState['decision']>;

/** What a decision is to those who read of it. It follows from the decision and the comment before it. */
type Occasion = 'first' | 'moved' | 'reassigned' | 'by hand';

/**
 * The one comment to requester and SME when somebody was found, a date has moved or somebody else comes: who, when,
 * why, and what comes next. Its reactions are the SME's answer (`docs/rules.md#after-assignment`).
 */
export function assignedComment(
  view: RequestView,
  context: RequestContext,
  decision: Decision,
  candidates: readonly Candidate[],
): string {
  const { config } = context;
  const requester = view.issue.author.username;
  const sme = config.roster.find((each) => sameUsername(each.gitlab, decision.username));
  const name = escapeMarkdown(sme?.name ?? decision.username);
  const occasion = occasionOf(view, decision);
  return [
    `${mention([requester, decision.username])}: ${headline(view, context, decision, { occasion, name })}`,
    '',
    ...facts(view, context, decision, sme?.calendar.timezone ?? config.calendar.timezone),
    ...whyLines(occasion, candidates, decision.username),
    ...teamLines(view, context),
    '',
    nextSteps(view, decision, occasion),
  ].join('\n');
}

function occasionOf(view: RequestView, { number, username, override }: Decision): Occasion {
  const before = view.notes.get(`assigned:${number - 1}`);
  const isSame = before !== undefined && mentionsIn(before.body).some((each) => sameUsername(each, username));
  if (isSame) return 'moved';
  if (override !== null) return 'by hand';
  return before === undefined ? 'first' : 'reassigned';
}

function headline(
  view: RequestView,
  { config, directory }: RequestContext,
  { override }: Decision,
  { occasion, name }: { readonly occasion: Occasion; readonly name: string },
): string {
  const what = `this request for ${areaName(config, view)}, ${engagementName(view)}`;
  switch (occasion) {
    case 'first':
      return `**${name}** takes ${what}.`;
    case 'moved':
      return `there is a new date for ${what}; **${name}** is free then.`;
    case 'reassigned':
      return `**${name}** takes ${what} now, in place of the SME before.`;
    case 'by hand': {
      const chooser = override === null ? null : directory.byId(override);
      return `**${name}** takes ${what}, chosen by ${chooser?.username ?? 'an approver'}.`;
    }
    default:
      return occasion satisfies never;
  }
}

/** When in both zones, how long, where to talk, and the calendar file of this very decision. */
function facts(view: RequestView, context: RequestContext, decision: Decision, zone: string): string[] {
  const zones = new Set([requesterZone(context, view.issue.author.username), zone]);
  const times = [...zones].flatMap((each) => {
    return meetingsOf(decision).map((meeting) => windowName(meeting, each));
  });
  const { durationMinutes } = view.form;
  const channel = channelName(view, context);
  return [
    ...new Set(times.map((time) => `- When: ${time}`)),
    ...(durationMinutes.state === 'given'
      ? [`- How long: ${durationName(durationMinutes.value)}, and time to prepare`]
      : []),
    ...(channel === null ? [] : [`- Where to talk: ${channel} in Slack`]),
    `- ${fileLink(`file(${view.issue.iid},calendar:${decision.number})`, 'Calendar file')}`,
  ];
}

/** The opportunity's channel by name, if the desk may use it, or that there will be a temporary one. */
function channelName(view: RequestView, context: RequestContext): string | null {
  const id = opportunityChannel(view, context);
  const { slack } = context.snapshot;
  if (slack.mode !== 'on') return null;
  const found = slack.channels.find((each) => each.id === id);
  if (found !== undefined) return `\\#${escapeMarkdown(found.name)}`;
  return isLargeOpportunity(view, context)
    ? 'a temporary channel that the desk makes and invites you to'
    : null;
}

/** One sentence why this person, with counts and without names or reasons that are anybody's own business. */
function whyLines(occasion: Occasion, candidates: readonly Candidate[], username: string): string[] {
  const able = candidates.filter((each) => each.kind === 'eligible');
  const chosen = able.find((each) => sameUsername(each.sme.gitlab, username));
  if (occasion === 'moved') return [];
  if (occasion === 'by hand') {
    return chosen === undefined
      ? [
          '- Please note: by the rules of the program the desk would not have chosen this SME for this request.',
        ]
      : [];
  }
  const level =
    chosen?.level === 'associate' ? 'an associate, since no SME could take it' : 'the least engagements';
  const reasons = [...countReasons(candidates)].map(([reason, count]) => `${count} ${reason}`);
  const others = reasons.length === 0 ? '' : `; ${reasons.join(', ')}`;
  return [`- Why: of ${able.length} who could take it, ${level}${others}.`];
}

function teamLines(view: RequestView, { snapshot }: RequestContext): string[] {
  if (snapshot.salesforce.mode !== 'off') return [];
  const requester = view.issue.author.username;
  return [
    `- Salesforce is off: ${requester}, please add the SME to the opportunity team and answer \`team: done\``,
  ];
}

function nextSteps(view: RequestView, { username }: Decision, occasion: Occasion): string {
  const requester = view.issue.author.username;
  const again = occasion === 'moved' ? ' once more' : '';
  const answer = `${username}: please answer${again} by a reaction to this comment: 👍 = you take it; 👎, or a comment \`hand back: reason\`, = somebody else is looked for.`;
  if (view.state === 'changed') {
    return `${answer} The request has changed since it was approved; an approver has to look at it before anything else is arranged.`;
  }
  return `${answer} Before the call: ${username} reads the brief, which is the description above, and ${requester} shares agenda and participants here.`;
}
