import type { Finding } from '../finding.ts';
import { openedAs } from '../marker.ts';
import { before, type Seen, type SeenIssue } from '../seen.ts';
import { stepsTo } from '../steps.ts';

/** An issue that the desk has opened because of a request. */
interface FollowUp {
  readonly opened: SeenIssue;
  /** Global id of the request. */
  readonly request: number | null;
  readonly key: string;
}

/**
 * What follows from an engagement (`docs/rules.md#feedback`): confidential (15), one issue for each kind (5), and there
 * and linked before the request is completed (8).
 */
export function followUps(seen: Seen): Finding[] {
  const all = seen.issues.flatMap((opened) => followUpIn(seen, opened));
  return [...open(all), ...doubles(seen, all), ...seen.issues.flatMap((each) => missing(seen, each, all))];
}

function followUpIn(seen: Seen, opened: SeenIssue): FollowUp[] {
  if (!seen.desk.ids.includes(opened.raw.authorId)) return [];
  const says = openedAs('follow-up', opened.raw.description ?? '');
  return says === null ? [] : [{ opened, request: says.issue, key: says.key }];
}

/** Nobody but an owner can delete an issue: one that was opened twice is closed and loses its labels. */
function isTakenBack({ raw, labels }: SeenIssue): boolean {
  return raw.state === 'closed' && labels.length === 0;
}

function open(all: readonly FollowUp[]): Finding[] {
  return all
    .filter(({ opened }) => !opened.raw.confidential)
    .map(({ opened, key }) => ({ invariant: 15, issue: opened.iid, what: `${key} is open to all members` }));
}

function doubles(seen: Seen, all: readonly FollowUp[]): Finding[] {
  const kept = all.filter(({ opened }) => !isTakenBack(opened));
  const names = kept.map(({ request, key }) => `${request} ${key}`);
  return kept
    .filter((_, index) => names.indexOf(names[index] ?? '') < index)
    .map(({ request, key, opened }) => {
      const iid = seen.issues.find(({ id }) => id === request)?.iid;
      return { invariant: 5, issue: opened.iid, what: `a second issue ${key} of #${iid ?? '?'}` };
    });
}

/** At the moment of completing each is in the record by its number, and linked by now. */
function missing(seen: Seen, issue: SeenIssue, all: readonly FollowUp[]): Finding[] {
  return stepsTo(seen, issue, 'completed').flatMap(({ call }) => {
    const record = before(issue.records, call.seq);
    if (record?.feedback?.outcome === 'did not take place') return [];
    const wanted = record?.followUps ?? [];
    return wanted.flatMap(({ kind, issue: number }): Finding[] => {
      const where = `(call ${call.seq})`;
      const found = all.filter(({ request, key }) => request === issue.id && key === `follow-up:${kind}`);
      const finding = (what: string) => [{ invariant: 8, issue: issue.iid, what: `${what} ${where}` }];
      if (number === null || found.length === 0) return finding(`completed before ${kind} was opened`);
      const linked = issue.raw.links.some(({ issueId }) => found.some(({ opened }) => opened.id === issueId));
      return linked ? [] : finding(`completed, and ${kind} is not linked`);
    });
  });
}
