import type { Finding } from '../finding.ts';
import { keyIn } from '../marker.ts';
import { namesIn } from '../names.ts';
import { slackIdOf } from '../people.ts';
import { decidersOf } from '../rules.ts';
import type { Seen, SeenIssue } from '../seen.ts';
import { placeOf, type Sink, sinksOf } from '../sinks.ts';

/** 13: whom a text of the desk calls upon has to do with the request. */
export function mentions(seen: Seen): Finding[] {
  return [...sinksOf(seen).flatMap((sink) => inGitLab(seen, sink)), ...inSlack(seen)];
}

function inGitLab(seen: Seen, sink: Sink): Finding[] {
  if (sink.kind === 'slack') return [];
  const issue =
    seen.issues.find((each) => sink.kind === 'issue' && String(each.iid) === sink.place) ??
    requestBehind(seen, sink);
  const meant = isDigest(sink)
    ? leadsOf(seen)
    : issue === undefined
      ? new Set<string>()
      : concerned(seen, issue);
  return namesIn(seen, sink.body)
    .filter((name) => !meant.has(name))
    .map((name) => ({
      invariant: 13,
      ...(issue === undefined ? {} : { issue: issue.iid }),
      what: `${placeOf(sink)} mentions ${name}`,
    }));
}

/** The request that an issue of the desk's own follows from: it concerns the same people. */
function requestBehind(seen: Seen, { sent }: Sink): SeenIssue | undefined {
  const id = /<!-- sme-desk:follow-up \{[^\n]*"issue":(\d+)/.exec(sent)?.[1];
  return seen.issues.find((each) => String(each.id) === id);
}

/** The weekly digest calls upon leads: as the issue it stands on, or as a comment there. */
function isDigest({ sent }: Sink): boolean {
  return sent.includes('<!-- sme-desk:digest ') || (keyIn(sent)?.key.startsWith('digest:') ?? false);
}

function leadsOf({ rules }: Seen): Set<string> {
  const leads = [...rules.leads, ...rules.areas.flatMap((each) => each.leads)];
  return new Set(leads.map((name) => name.toLowerCase()));
}

/** The requester, who decides or leads, the SMEs it was decided for, and whoever did something on it. */
function concerned(seen: Seen, issue: SeenIssue): Set<string> {
  const { rules, desk, state } = seen;
  const area = issue.labels.find((label) => label.startsWith('area::'))?.slice('area::'.length);
  const ruled = rules.areas.find((each) => each.key === area);
  const active = [
    ...issue.labelEvents.map((event) => event.user),
    ...issue.stateEvents.map((event) => event.user),
    ...issue.raw.notes.map((note) => state.gitlab.users[String(note.authorId)] ?? null),
    issue.author,
  ];
  const names = [
    ...decidersOf(rules, ruled?.key ?? null),
    ...(ruled?.leads ?? []),
    ...(ruled?.product_managers ?? []),
    ...issue.assigned.flatMap((version) => version.value),
    ...issue.records.flatMap((record) => record.value.decision?.username ?? []),
    ...active.flatMap((user) => (user === null ? [] : [user.username])),
  ];
  return new Set(names.filter((name) => !desk.usernames.includes(name)).map((name) => name.toLowerCase()));
}

/** In Slack nobody is told in a channel but the SME of a request; never a group, never everybody. */
function inSlack(seen: Seen): Finding[] {
  const { slack } = seen.state;
  const smes = new Set(
    seen.issues.flatMap((issue) =>
      issue.records.flatMap((record) => slackIdOf(seen, record.value.decision?.username ?? '') ?? []),
    ),
  );
  return slack.notifications.flatMap(({ channel, by, notified }): Finding[] => {
    const conversation = slack.conversations.find((each) => each.id === channel);
    if (by !== seen.desk.slack || conversation === undefined) return [];
    const direct = conversation.kind === 'im' ? conversation.members : [];
    const users = notified.users.filter((user) => !smes.has(user) && !direct.includes(user));
    const others = [...users, ...notified.groups, ...notified.broadcasts];
    return others.map((who) => ({ invariant: 13, what: `a message in ${channel} notified ${who}` }));
  });
}
