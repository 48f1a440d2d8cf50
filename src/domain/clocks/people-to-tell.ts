import type { Config, WorkCalendar } from '../../config/types.ts';
import { calendarOfPerson } from '../calendar/calendar-of-person.ts';
import type { RequestContext, RequestView } from '../request/request-view.ts';
import { digestWeek } from './digest-week.ts';
import { dueMessages } from './due-messages.ts';

/** Everybody who gets a digest, each once: program leads, then the leads of areas. */
export function digestReaders({ program, areas }: Pick<Config, 'program' | 'areas'>): string[] {
  return [...new Set([...program.leads, ...areas.flatMap((area) => area.leads)])];
}

/**
 * GitLab usernames of those people to whom a message is due now, and of nobody else: a clock's, or the week's digest.
 *
 * For the look into Slack, and so from everything but Slack: it needs no fact of Slack's and says nothing about
 * whether a message was sent already. Who stands here has to be found (`slackAddress` says how; every address that
 * was asked belongs into `usersByEmail`, with null for nobody), and the desk's conversation with them read: `direct`
 * holds its id, `messages` what the desk wrote there since the oldest live request was opened, and for a week at
 * least. Who has no entry in `direct` is taken for somebody the desk has never written to; a conversation that
 * could not be read belongs into `unreadable`, and nothing is sent there in this run.
 */
export function peopleToTell(context: RequestContext, views: readonly RequestView[]): string[] {
  const { config, snapshot } = context;
  const late = views.flatMap((view) => dueMessages(view, context, views).map((each) => each.username));
  const isDigestDue = (calendar: WorkCalendar): boolean =>
    digestWeek(config, calendar, snapshot.now) !== null;
  // Whom Slack does not know reads on the standing issue, which is written in the program's hours.
  const onIssue = isDigestDue(config.calendar);
  const readers = digestReaders(config).filter(
    (username) => onIssue || isDigestDue(calendarOfPerson(config, username)),
  );
  return [...new Set([...late, ...readers])].sort();
}
