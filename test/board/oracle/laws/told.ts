import type { IssueState } from '../../../../src/sandbox/gitlab/state.ts';
import type { Finding } from '../finding.ts';
import { groupOf, headOf, issueIn, lookedAt, type Memory, type Move } from '../memory.ts';
import { mayMove } from '../program.ts';
import { areaOf, cardsIn, type DeskComment, deskComments, type Run, usernameIn, written } from '../see.ts';
import { hoursOf, workedDays } from '../working-time.ts';

/** Askers of a card who are told on it: those of an earlier card of the group are told there. */
export function askersOn(memory: Memory, run: Run, card: number): string[] {
  const group = groupOf(memory, run, card);
  const earlier = group
    .slice(0, group.indexOf(card))
    .flatMap((iid) => askersOf(run, issueIn(run.before, iid)));
  return askersOf(run, issueIn(run.before, card)).filter((each) => !earlier.includes(each));
}

function askersOf({ before, program }: Run, { authorId, assigneeIds }: IssueState): string[] {
  const ids = [...new Set([authorId, ...assigneeIds])].filter((id) => id !== program.desk);
  return ids.map((id) => usernameIn(before, id));
}

/** The status that a comment tells of, in small letters; the record and other comments tell of none. */
function toldValue({ key, text }: DeskComment): string | null {
  if (!key.startsWith('status:')) return null;
  return /is now at \*\*(\w+)\*\*/.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** Each new status that stands when it is due reaches each asker once, none before its time, a decline with its reason. */
export function told(memory: Memory, run: Run): Finding[] {
  return lookedAt(run).flatMap(({ iid }) => [...toldOn(memory, run, iid), ...reasonAsked(memory, run, iid)]);
}

function toldOn(memory: Memory, run: Run, card: number): Finding[] {
  const head = headOf(memory, run, card);
  const move = memory.get(head)?.move ?? null;
  const before = deskComments(issueIn(run.before, card), run.program);
  const last = before.flatMap((comment) => toldValue(comment) ?? []).at(-1) ?? 'new';
  const now = written(run, issueIn(run.after, card)).filter(({ key }) => key.startsWith('status:'));
  const askers = askersOn(memory, run, card);
  const due = move !== null && askers.length > 0 && isDue(memory, run, { head, move, askers });
  const isKnown = before.some(({ key }) => move?.click.events.includes(Number(key.slice('status:'.length))));
  const wanted = due && move.value !== last && !isKnown;
  const found: Finding[] = [];
  if (wanted && now.length === 0 && !run.isCut)
    found.push({ law: 'told', card, what: `${askers.join(', ')} was not told of ${move.value}` });
  const known = isNamed(
    run,
    before.findLast(({ key }) => key.startsWith('status:')),
  );
  for (const comment of now)
    found.push(...wrongly(comment, { card, move, last: known ? last : null, due, askers }));
  if (now.length > 1) found.push({ law: 'told', card, what: `told ${now.length} times in one run` });
  const keys = deskComments(issueIn(run.after, card), run.program).flatMap(({ key }) =>
    key.startsWith('status:') ? [key] : [],
  );
  if (new Set(keys).size < keys.length) found.push({ law: 'told', card, what: 'one move was told twice' });
  return found;
}

/** Whether the label of the move that a comment tells of is still there: what it was told of is not kept elsewhere. */
function isNamed({ before }: Run, comment: DeskComment | undefined): boolean {
  const event = Number(comment?.key.slice('status:'.length) ?? 0);
  const events = cardsIn(before).flatMap(({ labelEvents }) => labelEvents);
  const label = events.find(({ id }) => id === event)?.labelId ?? 0;
  return comment === undefined || before.gitlab.labels[label]?.name.startsWith('feedback::') === true;
}

interface Wanted {
  readonly card: number;
  readonly move: Move | null;
  /** What was told last; null: the label of it is gone, so that nobody can say. */
  readonly last: string | null;
  readonly due: boolean;
  readonly askers: readonly string[];
}

function wrongly(comment: DeskComment, { card, move, last, due, askers }: Wanted): Finding[] {
  const value = toldValue(comment);
  const what = `told of ${value}`;
  if (move === null || value !== move.value)
    return [{ law: 'told', card, what: `${what}, but it stands at ${move?.value ?? 'new'}` }];
  if (!due) return [{ law: 'told', card, what: `${what} before its time` }];
  if (value === last) return [{ law: 'told', card, what: `${what}, which was told last` }];
  const missing = askers.filter((each) => !comment.text.includes(`@${each}`));
  return missing.length === 0 ? [] : [{ law: 'told', card, what: `${what}, but not ${missing.join(', ')}` }];
}

function isDue(
  memory: Memory,
  run: Run,
  { head, move, askers }: { head: number; move: Move; askers: readonly string[] },
): boolean {
  if (move.value !== 'resolved' && move.value !== 'declined') return true;
  const { program, at } = run;
  const isOver = (username: string, since: number, days: number): boolean =>
    workedDays(hoursOf(program, username), since, at, days);
  if (!askers.every((each) => isOver(each, move.click.at, 1))) return false;
  if (move.value === 'resolved' || hasReason(memory, run, head, move)) return true;
  const asked = questionOn(run.before, run, head, move);
  return asked !== undefined && isOver(usernameIn(run.before, move.click.by), asked.note.createdAt, 2);
}

function questionOn(
  world: Run['before'],
  { program }: Run,
  card: number,
  { click }: Move,
): DeskComment | undefined {
  return deskComments(issueIn(world, card), program).find(
    ({ key }) => key.startsWith('reason:') && click.events.includes(Number(key.slice('reason:'.length))),
  );
}

/** A comment by somebody who may move the card, on it, since the move before. */
function hasReason(memory: Memory, { before, program }: Run, card: number, { click }: Move): boolean {
  const issue = issueIn(before, card);
  const since = memory.get(card)?.earlier.at(-1)?.click.at ?? issue.createdAt;
  const area = areaOf(before, issue, program);
  return issue.notes.some(
    ({ authorId, system, internal, createdAt }) =>
      !system &&
      !internal &&
      authorId !== program.desk &&
      createdAt >= since &&
      (authorId === click.by || mayMove(program, area, usernameIn(before, authorId))),
  );
}

/** Whoever has declined without a reason is asked, once, and nobody else is. */
function reasonAsked(memory: Memory, run: Run, card: number): Finding[] {
  const found: Finding[] = [];
  const move = memory.get(card)?.move ?? null;
  const now = written(run, issueIn(run.after, card)).filter(({ key }) => key.startsWith('reason:'));
  const isHead = headOf(memory, run, card) === card;
  const isOpen = move?.value === 'declined' && !hasReason(memory, run, card, move) && isHead;
  const asked = move === null ? undefined : questionOn(run.after, run, card, move);
  if (isOpen && asked === undefined && !run.isCut)
    found.push({ law: 'reason', card, what: 'nobody was asked why it was declined' });
  if (!isOpen && now.length > 0)
    found.push({ law: 'reason', card, what: 'asked for a reason that is there, or of no decline' });
  const keys = deskComments(issueIn(run.after, card), run.program)
    .filter(({ key }) => key.startsWith('reason:'))
    .map(({ key }) => key);
  if (new Set(keys).size < keys.length)
    found.push({ law: 'reason', card, what: 'asked twice for one reason' });
  return found;
}
