import type { Config } from '../../config/types.ts';
import type { Problem } from '../form/request-form.ts';
import { problemCodes, problemsTable, thingsToMend } from './problems-table.ts';
import { mention, spanName } from './words.ts';

/**
 * The comment that asks the requester to mend the form: per field what was found, what is expected, an example; and
 * how long the desk waits for that. `waits` null: nothing ends by waiting, an SME is assigned.
 */
export function problemsComment(
  requester: string,
  problems: readonly Problem[],
  waits: Pick<Config['requests'], 'answerWithin' | 'expireAfter'> | null,
): string {
  return [
    `${mention([requester])} thank you for the request. Before an approver can look at it, please mend ${thingsToMend(problems)}. To edit the description above is enough: the desk looks again by itself.`,
    '',
    ...problemsTable(problems),
    ...(waits === null ? [] : ['', patience(waits)]),
    '',
    problemCodes(problems),
  ].join('\n');
}

function patience({
  answerWithin,
  expireAfter,
}: Pick<Config['requests'], 'answerWithin' | 'expireAfter'>): string {
  return `You are reminded after ${spanName(answerWithin)}. After ${spanName(expireAfter)} without an edit the request is closed; it can be reopened.`;
}
