import type { Config } from '../../../config/types.ts';
import { mention, spanName } from '../../notifications/words.ts';

/** The comment that asks whoever has declined a card for the reason. */
export function whyDeclinedComment(
  username: string,
  { reasonWithin }: Pick<Config['requests'], 'reasonWithin'>,
): string {
  return `${mention([username])}: please write in a comment here why this feedback is declined, for those who have asked to read. After ${spanName(reasonWithin)} they are told that no reason was given.`;
}
