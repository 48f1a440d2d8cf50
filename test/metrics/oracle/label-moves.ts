import type { LabelEvent } from '../../../src/domain/snapshot.ts';

/** One label of a scope set or taken off, at the time that counts. */
export interface Move {
  readonly at: number;
  readonly isAdd: boolean;
  readonly label: number;
  /** What stands behind `scope::`. */
  readonly value: string;
  readonly username: string | null;
}

/**
 * The moves of one scope by event id. What is older than the issue was copied, and a label that was deleted has no
 * name. A time before that of an earlier event is taken as that one's.
 */
export function labelMoves(
  issue: { readonly labelEvents: readonly LabelEvent[]; readonly submittedAt: number },
  scope: string,
  counts: (event: LabelEvent, value: string) => boolean = () => true,
): Move[] {
  const moves: Move[] = [];
  for (const event of issue.labelEvents.toSorted((one, other) => one.id - other.id)) {
    const [before, value] = event.label?.name.split('::') ?? [];
    if (event.label === null || before !== scope || value === undefined) continue;
    if (event.at < issue.submittedAt || !counts(event, value)) continue;
    const at = Math.max(event.at, moves.at(-1)?.at ?? event.at);
    const username = event.user?.username.toLowerCase() ?? null;
    moves.push({ at, isAdd: event.action === 'add', label: event.label.id, value, username });
  }
  return moves;
}

/** The move that set what stands right before an instant: of the labels that are on, the one added last. */
export function standing(moves: readonly Move[], instant: number): Move | null {
  const past = moves.filter(({ at }) => at < instant);
  for (let place = past.length - 1; place >= 0; place -= 1) {
    const move = past[place];
    const isLater = (other: Move, index: number): boolean => index > place && other.label === move?.label;
    if (move?.isAdd === true && !past.some(isLater)) return move;
  }
  return null;
}
