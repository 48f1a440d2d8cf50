import type { Finding } from '../finding.ts';
import { columnOf, issueIn, lookedAt, type Memory } from '../memory.ts';
import { deskComments, labelsOn, type Run, usernameIn, valuesOn, written } from '../see.ts';

/** No authorised move is undone, no other stands, whoever made it is told once, and the record says where the card is. */
export function moves(memory: Memory, run: Run): Finding[] {
  return lookedAt(run).flatMap(({ iid, state }) => [
    ...deskMoves(memory, run, iid),
    ...(state === 'opened'
      ? [...label(memory, run, iid), ...putBack(memory, run, iid), ...record(memory, run, iid)]
      : []),
  ]);
}

function label(memory: Memory, run: Run, card: number): Finding[] {
  if (run.isCut) return [];
  const stands = columnOf(memory, card);
  const isKnown = Object.values(run.before.gitlab.labels).some(
    ({ name, projectId }) => name === `feedback::${stands}` && projectId === 7,
  );
  if (!isKnown) return [];
  const values = valuesOn(run.after, issueIn(run.after, card), 'feedback::');
  if (values.join() === stands) return [];
  return [
    { law: 'status', card, what: `stands at ${stands}, but bears ${values.join(' and ') || 'nothing'}` },
  ];
}

/** What the desk did to the status of a card in this run: nothing but towards where it stands. */
function deskMoves(memory: Memory, run: Run, card: number): Finding[] {
  const stands = columnOf(memory, card);
  const before = new Set(issueIn(run.before, card).labelEvents.map(({ id }) => id));
  return issueIn(run.after, card).labelEvents.flatMap(({ id, userId, action, labelId }): Finding[] => {
    const name = run.after.gitlab.labels[labelId]?.name ?? '';
    if (before.has(id) || userId !== run.program.desk || !name.startsWith('feedback::')) return [];
    const isTowards = (action === 'add') === (name === `feedback::${stands}`);
    return isTowards
      ? []
      : [{ law: 'desk-moves', card, what: `the desk did ${action} ${name}; it stands at ${stands}` }];
  });
}

function putBack(memory: Memory, run: Run, card: number): Finding[] {
  const found: Finding[] = [];
  const uncounted = memory.get(card)?.uncounted ?? [];
  const issue = issueIn(run.after, card);
  const keys = deskComments(issue, run.program).flatMap(({ key }) =>
    key.startsWith('not-a-mover:') ? [key] : [],
  );
  for (const key of keys) {
    const user = Number(key.slice('not-a-mover:'.length));
    if (!uncounted.some(({ by }) => by === user))
      found.push({
        law: 'put-back',
        card,
        what: `${usernameIn(run.after, user)} was told of a move they did not make in vain`,
      });
    if (keys.filter((each) => each === key).length > 1)
      found.push({ law: 'put-back', card, what: `${usernameIn(run.after, user)} was told twice` });
  }
  const stands = columnOf(memory, card);
  const there = valuesOn(run.before, issueIn(run.before, card), 'feedback::');
  const { move = null } = memory.get(card) ?? {};
  // A move that counts and came later has put the card elsewhere.
  const last = uncounted.findLast(({ event }) => event > (move?.click.event ?? 0));
  const wrong = last?.set.some((value) => value !== stands && there.includes(value)) === true;
  const missing = last?.off.includes(stands) === true && !there.includes(stands) && stands !== 'new';
  if (last !== undefined && (wrong || missing) && !run.isCut && !keys.includes(`not-a-mover:${last.by}`))
    found.push({
      law: 'put-back',
      card,
      what: `${usernameIn(run.after, last.by)} was not told that the card was put back`,
    });
  return found;
}

function record(memory: Memory, run: Run, card: number): Finding[] {
  const issue = issueIn(run.after, card);
  const records = deskComments(issue, run.program).filter(({ key }) => key === 'record');
  if (records.length > 1) return [{ law: 'record', card, what: `${records.length} records` }];
  const [found] = records;
  if (found === undefined) return run.isCut ? [] : [{ law: 'record', card, what: 'no record' }];
  const stands = columnOf(memory, card);
  if (run.isCut || found.text.toLowerCase().startsWith(`**${stands}** since `)) return [];
  return [
    { law: 'record', card, what: `the record says “${found.text.split('\n')[0]}”; it stands at ${stands}` },
  ];
}

/** Customer feedback is confidential after each run, and nothing is said on it before. */
export function confidential(_: Memory, run: Run): Finding[] {
  return lookedAt(run).flatMap(({ iid, confidential, state }): Finding[] => {
    if (state === 'closed') return [];
    const after = issueIn(run.after, iid);
    if (!after.confidential && !run.isCut) return [{ law: 'confidential', card: iid, what: 'is public' }];
    const first = run.journal.find(
      ({ write, path, actor }) =>
        write &&
        actor === usernameIn(run.after, run.program.desk) &&
        new RegExp(`/issues/${iid}(?:/|$)`).test(path),
    );
    const isFirst =
      first === undefined ||
      (typeof first.body === 'object' && first.body !== null && 'confidential' in first.body);
    return confidential || isFirst
      ? []
      : [{ law: 'confidential', card: iid, what: 'was written on while it was public' }];
  });
}

/** Labels from the form: a card has its type, and an area where its form names one. */
export function typed(_: Memory, run: Run): Finding[] {
  return lookedAt(run).flatMap(({ iid, state }): Finding[] => {
    const labels = labelsOn(run.after, issueIn(run.after, iid));
    const isCard = labels.includes('type::customer-feedback');
    return isCard || state === 'closed' ? [] : [{ law: 'status', card: iid, what: 'has lost its type' }];
  });
}

/** What the desk wrote on one card in a run, by key, for other laws. */
export function keysWritten(run: Run, card: number): string[] {
  return written(run, issueIn(run.after, card)).map(({ key }) => key);
}
