import { countReasons } from '../assignment/choose.ts';
import { approversToAsk } from '../authorization/approvers.ts';
import { dayOf } from '../calendar/day.ts';
import { formatInstant } from '../calendar/format-instant.ts';
import { escapeMarkdown } from '../markdown/escape-markdown.ts';
import { type RequestContext, type RequestView, requesterZone } from '../request/request-view.ts';
import type { Shown } from '../validation/check-request.ts';
import { areaName, durationName, engagementName, mention, sentenceList } from './words.ts';

/** The people to mention while a request waits for an approval. */
export function approversOfRequest(view: RequestView, context: RequestContext): string[] {
  return approversToAsk(context.config, view.areaKey, view.issue.author.username);
}

/** The record while a request waits: what was checked, what is unusual, and the line that approves. */
export function waitingText(view: RequestView, context: RequestContext, shown: Shown): string {
  const approvers = approversOfRequest(view, context);
  const { approvalWithin } = context.config.requests;
  const warnings = warningsOf(view, context, shown);
  return [
    `**Waiting for an approval.** ${mention(approvers)}: please decide on this request for ${areaName(context.config, view)}, ${engagementName(view)}.`,
    '',
    'To approve, set the label `request::approved`, or paste or mail back this line: `/label ~"request::approved"`. To decline, write the reason in a comment and set `request::declined`.',
    '',
    ...factsOf(view, context, shown).map((fact) => `- ${fact}`),
    ...(warnings.length === 0 ? [] : ['', '**Please look at:**', '', ...warnings.map((each) => `- ${each}`)]),
    '',
    `${sentenceList(approvers, 'or')} decides, usually within ${approvalWithin.amount} ${approvalWithin.unit}.`,
  ].join('\n');
}

function factsOf(view: RequestView, context: RequestContext, shown: Shown): string[] {
  const { form } = view;
  const zone = requesterZone(context, view.issue.author.username);
  const dates = form.dates.state === 'given' ? form.dates.value : [];
  const duration =
    form.durationMinutes.state === 'given' ? durationName(form.durationMinutes.value) : 'unknown';
  const when = dates.map((date) =>
    date.allDay ? `${dayOf(date.timezone, date.start)} (any time)` : formatInstant(date.start, zone),
  );
  return [
    opportunityFact(shown),
    `Requester: ${view.issue.author.username}, ${context.config.roles[shown.role] ?? shown.role}`,
    `When: ${when.join(form.series ? ' and ' : ' or ')}, ${duration}`,
    `SMEs: ${availabilityFact(shown)}`,
    channelFact(view, context, shown),
  ];
}

function opportunityFact(shown: Shown): string {
  const check = shown.opportunity;
  if (check.kind === 'off') return 'Opportunity: not checked, Salesforce is off';
  const { opportunity } = check;
  const account = opportunity.accountName === null ? '' : ` of ${escapeMarkdown(opportunity.accountName)}`;
  return `Opportunity: ${escapeMarkdown(opportunity.name)}${account}, ${escapeMarkdown(opportunity.stage)}, closes ${opportunity.closeDate}`;
}

function availabilityFact(shown: Shown): string {
  const able = shown.candidates.filter((each) => each.kind === 'eligible').length;
  const reasons = [...countReasons(shown.candidates)].map(([reason, count]) => `${count} ${reason}`);
  const others = reasons.length === 0 ? '' : ` (${reasons.join(', ')})`;
  return able === 0 ? `nobody could take it${others}` : `${able} could take it${others}`;
}

function channelFact(view: RequestView, context: RequestContext, shown: Shown): string {
  const { mode } = context.snapshot.slack;
  if (mode === 'off') return 'Slack: off';
  if (mode === 'down') return 'Slack channel: not checked, Slack does not answer';
  if (shown.channel !== null) return `Slack channel: #${escapeMarkdown(shown.channel.name)}`;
  if (view.form.slackChannel.state !== 'given') return 'Slack channel: none named';
  return 'Slack channel: the one named cannot be used. It has to be an opportunity channel, not shared, to which the desk was invited';
}

function warningsOf(view: RequestView, context: RequestContext, shown: Shown): string[] {
  const warnings: string[] = [];
  const { opportunity } = shown;
  if (opportunity.kind === 'fine') {
    if (opportunity.standing === 'not on the team')
      warnings.push('The requester is not on the opportunity team.');
    if (opportunity.standing === 'not matched') {
      warnings.push('The requester could not be matched to a Salesforce user: not checked.');
    }
    for (const difference of opportunity.differences) {
      warnings.push(
        `${difference.field}: the form says ${escapeMarkdown(difference.form)}, Salesforce ${escapeMarkdown(difference.salesforce)}.`,
      );
    }
  }
  if (shown.leadTime.kind === 'fast track') {
    const reason = view.form.fastTrackReason.state === 'given' ? view.form.fastTrackReason.value : '';
    warnings.push(`Fast track: ${escapeMarkdown(reason)}`);
  }
  if (shown.duplicates.length > 0) {
    warnings.push(`It looks like ${shown.duplicates.map((iid) => `#${iid}`).join(', ')}.`);
  }
  if (shown.tooLarge) warnings.push('It is larger than any SME budget: please assign by hand or split it.');
  const area = context.config.areas.find((each) => each.key === view.areaKey);
  if (area?.live === false) warnings.push('This area is not live yet: nobody is assigned by the desk.');
  return warnings;
}
