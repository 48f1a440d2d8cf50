import type { Config, WorkCalendar } from '../../config/types.ts';
import { calendarOfPerson } from '../../domain/calendar/calendar-of-person.ts';
import { type DigestWeek, digestWeek } from '../../domain/clocks/digest-week.ts';
import { digestReaders } from '../../domain/clocks/people-to-tell.ts';
import { slackPerson } from '../../domain/clocks/slack-person.ts';
import { digestContent } from '../../domain/notifications/digest-content.ts';
import { digestComment, digestMessage } from '../../domain/notifications/digest-text.ts';
import { sameUsername } from '../../domain/people.ts';
import { keyedNotes } from '../../domain/record/find-notes.ts';
import { digestKeyOf } from '../../domain/record/own-issues.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import type { IssueFacts } from '../../domain/snapshot.ts';
import type { DigestAction } from '../../plan/digest-action.ts';

/**
 * One digest a working week to every lead (`docs/rules.md#clocks`): by direct message in their own hours. Whom Slack
 * cannot reach, and everybody while it is off, reads it on the standing issue, at the digest's time in the program's
 * calendar. Down, nothing is lost: it is due until the week is over.
 */
export function digest(context: RequestContext, views: readonly RequestView[]): DigestAction[] {
  const { config, snapshot } = context;
  const readers = digestReaders(config);
  switch (snapshot.slack.mode) {
    case 'on': {
      const told = readers.flatMap((username) => tell(username, context, views));
      const unknown = readers.filter((username) => slackPerson(context, username).kind === 'unknown');
      return [...told, ...write(unknown, context, views)];
    }
    case 'off':
      return write(readers, context, views);
    case 'down':
      return [];
    default:
      return snapshot.slack satisfies never;
  }
}

function dueIn(calendar: WorkCalendar, { config, snapshot }: RequestContext): DigestWeek | null {
  return digestWeek(config, calendar, snapshot.now);
}

/** Program leads read of all requests, leads of an area of theirs. */
function tell(username: string, context: RequestContext, views: readonly RequestView[]): DigestAction[] {
  const { config, snapshot } = context;
  const due = dueIn(calendarOfPerson(config, username), context);
  const person = slackPerson(context, username);
  if (due === null || person.kind !== 'known' || snapshot.slack.mode !== 'on') return [];
  const key = `${snapshot.project.id}/digest/${due.week}/${username}`;
  const { messages } = snapshot.slack;
  if (messages.some((each) => each.key === key && each.channel === person.channel)) return [];
  const theirs = views.filter((view) => isOf(username, view, config));
  const text = digestMessage(digestContent(theirs, context, due));
  return [{ kind: 'digest.tell', user: person.id, key, text }];
}

function isOf(username: string, view: RequestView, { program, areas }: Config): boolean {
  const leads = areas.find((area) => area.key === view.areaKey)?.leads ?? [];
  return [...program.leads, ...leads].some((each) => sameUsername(each, username));
}

/** A comment on the standing issue, or the issue itself with the first digest in it. */
function write(
  readers: readonly string[],
  context: RequestContext,
  views: readonly RequestView[],
): DigestAction[] {
  const due = readers.length === 0 ? null : dueIn(context.config.calendar, context);
  if (due === null) return [];
  const key = `digest:${due.week}`;
  const standing = standingIssue(context);
  if (standing !== null && isWritten(standing, key, context)) return [];
  const body = digestComment(digestContent(views, context, due), readers);
  if (standing !== null) return [{ kind: 'digest.comment', on: standing.iid, key, body, mentions: readers }];
  const title = `Weekly digest of ${context.config.program.name}`;
  const labels = context.snapshot.labels.flatMap(({ name }) => (name === 'type::cadence' ? [name] : []));
  return [{ kind: 'digest.open', key, title, description: body, labels, mentions: readers }];
}

/** The first digest is the description of the issue, every other one a comment. */
function isWritten(standing: IssueFacts, key: string, { snapshot }: RequestContext): boolean {
  const { ids } = snapshot.desk;
  if (digestKeyOf(standing, ids) === key) return true;
  return keyedNotes(standing, ids).some((each) => each.key === key);
}

/** The oldest open issue that the desk has opened for its digests. */
function standingIssue({ snapshot }: RequestContext): IssueFacts | null {
  const open = snapshot.issues.filter(
    (issue) => issue.state === 'opened' && digestKeyOf(issue, snapshot.desk.ids) !== null,
  );
  return open.sort((a, b) => a.iid - b.iid)[0] ?? null;
}
