import type { Config } from '../../config/types.ts';
import { meetingsOf } from '../assignment/engagement.ts';
import { formatInstant } from '../calendar/format-instant.ts';
import type { RecordState } from '../record/record-state.ts';
import { publicAreaName } from '../request/public-area-name.ts';
import type { RequestView } from '../request/request-view.ts';
import { slackText } from '../slack-text/slack-text.ts';

type Decision = NonNullable<RecordState['decision']>;

/** Number, area and type, with the names of the configuration only: no customer, and nothing that people wrote. */
function about(view: RequestView, config: Pick<Config, 'areas'>): { area: string; type: string } {
  const { engagement } = view.form;
  const area = publicAreaName(view, config);
  return { area, type: engagement.state === 'given' ? engagement.value.type : 'Other' };
}

/** What the topic of a temporary channel says; Slack takes 250 characters. */
export function channelTopic(view: RequestView, config: Pick<Config, 'areas'>): string {
  const { area, type } = about(view, config);
  return slackText`SME request #${view.issue.iid}, ${area}, ${type}`;
}

/** What the purpose of a temporary channel says. */
export function channelPurpose(view: RequestView): string {
  return slackText`For the requester and the SME of SME request #${view.issue.iid}. It is archived when the request ends.`;
}

/** The pinned message of a temporary channel: which request, when, and where the rest stands. */
export function brief(view: RequestView, config: Config, decision: Decision): string {
  const { area, type } = about(view, config);
  const issue = { kind: 'link', url: view.issue.webUrl, label: `SME request #${view.issue.iid}` } as const;
  const starts = meetingsOf(decision).map(({ start }) => formatInstant(start, config.calendar.timezone));
  return [
    slackText`${issue}: ${area}, ${type}`,
    slackText`When: ${starts.join('; ')}`,
    slackText`The brief is the description of the issue. What you settle here about the date has to stand there too. This channel is archived when the request ends.`,
  ].join('\n');
}

/** The key of the brief: project and issue, as with announcements. */
export function briefKey(view: RequestView): string {
  return `${view.issue.projectId}/${view.issue.iid}/brief`;
}
