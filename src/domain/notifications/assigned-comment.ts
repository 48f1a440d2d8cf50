import { countReasons } from '../assignment/choose.ts';
import type { Candidate } from '../assignment/eligibility.ts';
import type { RecordState } from '../record/record-state.ts';
import { type RequestContext, type RequestView, requesterZone } from '../request/request-view.ts';
import { areaName, durationName, engagementName, mention, windowName } from './words.ts';

type Decision = NonNullable<RecordState['decision']>;

/** The one comment to requester and SME when somebody was found: who, when, why, and what comes next. */
export function assignedComment(
  view: RequestView,
  context: RequestContext,
  decision: Decision,
  candidates: readonly Candidate[],
): string {
  const { config, snapshot } = context;
  const requester = view.issue.author.username;
  const sme = config.roster.find((each) => each.gitlab === decision.username);
  const zones = [requesterZone(context, requester), sme?.calendar.timezone ?? config.calendar.timezone];
  const duration = view.form.durationMinutes;
  return [
    `${mention([requester, decision.username])}: **${sme?.name ?? decision.username}** takes this request for ${areaName(config, view)}, ${engagementName(view)}.`,
    '',
    ...new Set(zones.map((zone) => `- When: ${windowName(decision, zone)}`)),
    ...(duration.state === 'given'
      ? [`- How long: ${durationName(duration.value)}, and time to prepare`]
      : []),
    `- Why: ${whySentence(candidates, decision.username)}`,
    ...(snapshot.salesforce.mode === 'off'
      ? [
          `- Salesforce is off: ${requester}, please add the SME to the opportunity team and answer \`team: done\``,
        ]
      : []),
    '',
    `${decision.username}: the brief is the description above. If you cannot take it, please say so here in a comment, so that an approver finds somebody else.`,
  ].join('\n');
}

/** One sentence why this person, with counts and without names or reasons that are anybody's own business. */
function whySentence(candidates: readonly Candidate[], username: string): string {
  const able = candidates.filter((each) => each.kind === 'eligible');
  const chosen = able.find((each) => each.sme.gitlab === username);
  const level =
    chosen?.level === 'associate' ? 'an associate, since no SME could take it' : 'the least engagements';
  const reasons = [...countReasons(candidates)].map(([reason, count]) => `${count} ${reason}`);
  const others = reasons.length === 0 ? '' : `; ${reasons.join(', ')}`;
  return `of ${able.length} who could take it, ${level}${others}.`;
}

/** The internal note that shows the whole choice to the leads: everybody looked at, with load or reason. */
export function choiceNote(candidates: readonly Candidate[], username: string): string {
  const rows = candidates
    .filter((each) => each.kind === 'eligible' || each.reason !== 'not in the area')
    .map((each) => {
      if (each.kind === 'ineligible') return `| ${each.sme.gitlab} | no | ${each.reason} |`;
      const when = each.window.outside ? ', partly outside working hours' : '';
      const mark = each.sme.gitlab === username ? '**chosen**' : 'could';
      return `| ${each.sme.gitlab} | ${mark} | ${each.level}, load ${each.load / 10} %${when} |`;
    });
  return [
    'How the SME was chosen, for leads only: who could take it, an SME before an associate, inside working hours before outside, least load of the next four weeks, then a fixed draw.',
    '',
    '| who | could | because |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** The comment when nobody can take an approved request: why, and what the requester can do. */
export function waitlistedComment(
  view: RequestView,
  candidates: readonly Candidate[],
  tooLarge: boolean,
): string {
  const reasons = [...countReasons(candidates)].map(([reason, count]) => `${count} ${reason}`);
  const why = tooLarge
    ? 'it is larger than any SME budget, so an approver assigns it by hand or it is split'
    : reasons.length === 0
      ? 'the area has no SME'
      : `of the SMEs of the area ${reasons.join(', ')}`;
  return `${mention([view.issue.author.username])}: approved, but nobody can take it yet: ${why}. The desk tries again in every run. You can propose other dates by editing the description, choose another area, or wait.`;
}
