import type { Config } from '../../config/types.ts';
import { feedbackColumns } from '../../domain/labels/label-catalogue.ts';
import { finalStates, requestLabel, requestStates } from '../../domain/workflow/request-state.ts';
import type { EnsureBoard } from '../../plan/action.ts';
import type { BoardFacts } from './setup-input.ts';

/** A board as it should be: one list per label, left to right. */
interface WantedBoard {
  readonly name: string;
  readonly lists: readonly string[];
}

/** Name of the feedback board of an area with product managers. */
export function feedbackBoardName(area: { readonly name: string }): string {
  return `Feedback: ${area.name}`;
}

/**
 * Boards that are missing, or lack a list: *Requests*, *Feedback* and one per formal area (`docs/rules.md#metrics`).
 * Lists that people added stay; of two boards with the same name the older one counts.
 */
export function planBoards(config: Config, boards: readonly BoardFacts[]): EnsureBoard[] {
  return wantedBoards(config).flatMap((wanted) => ensureBoard(wanted, boards));
}

function wantedBoards(config: Config): WantedBoard[] {
  const columns = feedbackColumns();
  const formal = config.areas.filter((area) => area.tier === 'formal');
  return [
    { name: 'Requests', lists: openStates() },
    { name: 'Feedback', lists: columns },
    ...formal.map((area) => ({ name: feedbackBoardName(area), lists: columns })),
  ];
}

// A list made of a label shows open issues only, so a final state would be a column that is always empty.
function openStates(): string[] {
  return requestStates.filter((state) => !finalStates.includes(state)).map(requestLabel);
}

function ensureBoard(wanted: WantedBoard, boards: readonly BoardFacts[]): EnsureBoard[] {
  const [board] = boards.filter((each) => each.name === wanted.name).sort((a, b) => a.id - b.id);
  const present = new Set((board?.lists ?? []).map((list) => list.label));
  const lists = wanted.lists.filter((label) => !present.has(label));
  if (board !== undefined && lists.length === 0) return [];
  return [{ kind: 'board.ensure', name: wanted.name, board: board?.id ?? null, lists }];
}
