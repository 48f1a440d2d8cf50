import type { IssueState, NoteState } from '../../../src/sandbox/gitlab/state.ts';
import type { Call } from '../../../src/sandbox/world.ts';
import { columnOf, type Memory } from '../oracle/memory.ts';
import { cardsIn, deskComments, projectIn, type Run, type Seen, valuesOn } from '../oracle/see.ts';

/** The last run of a year, to be changed at will. */
export interface Scene {
  readonly run: Run & { readonly journal: Call[] };
  readonly memory: Memory;
  /** An open card after the run that is as wanted; a failure where there is none. */
  card(isWanted?: (issue: IssueState) => boolean): IssueState;
  /** The same card before the run. */
  before(issue: IssueState): IssueState;
  /** Where a card stands by itself. */
  stands(issue: IssueState): string;
  /** Whether a card has a comment of the desk with such a key. */
  has(issue: IssueState, key: string): boolean;
  /** Puts a label on a card, without any event; the label must be known. */
  put(issue: IssueState, label: string): void;
  /** Takes all labels of a scope off. */
  strip(issue: IssueState, scope: string): void;
  /** Writes a comment of the desk, now. */
  say(issue: IssueState, key: string, text: string): NoteState;
  /** Writes the newest comment with such a key once more. */
  again(issue: IssueState, key: string): void;
}

/** A copy of a run and of what was known at it. */
export function sceneOf(last: Run, known: Memory): Scene {
  const memory = structuredClone(known);
  const run: Scene['run'] = {
    ...last,
    before: copyOf(last.before),
    after: copyOf(last.after),
    journal: [...last.journal],
  };
  let ids = 900_000;
  const nextId = (): number => {
    ids += 1;
    return ids;
  };
  const labelId = (name: string): number => {
    const found = Object.values(run.after.gitlab.labels).find((label) => label.name === name);
    if (found === undefined) throw new Error(`there is no label ${name}`);
    return found.id;
  };
  const has = (issue: IssueState, key: string): boolean =>
    deskComments(issue, run.program).some((comment) => comment.key.startsWith(key));
  const scene: Scene = {
    run,
    memory,
    has,
    card(isWanted = () => true) {
      const found = cardsIn(run.after).find(
        (issue) => issue.state === 'opened' && before(run, issue) !== undefined && isWanted(issue),
      );
      if (found === undefined) throw new Error('no card is as wanted');
      return found;
    },
    before(issue) {
      const found = before(run, issue);
      if (found === undefined) throw new Error(`#${issue.iid} was not there before`);
      return found;
    },
    stands: (issue) => columnOf(memory, issue.iid),
    put(issue, label) {
      issue.labelIds.push(labelId(label));
    },
    strip(issue, scope) {
      const off = valuesOn(run.after, issue, scope).map((value) => labelId(`${scope}${value}`));
      issue.labelIds = issue.labelIds.filter((id) => !off.includes(id));
    },
    say(issue, key, text) {
      const marker = JSON.stringify({ issue: issue.id, key });
      const note = noteOf(run, nextId(), `${text}\n\n<!-- sme-desk:note ${marker} -->`);
      issue.notes.push(note);
      return note;
    },
    again(issue, key) {
      const found = deskComments(issue, run.program).findLast((comment) => comment.key.startsWith(key));
      if (found === undefined) throw new Error(`#${issue.iid} has no comment ${key}`);
      issue.notes.push(noteOf(run, nextId(), found.note.body));
    },
  };
  return scene;
}

function before(run: Run, { iid }: IssueState): IssueState | undefined {
  return projectIn(run.before).issues[iid];
}

function noteOf({ at, program }: Run, id: number, body: string): NoteState {
  return {
    id,
    authorId: program.desk,
    body,
    createdAt: at,
    updatedAt: at,
    system: false,
    internal: false,
    awards: [],
  };
}

function copyOf({ gitlab, salesforce, slack }: Seen): Seen {
  const { labels, users, projects, executed } = gitlab;
  return structuredClone({
    gitlab: { labels, users, projects, executed },
    salesforce: { opportunities: salesforce.opportunities },
    slack: { conversations: slack.conversations },
  });
}
