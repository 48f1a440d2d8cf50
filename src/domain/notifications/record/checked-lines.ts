import { countReasons } from '../../assignment/choose.ts';
import { formatInstant } from '../../calendar/format-instant.ts';
import { shortText } from '../../markdown/table-cell.ts';
import { type RequestContext, type RequestView, requesterZone } from '../../request/request-view.ts';
import type { Shown } from '../../validation/check-request.ts';
import { sentenceList, spanName } from '../words.ts';
import { differenceTable, earlierFact, opportunityFact, standingWords } from './opportunity-lines.ts';

/**
 * What was checked and what an approver should look at, as escaped lines of Markdown. The record keeps them when a
 * request is shown, so that every later text repeats what the decision was made on (`docs/rules.md#validation`).
 */
export function checkedLines(view: RequestView, context: RequestContext, shown: Shown): string[] {
  const warnings = warningsOf(view, context, shown);
  const table = differenceTable(shown);
  return [
    '#### What was checked',
    '',
    ...factsOf(view, context, shown).map((fact) => `- ${fact}`),
    ...(warnings.length === 0 ? [] : ['', '#### Please look at', '', ...warnings.map((each) => `- ${each}`)]),
    ...(table.length === 0 ? [] : ['', ...table]),
  ];
}

function factsOf(view: RequestView, context: RequestContext, shown: Shown): string[] {
  const { roles, requests } = context.config;
  const earlier = earlierFact(shown);
  return [
    opportunityFact(shown),
    `Requester: ${view.issue.author.username}, ${roles[shown.role] ?? shown.role}${standingWords(shown)}`,
    `Lead time: ${shown.leadTime.kind === 'fine' ? `at least ${spanName(requests.leadTime)}` : 'fast track'}`,
    `SMEs: ${availabilityFact(shown)}`,
    channelFact(view, context, shown),
    ...(earlier === null ? [] : [earlier]),
  ];
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
  if (shown.channel !== null) return `Slack channel: #${shortText(shown.channel.name)}`;
  if (view.form.slackChannel.state !== 'given') return 'Slack channel: none named';
  return 'Slack channel: the one named cannot be used. It has to be an opportunity channel, not shared, to which the desk was invited';
}

function warningsOf(view: RequestView, context: RequestContext, shown: Shown): string[] {
  const area = context.config.areas.find((each) => each.key === view.areaKey);
  const duplicates = sentenceList(shown.duplicates.map((iid) => `#${iid}`));
  return [
    ...opportunityWarnings(shown),
    ...(shown.leadTime.kind === 'fast track' ? [`Fast track: ${reasonOf(view)}`] : []),
    ...(duplicates === '' ? [] : [`It asks for the same as ${duplicates}: opportunity, area and a date.`]),
    ...(shown.tooLarge
      ? ['It is larger than any SME budget: please assign it by hand, or ask for it to be split.']
      : noneAvailable(view, context, shown)),
    ...(area?.live === false ? ['This area is not live yet: nobody is assigned by the desk.'] : []),
  ];
}

function reasonOf({ form }: RequestView): string {
  return form.fastTrackReason.state === 'given'
    ? shortText(form.fastTrackReason.value)
    : 'no reason is given';
}

function opportunityWarnings({ opportunity }: Shown): string[] {
  if (opportunity.kind === 'off') return ['The opportunity was not checked: Salesforce is off.'];
  const warnings: string[] = [];
  if (opportunity.standing === 'not on the team') {
    warnings.push('The requester is not on the opportunity team.');
  }
  if (opportunity.differences.length > 0) warnings.push('Form and Salesforce differ, see the table.');
  return warnings;
}

/** Nobody at the proposed times: when somebody could. */
function noneAvailable(view: RequestView, context: RequestContext, shown: Shown): string[] {
  if (shown.candidates.some((each) => each.kind === 'eligible')) return [];
  const zone = requesterZone(context, view.issue.author.username);
  const dates = shown.nextDates.map(({ start }) => formatInstant(start, zone));
  if (dates.length === 0) {
    return ['Nobody could take it at the proposed times, nor on another date in the next 30 days.'];
  }
  return [`Nobody could take it at the proposed times. Next possible: ${dates.join('; ')}.`];
}
