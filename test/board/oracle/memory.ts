import type { IssueState } from '../../../src/sandbox/gitlab/state.ts';
import { type Click, clicksIn } from './clicks.ts';
import { mayMove } from './program.ts';
import {
  areaOf,
  cardsIn,
  columns,
  deskComments,
  projectIn,
  type Run,
  type Seen,
  usernameIn,
  valuesOn,
} from './see.ts';

/** A move that counted when the first run saw it. */
export interface Move {
  readonly click: Click;
  readonly value: string;
}

/** What was answered to one proposal. */
export type Answer = 'open' | 'confirmed' | 'rejected';

/** What is remembered of a card from run to run. */
export interface CardMemory {
  /** Highest label event that was judged. */
  judged: number;
  /** The same of the scope of duplicates. */
  judgedAnswers: number;
  /** Null: nobody who may has moved it. */
  move: Move | null;
  /** Counted clicks before {@link CardMemory.move}, oldest first. */
  earlier: Move[];
  /** Clicks of those who may not. */
  uncounted: Click[];
  /** Answers by number of the older card, in the order of the proposals. */
  answers: Map<number, Answer>;
}

/** What the oracle remembers, by number of the card. Plain data. */
export type Memory = Map<number, CardMemory>;

const closedFor = 14 * 86_400_000;

const looked = new WeakMap<Run, readonly IssueState[]>();

/** The cards that are looked at: the open ones, and those that were closed and changed of late. */
export function lookedAt(run: Run): readonly IssueState[] {
  const found =
    looked.get(run) ??
    cardsIn(run.before).filter(
      ({ state, updatedAt }) => state === 'opened' || updatedAt > run.at - closedFor,
    );
  looked.set(run, found);
  return found;
}

/** Judges everything that people have done since the run before. */
export function judge(memory: Memory, run: Run): void {
  for (const issue of lookedAt(run)) {
    const isRecorded = deskComments(issue, run.program).some(({ key }) => key === 'record');
    const known = memory.get(issue.iid);
    const card = known === undefined ? blank() : isRecorded ? known : withoutRecord(known);
    memory.set(issue.iid, card);
    judgeMoves(card, issue, run);
    judgeAnswers(card, issue, run);
  }
}

/** Without the record nobody knows who could move the card when it was moved: today's configuration judges it all. */
function withoutRecord({ answers, judgedAnswers, uncounted }: CardMemory): CardMemory {
  return { ...blank(), answers, judgedAnswers, uncounted };
}

function blank(): CardMemory {
  return { judged: 0, judgedAnswers: 0, move: null, earlier: [], uncounted: [], answers: new Map() };
}

function judgeMoves(card: CardMemory, issue: IssueState, { before, program }: Run): void {
  const area = areaOf(before, issue, program);
  for (const click of clicksIn(before, issue, 'feedback::')) {
    if (click.event <= card.judged || click.by === program.desk) continue;
    const set = click.set.filter(isColumn);
    const off = click.off.filter(isColumn);
    if (set.length + off.length === 0) continue;
    card.judged = click.event;
    if (!mayMove(program, area, usernameIn(before, click.by))) {
      card.uncounted.push(click);
      continue;
    }
    const stands = card.move?.value ?? 'new';
    const value = set.at(-1) ?? (off.includes(stands) ? 'new' : stands);
    if (set.length === 0 && value === stands) continue;
    if (value === 'new' && stands === 'new') continue;
    if (card.move !== null) card.earlier.push(card.move);
    card.move = { click, value };
  }
}

function isColumn(value: string): boolean {
  return columns.some((each) => each === value);
}

const answers: Readonly<Record<string, Answer>> = { confirmed: 'confirmed', rejected: 'rejected' };
const thumbs: Readonly<Record<string, Answer>> = { thumbsup: 'confirmed', thumbsdown: 'rejected' };

function judgeAnswers(card: CardMemory, issue: IssueState, { before, program }: Run): void {
  const proposals = deskComments(issue, program).filter(({ key }) => key.startsWith('duplicate:'));
  for (const { key } of proposals) {
    const older = Number(key.slice('duplicate:'.length));
    if (!card.answers.has(older)) card.answers.set(older, 'open');
  }
  const newest = proposals.at(-1);
  if (newest === undefined) return;
  const older = Number(newest.key.slice('duplicate:'.length));
  const area = areaOf(before, issue, program);
  const may = (user: number | null): boolean => mayMove(program, area, usernameIn(before, user));
  const said: { answer: Answer; at: number }[] = [];
  for (const click of clicksIn(before, issue, 'duplicate::')) {
    if (click.event <= card.judgedAnswers) continue;
    card.judgedAnswers = click.event;
    if (click.by === program.desk || click.at < newest.note.createdAt || !may(click.by)) continue;
    const value =
      click.set.at(-1) ?? (click.off.includes(card.answers.get(older) ?? '') ? 'proposed' : undefined);
    if (value !== undefined) said.push({ answer: answers[value] ?? 'open', at: click.at });
  }
  if (valuesOn(before, issue, 'duplicate::').includes('proposed')) {
    for (const { name, userId, createdAt } of newest.note.awards) {
      const answer = thumbs[name];
      if (answer !== undefined && may(userId)) said.push({ answer, at: createdAt });
    }
  }
  const last = said.sort((a, b) => a.at - b.at).at(-1);
  if (last !== undefined) card.answers.set(older, last.answer);
}

const groups = new WeakMap<Run, Map<number, readonly number[]>>();

/** Numbers of the cards that count together with one, the head first; only those that are looked at. */
export function groupOf(memory: Memory, run: Run, iid: number): readonly number[] {
  const known = groups.get(run) ?? new Map<number, readonly number[]>();
  groups.set(run, known);
  const found = known.get(iid) ?? findGroup(memory, run, iid);
  known.set(iid, found);
  return found;
}

function findGroup(memory: Memory, run: Run, iid: number): readonly number[] {
  const found = new Set([iid]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const [younger, { answers }] of memory) {
      for (const [older, answer] of answers) {
        if (answer !== 'confirmed' || (!found.has(younger) && !found.has(older))) continue;
        found.add(younger);
        found.add(older);
      }
    }
  }
  return lookedAt(run)
    .filter((issue) => found.has(issue.iid))
    .sort(
      (a, b) =>
        Number(a.state === 'closed') - Number(b.state === 'closed') ||
        a.createdAt - b.createdAt ||
        a.iid - b.iid,
    )
    .map((issue) => issue.iid);
}

/** Where a card stands by itself. */
export function columnOf(memory: Memory, iid: number): string {
  return memory.get(iid)?.move?.value ?? 'new';
}

/** Where a card stands, by the head of its group. */
export function headOf(memory: Memory, run: Run, iid: number): number {
  return groupOf(memory, run, iid)[0] ?? iid;
}

/** An issue of the desk's project, or a failure: the oracle was asked about something that is not there. */
export function issueIn(world: Seen, iid: number): IssueState {
  const issue = projectIn(world).issues[iid];
  if (issue === undefined) throw new Error(`there is no issue ${iid}`);
  return issue;
}
