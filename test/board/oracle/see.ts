import type { IssueState, NoteState, ProjectState } from '../../../src/sandbox/gitlab/state.ts';
import type { Call, World } from '../../../src/sandbox/world.ts';
import type { Program } from './program.ts';

/** A world as far as the oracle looks at it. */
export interface Seen {
  readonly gitlab: Pick<World['gitlab'], 'projects' | 'labels' | 'users' | 'executed'>;
  readonly salesforce: Pick<World['salesforce'], 'opportunities'>;
  readonly slack: Pick<World['slack'], 'conversations'>;
}

/** One run of the desk, with the world right before and right after it. */
export interface Run {
  readonly at: number;
  readonly before: Seen;
  readonly after: Seen;
  /** What came in while it ran. */
  readonly journal: readonly Call[];
  /** The program as the run was configured. */
  readonly program: Program;
  readonly salesforce: 'up' | 'down';
  readonly slack: 'up' | 'down';
  /** A guard has cut something off, which the next run does. */
  readonly isCut: boolean;
}

/** The columns from left to right. */
export const columns = ['new', 'reviewed', 'accepted', 'roadmap', 'resolved', 'declined', 'backlog'] as const;

const typeLabel = 'type::customer-feedback';

export function projectIn(world: Seen): ProjectState {
  const project = world.gitlab.projects[7];
  if (project === undefined) throw new Error('the world has no project 7');
  return project;
}

/** Names of the labels that are on an issue. */
export function labelsOn({ gitlab }: Seen, { labelIds }: IssueState): string[] {
  return labelIds.flatMap((id) => gitlab.labels[id]?.name ?? []);
}

/** Values of the labels of a scope that are on an issue. */
export function valuesOn(world: Seen, issue: IssueState, scope: string): string[] {
  return labelsOn(world, issue).flatMap((name) => (name.startsWith(scope) ? name.slice(scope.length) : []));
}

/** The issues with the label of customer feedback, by number. */
export function cardsIn(world: Seen): IssueState[] {
  const issues = Object.values(projectIn(world).issues);
  return issues.filter((issue) => labelsOn(world, issue).includes(typeLabel)).sort((a, b) => a.iid - b.iid);
}

export function usernameIn({ gitlab }: Seen, id: number | null): string {
  return gitlab.users[id ?? 0]?.username ?? '';
}

/** The area of a card: its label, else the box that is ticked in its form. */
export function areaOf(world: Seen, issue: IssueState, { areas }: Program): string {
  const [label] = valuesOn(world, issue, 'area::');
  if (label !== undefined) return label;
  const ticked = /### Product area\n+(?:- \[ \][^\n]*\n)*- \[x\] ([^\n]+)/.exec(issue.description ?? '')?.[1];
  return areas.find(({ name }) => name === ticked?.trim())?.key ?? 'other';
}

/** A comment of the desk on an issue that is its own and no copy. */
export interface DeskComment {
  readonly note: NoteState;
  /** What it is found by; `record` for the record. */
  readonly key: string;
  /** Without the line for the machine. */
  readonly text: string;
}

/** The desk's comments on a card, oldest first; those that came along with a copy are older than the issue. */
export function deskComments(issue: IssueState, { desk }: Program): DeskComment[] {
  return issue.notes
    .filter(({ authorId, system, createdAt }) => authorId === desk && !system && createdAt >= issue.createdAt)
    .map((note) => ({ note, ...readBody(note.body) }))
    .sort((a, b) => a.note.id - b.note.id);
}

const bodies = new Map<string, Pick<DeskComment, 'key' | 'text'>>();

function readBody(body: string): Pick<DeskComment, 'key' | 'text'> {
  const read = bodies.get(body) ?? {
    key: keyOf(body),
    text: body.replace(/<!-- sme-desk:[^\n]*-->/g, '').trim(),
  };
  bodies.set(body, read);
  return read;
}

function keyOf(body: string): string {
  const marker = /<!-- sme-desk:(card|note) (\{.*\}) -->\s*$/.exec(body);
  if (marker === null) return '';
  if (marker[1] === 'card') return 'record';
  const said: unknown = JSON.parse(marker[2] ?? '{}');
  return typeof said === 'object' && said !== null && 'key' in said ? String(said.key) : '';
}

/** The desk's comments that are on the card after a run and were not before. */
export function written({ before, program }: Run, issue: IssueState): DeskComment[] {
  const there = new Set((projectIn(before).issues[issue.iid]?.notes ?? []).map(({ id }) => id));
  return deskComments(issue, program).filter(({ note }) => !there.has(note.id));
}
