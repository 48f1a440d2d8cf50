import type { Problem } from '../form/request-form.ts';
import { escapeMarkdown } from '../markdown/escape-markdown.ts';
import { mention } from './words.ts';

/** The comment that asks the requester to mend the form: per field what was found, what is expected, an example. */
export function problemsComment(requester: string, problems: readonly Problem[]): string {
  const count = problems.length === 1 ? 'one thing' : `${problems.length} things`;
  const rows = problems.map(
    (problem) =>
      `| ${escapeMarkdown(problem.field)} | ${cell(problem.found)} | ${cell(problem.expected)} | ${cell(problem.example)} |`,
  );
  return [
    `${mention([requester])} thank you for the request. Before an approver can look at it, please mend ${count} in the description above; nothing else is needed, the desk looks again by itself.`,
    '',
    '| field | found | expected | example |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    `Codes: ${[...new Set(problems.map((problem) => `\`${problem.code}\``))].join(', ')}`,
  ].join('\n');
}

function cell(text: string): string {
  const escaped = escapeMarkdown(text).replaceAll('|', '\\|');
  return escaped === '' ? 'nothing' : escaped;
}
