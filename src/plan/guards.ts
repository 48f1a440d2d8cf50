import type { Config } from '../config/types.ts';
import type { Action } from './action.ts';
import { type Held, isIssueAction, issueOf, type LeftOver, type Step, type StepActions } from './plan.ts';

/** What is left of a run's caps; one for the whole run, used up step by step. */
export interface GuardState {
  readonly teamAdds: number;
  /** By channel, or by the Slack user id of one person. */
  readonly messagesByChannel: Readonly<Record<string, number>>;
  readonly newIssues: number;
  readonly cardComments: number;
}

/** The guards at the beginning of a run. */
export const freshGuards: GuardState = {
  teamAdds: 0,
  messagesByChannel: {},
  newIssues: 0,
  cardComments: 0,
};

/** A step's actions after the guards, what they left for later, and what they hold back. */
export interface Guarded {
  readonly step: StepActions;
  readonly state: GuardState;
  readonly leftOver: readonly LeftOver[];
  readonly held: readonly Held[];
}

/** How many removals of one kind a person has allowed for this run. */
export type Allowances = Readonly<Record<string, number>>;

/**
 * Caps and stops (`docs/rules.md#guards`). A cap lets the oldest requests through and cuts the rest of an issue's
 * step where its addition does not fit; a stop lets no removal of a kind through when there are too many of them.
 */
export function guard(
  step: Step,
  actions: readonly Action[],
  before: GuardState,
  context: { readonly config: Config; readonly liveRows: number; readonly allowances: Allowances },
): Guarded {
  const { kept, held } = holdRemovals(actions, context);
  const passed: Action[] = [];
  const cutIssues = new Set<number>();
  const leftOver = new Map<Action['kind'], number>();
  let state = before;
  for (const action of kept) {
    const issue = issueOf(action);
    if (issue !== null && cutIssues.has(issue)) continue;
    const next = spend(action, state, context.config);
    if (next === null) {
      if (issue !== null) cutIssues.add(issue);
      leftOver.set(action.kind, (leftOver.get(action.kind) ?? 0) + 1);
      continue;
    }
    state = next;
    passed.push(action);
  }
  const rest = [...leftOver].map(([kind, count]) => ({ kind, count }));
  return { step: { step, actions: passed }, state, leftOver: rest, held };
}

/** The guard state after an action, or null: the cap is reached. */
function spend(action: Action, state: GuardState, { guards }: Config): GuardState | null {
  switch (action.kind) {
    case 'team.add':
      return state.teamAdds < guards.teamAdds ? { ...state, teamAdds: state.teamAdds + 1 } : null;
    case 'slack.post':
    case 'slack.reply':
    case 'program.post':
      return spendMessage(action.channel, state, guards.messagesPerChannel);
    case 'slack.tell':
    case 'digest.tell':
    case 'asker.tell':
      return spendMessage(action.user, state, guards.messagesPerChannel);
    case 'issue.create':
    case 'digest.open':
    case 'standing.open':
      return state.newIssues < guards.newIssues ? { ...state, newIssues: state.newIssues + 1 } : null;
    case 'card.comment':
      return state.cardComments < guards.cardComments
        ? { ...state, cardComments: state.cardComments + 1 }
        : null;
    default:
      return state;
  }
}

function spendMessage(to: string, state: GuardState, most: number): GuardState | null {
  const sent = state.messagesByChannel[to] ?? 0;
  if (sent >= most) return null;
  return { ...state, messagesByChannel: { ...state.messagesByChannel, [to]: sent + 1 } };
}

const removals = ['team.remove', 'slack.remove'] as const;

function holdRemovals(
  actions: readonly Action[],
  context: { readonly liveRows: number; readonly allowances: Allowances },
): { kept: Action[]; held: Held[] } {
  const limit = Math.max(5, Math.floor(context.liveRows / 5), context.allowances.removals ?? 0);
  const held: Held[] = [];
  const stopped = new Set<Action['kind']>();
  for (const kind of removals) {
    const count = actions.filter((action) => action.kind === kind).length;
    if (count <= limit) continue;
    stopped.add(kind);
    held.push({ kind, count, allow: `--allow removals=${count}` });
  }
  const heldIssues = new Set<number>();
  const kept = actions.filter((action) => {
    if (!isIssueAction(action)) return true;
    if (stopped.has(action.kind)) heldIssues.add(action.issue);
    return !heldIssues.has(action.issue);
  });
  return { kept, held };
}
