import type { IssueState, ProjectState } from '../../src/sandbox/gitlab/state.ts';
import { person } from '../../src/sandbox/people.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import type { Dice } from '../builders/program/dice.ts';

/** Where the people of the year act: what they see, and the dice that decide for them. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly dice: Dice;
  /** Day of the year, from 0. */
  readonly day: number;
}

export function projectOf({ sandbox }: Stage): ProjectState {
  const project = sandbox.world.gitlab.projects[7];
  if (project === undefined) throw new Error('the sandbox has no project 7');
  return project;
}

/** Somebody of the cast at work. */
export function as({ sandbox }: Stage, username: string): ReturnType<typeof person> {
  return person(sandbox.origin, username);
}

/** Names of the labels on an issue. */
export function labelsOf({ sandbox }: Stage, { labelIds }: IssueState): string[] {
  return labelIds.flatMap((id) => sandbox.world.gitlab.labels[id]?.name ?? []);
}

/** The cards of the project in one state. */
export function cardsOf(stage: Stage, state: IssueState['state'] = 'opened'): IssueState[] {
  return Object.values(projectOf(stage).issues).filter(
    (issue) => issue.state === state && labelsOf(stage, issue).includes('type::customer-feedback'),
  );
}

/** A card thrown among some, or null where there is none. */
export function oneOf<Item>({ dice }: Stage, items: readonly Item[]): Item | null {
  return items.length === 0 ? null : dice.one(items);
}
