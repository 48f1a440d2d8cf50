import type { Config } from '../../../config/types.ts';
import { mention, spanName } from '../../notifications/words.ts';
import { statusNames } from '../standing/status-names.ts';

/** The columns that nothing should stand in for ever. */
export type StaleStatus = keyof Config['feedback']['stale'];

/** The comment that reminds those who look after a card that it has not moved for too long. */
export function staleComment(
  usernames: readonly string[],
  value: StaleStatus,
  { stale }: Pick<Config['feedback'], 'stale'>,
): string {
  const since = `this feedback has stood at **${statusNames[value]}** for more than ${spanName(stale[value])}`;
  return `${mention(usernames)}: ${since}. ${toDo(value)} It is on the agenda of the next meeting until it has moved.`;
}

function toDo(value: StaleStatus): string {
  switch (value) {
    case 'new':
      return 'Please look at it and move it to `feedback::reviewed`, or further where product management has decided; if its area is wrong, set the right `area::` label.';
    case 'accepted':
      return 'Please move it to `feedback::roadmap` if it is planned, to `feedback::backlog` if it has to wait, or decline it with a comment that says why.';
    default:
      return value satisfies never;
  }
}
