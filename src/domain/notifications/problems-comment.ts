import type { Config } from '../../config/types.ts';
import type { Problem } from '../form/request-form.ts';
import { tableCell } from '../markdown/table-cell.ts';
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
  const count = problems.length === 1 ? 'one thing' : `${problems.length} things`;
  const rows = problems.map(
    ({ field, found, expected, example }) =>
      `| ${[field, found, expected, example].map(tableCell).join(' | ')} |`,
  );
  return [
    `${mention([requester])} thank you for the request. Before an approver can look at it, please mend ${count}. To edit the description above is enough: the desk looks again by itself.`,
    '',
    '| field | found | expected | example |',
    '| --- | --- | --- | --- |',
    ...rows,
    ...(waits === null ? [] : ['', patience(waits)]),
    '',
    `Codes: ${[...new Set(problems.map((problem) => `\`${problem.code}\``))].join(', ')}`,
  ].join('\n');
}

function patience({
  answerWithin,
  expireAfter,
}: Pick<Config['requests'], 'answerWithin' | 'expireAfter'>): string {
  return `You are reminded after ${spanName(answerWithin)}. After ${spanName(expireAfter)} without an edit the request is closed; it can be reopened.`;
}
