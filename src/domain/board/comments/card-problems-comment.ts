import type { Problem } from '../../form/request-form.ts';
import { problemCodes, problemsTable, thingsToMend } from '../../notifications/problems-table.ts';
import { mention } from '../../notifications/words.ts';

/** The comment that asks those who have asked to mend the form of a piece of feedback; the card stands all the same. */
export function cardProblemsComment(usernames: readonly string[], problems: readonly Problem[]): string {
  return [
    `${mention(usernames)}: thank you for the feedback. So that product management can use it, please mend ${thingsToMend(problems)}. To edit the description above is enough: the desk looks again by itself, and nothing is lost meanwhile.`,
    '',
    ...problemsTable(problems),
    '',
    problemCodes(problems),
  ].join('\n');
}
