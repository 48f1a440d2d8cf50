import type { Problem } from '../form/request-form.ts';
import { tableCell } from '../markdown/table-cell.ts';

/** How many things are to be mended, in words. */
export function thingsToMend(problems: readonly Problem[]): string {
  return problems.length === 1 ? 'one thing' : `${problems.length} things`;
}

/** The problems of a form as lines of a table: per field what was found, what is expected, an example. */
export function problemsTable(problems: readonly Problem[]): readonly string[] {
  const rows = problems.map(
    ({ field, found, expected, example }) =>
      `| ${[field, found, expected, example].map(tableCell).join(' | ')} |`,
  );
  return ['| field | found | expected | example |', '| --- | --- | --- | --- |', ...rows];
}

/** The line with the codes of problems, each once: what the runbook explains them by. */
export function problemCodes(problems: readonly Problem[]): string {
  return `Codes: ${[...new Set(problems.map((problem) => `\`${problem.code}\``))].join(', ')}`;
}
