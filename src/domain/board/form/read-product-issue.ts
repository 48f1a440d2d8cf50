import { answerText } from '../../form/answers.ts';
import type { FormLine } from '../../form/form-lines.ts';
import { formProblem } from '../../form/form-problem.ts';
import type { Field } from '../../form/request-form.ts';
import { feedbackHeadings } from './feedback-fields.ts';
import type { ProductIssue } from './feedback-form.ts';
import type { FeedbackProblemCode } from './feedback-problem-codes.ts';
import { type DeskProject, namedIssues } from './named-issues.ts';

/** What is longer is not cut: the end of a number would be lost, and another issue found. */
const longestText = 1000;
const expectedIssue = 'the link to one issue, or its project and number; leave it empty if there is none';
const example = 'group/project#12';

function refuse(code: FeedbackProblemCode, found: string, expected: string): Field<ProductIssue> {
  const told = { found, expected, example };
  return { state: 'problem', problem: formProblem(code, feedbackHeadings.productIssue, told) };
}

/**
 * Reads the issue of the product, by link or as `group/project#12`; optional. Only one on the desk's own GitLab can be
 * followed; whether it is there is not asked here (docs/rules.md#customer-feedback).
 */
export function readProductIssue(lines: readonly FormLine[], desk: DeskProject): Field<ProductIssue> {
  const text = answerText(lines, longestText);
  if (text === '') return { state: 'blank' };
  if (text.length >= longestText) return refuse('feedback-product-issue-unreadable', text, expectedIssue);
  const { issues, elsewhere } = namedIssues(text, desk);
  const [issue] = issues;
  if (issues.length + elsewhere.length > 1) {
    return refuse(
      'feedback-product-issue-several',
      text,
      'one issue; name further ones in a comment, or link them as related',
    );
  }
  if (issue !== undefined) return { state: 'given', value: issue };
  const [other] = elsewhere;
  if (other !== undefined) {
    const expected =
      'an issue on this GitLab, because no other can be followed; put the link into the use case and leave this empty';
    return refuse('feedback-product-issue-elsewhere', other, expected);
  }
  return refuse('feedback-product-issue-unreadable', text, expectedIssue);
}
