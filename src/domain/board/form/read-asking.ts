import type { Config } from '../../../config/types.ts';
import { answerText } from '../../form/answers.ts';
import type { FormLine } from '../../form/form-lines.ts';
import { formProblem } from '../../form/form-problem.ts';
import { matchesPattern } from '../../form/matches-pattern.ts';
import type { Field } from '../../form/request-form.ts';
import { recordIds, recordPrefixes } from '../../salesforce-id/record-ids.ts';
import { feedbackHeadings } from './feedback-fields.ts';
import type { Asking } from './feedback-form.ts';
import type { FeedbackProblemCode } from './feedback-problem-codes.ts';

const longestText = 1000;
const longestValue = 255;
const expectedId =
  'the 15- or 18-character Salesforce ID of the opportunity (it begins with 006) or of the account (it begins with ' +
  '001), or the link to its page; never the name of the customer';
const exampleId = '006AB00000123AbYAI';

function refuse(
  code: FeedbackProblemCode,
  found: string,
  expected = expectedId,
  example = exampleId,
): Field<Asking> {
  return {
    state: 'problem',
    problem: formProblem(code, feedbackHeadings.asking, { found, expected, example }),
  };
}

function recordOf(id: string): Field<Asking> {
  const kind = id.startsWith(recordPrefixes.account) ? 'account' : 'opportunity';
  return { state: 'given', value: { kind, id } };
}

/** The one record that a text names, a problem with what looks like one, or null: nothing looks like one. */
function salesforceRecord(text: string): Field<Asking> | null {
  const { ids, wrongSuffix, wrongLength, otherObjects } = recordIds(text, Object.values(recordPrefixes));
  const [id, second] = ids;
  if (second !== undefined) {
    const expected = 'one opportunity or one account; what another customer needs is an issue of its own';
    return refuse('feedback-asking-several', ids.join(', '), expected);
  }
  if (id !== undefined) return recordOf(id);
  const [suffixed] = wrongSuffix;
  if (suffixed !== undefined) {
    const expected = `${expectedId}; in this one the last three characters do not fit the others, so copy it again`;
    return refuse('feedback-asking-suffix', suffixed, expected);
  }
  const [long] = wrongLength;
  if (long !== undefined) return refuse('feedback-asking-malformed', `${long} (${long.length} characters)`);
  const [other] = otherObjects;
  if (other === undefined) return null;
  return refuse('feedback-asking-other-object', other, `${expectedId}; this is the ID of something else`);
}

/**
 * Reads whom a piece of feedback is about (docs/rules.md#customer-feedback). With Salesforce on it is an 18-character
 * id. While Salesforce is off it is any text that the configured pattern allows; without a pattern an id is still
 * read as one, so that nothing changes when Salesforce is switched on.
 */
export function readAsking(
  lines: readonly FormLine[],
  settings: Config['salesforce']['opportunityId'],
  salesforceOn: boolean,
): Field<Asking> {
  const text = answerText(lines, longestText);
  if (text === '') return refuse('feedback-asking-missing', '');
  const written: Field<Asking> = { state: 'given', value: { kind: 'text', id: text.slice(0, longestValue) } };
  if (!salesforceOn && settings.pattern !== null) {
    if (matchesPattern(settings.pattern, text.slice(0, longestValue))) return written;
    const expected = `${settings.label}: text of the form ${settings.pattern}`;
    return refuse('feedback-asking-pattern', text, expected, settings.label);
  }
  return salesforceRecord(text) ?? (salesforceOn ? refuse('feedback-asking-malformed', text) : written);
}
