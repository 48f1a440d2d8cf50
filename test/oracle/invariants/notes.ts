import type { Finding } from '../finding.ts';
import { keyIn, recordIn } from '../marker.ts';
import type { Seen, SeenIssue } from '../seen.ts';

const day = 86_400_000;

/**
 * 5: one record per request, one comment per key, and no more comments than what people did accounts for. 11: what
 * is written on an issue is about that issue.
 */
export function notes(seen: Seen): Finding[] {
  return seen.issues.flatMap((issue) => [
    ...records(issue),
    ...keys(issue),
    ...amount(seen, issue),
    ...astray(seen, issue),
  ]);
}

function records(issue: SeenIssue): Finding[] {
  const own = issue.deskNotes.filter((note) => recordIn(note.body)?.issue === issue.id);
  return own.length <= 1 ? [] : [{ invariant: 5, issue: issue.iid, what: `${own.length} records` }];
}

function keys(issue: SeenIssue): Finding[] {
  const own = issue.deskNotes.flatMap((note) => {
    const says = keyIn(note.body);
    return says?.issue === issue.id ? [says.key] : [];
  });
  const twice = own.filter((key, index) => own.indexOf(key) < index);
  return twice.map((key) => ({ invariant: 5, issue: issue.iid, what: `a second comment ${key}` }));
}

/** Runs alone write nothing: each comment answers something a person did, or a day that passed. */
function amount(seen: Seen, issue: SeenIssue): Finding[] {
  const byPeople = (id: number | null | undefined): boolean => !seen.desk.ids.includes(id ?? 0);
  const done =
    issue.labelEvents.filter((event) => byPeople(event.user?.id)).length +
    issue.stateEvents.filter((event) => byPeople(event.user?.id)).length +
    issue.raw.notes.filter((note) => byPeople(note.authorId)).length +
    issue.raw.notes.reduce((sum, note) => sum + note.awards.length, 0);
  const days = Math.ceil((seen.state.clock.now - issue.raw.createdAt) / day);
  const most = 6 + 2 * done + days;
  const own = issue.deskNotes.length;
  return own <= most
    ? []
    : [{ invariant: 5, issue: issue.iid, what: `${own} comments, where ${most} would be many` }];
}

/** Copies bring comments along that name the issue they were on; on an issue of its own there are none. */
function astray(seen: Seen, issue: SeenIssue): Finding[] {
  if (issue.copy) return [];
  return issue.deskNotes.flatMap((note): Finding[] => {
    const record = recordIn(note.body);
    const named = record?.issue ?? keyIn(note.body)?.issue ?? null;
    if (named === null || named === issue.id) return [];
    const other = seen.issues.find((each) => each.id === named)?.iid ?? named;
    return [{ invariant: 11, issue: issue.iid, what: `the comment ${note.id} is about ${other}` }];
  });
}
