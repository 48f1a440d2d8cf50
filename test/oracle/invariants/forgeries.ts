import { list } from '../call.ts';
import type { Finding } from '../finding.ts';
import { issueOfKey } from '../grants.ts';
import { targetOf } from '../history.ts';
import { keyIn } from '../marker.ts';
import { deskWrote, type Seen, type SeenIssue } from '../seen.ts';

/** 21: forged comments and messages, clones and moved issues change nothing. */
export function forgeries(seen: Seen): Finding[] {
  return [
    ...seen.issues.flatMap((issue) => [
      ...borrowedApprovals(issue),
      ...borrowedStart(seen, issue),
      ...silenced(seen, issue),
    ]),
    ...forgedMessages(seen),
  ];
}

function finding(issue: SeenIssue, what: string): Finding {
  return { invariant: 21, issue: issue.iid, what };
}

/** What the desk writes down as an approval is a click on this very issue, by whom the record says. */
function borrowedApprovals(issue: SeenIssue): Finding[] {
  const found = issue.records.flatMap(({ seq, value }) => {
    const { approval } = value;
    if (value.issue !== issue.id)
      return [`the desk wrote a record of the issue ${value.issue} here (call ${seq})`];
    if (approval === null) return [];
    const event = issue.labelEvents.find((each) => each.id === approval.event && each.seq < seq);
    const genuine = event !== undefined && !event.copied && event.user?.id === approval.user;
    return genuine ? [] : [`the approval ${approval.event} is no click on this issue (call ${seq})`];
  });
  return [...new Set(found)].map((what) => finding(issue, what));
}

/** A copy begins anew: the first state the desk gives it is `submitted`. */
function borrowedStart(seen: Seen, issue: SeenIssue): Finding[] {
  if (!issue.copy) return [];
  const states = issue.calls
    .filter((call) => deskWrote(seen, call) && targetOf(call, seen.project)?.rest === '')
    .flatMap((call) => list(call, 'add_labels').filter((label) => label.startsWith('request::')));
  const [first] = states;
  return first === undefined || first === 'request::submitted'
    ? []
    : [finding(issue, `a copy was taken up as ${first}`)];
}

/** A comment with the desk's key by somebody else does not keep the desk from telling of an assignment. */
function silenced(seen: Seen, issue: SeenIssue): Finding[] {
  const decision = issue.records.at(-1)?.value.decision ?? null;
  if (decision === null || !issue.labels.includes('request::assigned')) return [];
  const key = `assigned:${decision.number}`;
  const carries = (note: { readonly body: string; readonly authorId: number }): boolean =>
    keyIn(note.body)?.key === key && keyIn(note.body)?.issue === issue.id;
  const forged = issue.raw.notes.some((note) => carries(note) && !seen.desk.ids.includes(note.authorId));
  const told = issue.deskNotes.some(carries);
  return forged && !told ? [finding(issue, `a forged ${key} kept the desk from telling`)] : [];
}

/** A message of somebody else with the desk's key does not stand in for the desk's own. */
function forgedMessages(seen: Seen): Finding[] {
  return seen.state.slack.conversations.flatMap((conversation) =>
    conversation.messages.flatMap((message): Finding[] => {
      const key = message.metadata?.event_payload.key;
      if (message.user === seen.desk.slack || typeof key !== 'string') return [];
      const issue = seen.issues.find((each) => each.iid === issueOfKey(seen, key));
      const own = conversation.messages.some(
        (each) => each.user === seen.desk.slack && each.metadata?.event_payload.key === key,
      );
      const announced = issue?.records.some((record) => record.value.decision !== null) ?? false;
      if (own || !announced || issue === undefined) return [];
      return [finding(issue, `a forged message in ${conversation.id} stands for the desk's own`)];
    }),
  );
}
