import type { Config } from '../../config/types.ts';
import { feedbackColumns } from '../../domain/labels/label-catalogue.ts';
import { finalStates, requestLabel, requestStates } from '../../domain/workflow/request-state.ts';
import type { EnsureBoard } from '../../plan/action.ts';
import type { IssueBoard } from './setup-input.ts';

/** A board as it should be: one list per label, left to right. */
interface WantedBoard {
  readonly name: string;
  readonly lists: readonly string[];
  /** Whether their order is a rule of the program and not a matter of taste. */
  readonly ordered: boolean;
}

/** Name of the feedback board of an area with product managers. */
export function feedbackBoardName(area: { readonly name: string }): string {
  return `Feedback: ${area.name}`;
}

/**
 * Boards that are missing, or lack a list: *Requests*, *Feedback* and one per formal area (`docs/rules.md#metrics`).
 * Lists that people added stay where they are; of two boards with the same name the older one counts.
 */
export function planBoards(config: Config, boards: readonly IssueBoard[]): EnsureBoard[] {
  return wantedBoards(config).flatMap((wanted) => ensureBoard(wanted, boards));
}

function wantedBoards(config: Config): WantedBoard[] {
  const columns = feedbackColumns();
  const formal = config.areas.filter((area) => area.tier === 'formal');
  return [
    { name: 'Requests', lists: openStates(), ordered: false },
    { name: 'Feedback', lists: columns, ordered: true },
    ...formal.map((area) => ({ name: feedbackBoardName(area), lists: columns, ordered: true })),
  ];
}

// A list made of a label shows open issues only, so a final state would be a column that is always empty.
function openStates(): string[] {
  return requestStates.filter((state) => !finalStates.includes(state)).map(requestLabel);
}

function ensureBoard(wanted: WantedBoard, boards: readonly IssueBoard[]): EnsureBoard[] {
  const [board] = boards.filter((each) => each.name === wanted.name).sort((a, b) => a.id - b.id);
  const present = (board?.lists ?? []).map((list) => list.label);
  const lists = wanted.lists.filter((label) => !present.includes(label));
  // A list that is added comes last, whatever its place.
  const after = [...present.filter((label) => label !== null && wanted.lists.includes(label)), ...lists];
  const isOrdered = !wanted.ordered || after.join() === wanted.lists.join();
  if (board !== undefined && lists.length === 0 && isOrdered) return [];
  const order = isOrdered ? {} : { order: wanted.lists };
  return [{ kind: 'board.ensure', name: wanted.name, board: board?.id ?? null, lists, ...order }];
}
