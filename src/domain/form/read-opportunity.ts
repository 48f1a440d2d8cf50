import type { Config } from '../../config/types.ts';
import { opportunityIds } from '../salesforce-id/opportunity-ids.ts';
import { answerText } from './answers.ts';
import type { FormLine } from './form-lines.ts';
import { type FormProblemCode, formProblem } from './form-problem.ts';
import { matchesPattern } from './matches-pattern.ts';
import type { Field } from './request-form.ts';

const heading = 'Opportunity ID or link';
const expectedId =
  'the 15- or 18-character Salesforce ID of the opportunity (it begins with 006), or the link to its page';
const exampleId = '006AB00000123AbYAI';
const longestValue = 1000;

function refuse(
  code: FormProblemCode,
  found: string,
  expected = expectedId,
  example = exampleId,
): Field<string> {
  return { state: 'problem', problem: formProblem(code, heading, { found, expected, example }) };
}

/** An opportunity id in the text, a problem with what looks like one, or null: nothing looks like one. */
function salesforceOpportunity(text: string): Field<string> | null {
  const { ids, wrongSuffix, wrongLength, otherObjects } = opportunityIds(text);
  const [id, second] = ids;
  if (second !== undefined) {
    return refuse(
      'opportunity-several',
      ids.join(', '),
      'one opportunity; each further one is a request of its own',
    );
  }
  if (id !== undefined) return { state: 'given', value: id };
  const [suffixed] = wrongSuffix;
  if (suffixed !== undefined) {
    const expected = `${expectedId}; in this one the last three characters do not fit the others, so copy it again`;
    return refuse('opportunity-suffix', suffixed, expected);
  }
  const [long] = wrongLength;
  if (long !== undefined) return refuse('opportunity-malformed', `${long} (${long.length} characters)`);
  const [other] = otherObjects;
  if (other === undefined) return null;
  return refuse('opportunity-other-object', other, `${expectedId}; this is the ID of something else`);
}

/**
 * Reads the opportunity. With Salesforce on it is the 18-character id. While Salesforce is off it is any text that the
 * configured pattern allows; without a pattern an id is still stored as 18 characters, so that nothing changes when
 * Salesforce is switched on (docs/rules.md#off-or-down).
 */
export function readOpportunity(
  lines: readonly FormLine[],
  settings: Config['salesforce']['opportunityId'],
  salesforceOn: boolean,
): Field<string> {
  const text = answerText(lines, longestValue);
  if (text === '') return refuse('opportunity-missing', '');
  if (!salesforceOn && settings.pattern !== null) {
    if (matchesPattern(settings.pattern, text.slice(0, 255)))
      return { state: 'given', value: text.slice(0, 255) };
    return refuse(
      'opportunity-pattern',
      text,
      `${settings.label}: text of the form ${settings.pattern}`,
      settings.label,
    );
  }
  const read = salesforceOpportunity(text);
  if (read !== null) return read;
  return salesforceOn ? refuse('opportunity-malformed', text) : { state: 'given', value: text.slice(0, 255) };
}
