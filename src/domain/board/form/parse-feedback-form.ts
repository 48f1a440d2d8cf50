import type { Config } from '../../../config/types.ts';
import type { FormLine } from '../../form/form-lines.ts';
import { formProblem } from '../../form/form-problem.ts';
import { isTooLong } from '../../form/form-size.ts';
import { readLongText } from '../../form/read-text.ts';
import type { Field } from '../../form/request-form.ts';
import { scanOnce } from '../../form/scan-once.ts';
import { sectionsOf } from '../../form/sections-of.ts';
import type { OfferedChoices } from '../../form/shown-choices.ts';
import { hiddenRest, tooLong } from '../../form/whole-form-problems.ts';
import { feedbackHeadings } from './feedback-fields.ts';
import type { FeedbackForm } from './feedback-form.ts';
import type { FeedbackProblemCode } from './feedback-problem-codes.ts';
import { feedbackTitles } from './feedback-titles.ts';
import type { DeskProject } from './named-issues.ts';
import { readAsking } from './read-asking.ts';
import { readImpact, readKind, readProductArea, readTheme } from './read-feedback-choices.ts';
import { readProductIssue } from './read-product-issue.ts';
import { readRequestNumbers } from './read-request-numbers.ts';

/** What the feedback form is read against. */
export interface FeedbackFormContext {
  readonly config: {
    readonly areas: OfferedChoices['areas'];
    readonly feedback: Pick<Config['feedback'], 'themes'>;
    readonly salesforce: Pick<Config['salesforce'], 'opportunityId'>;
  };
  readonly salesforceOn: boolean;
  /** The desk's project: links to its issues are requests, and the product's issues are on the same GitLab. */
  readonly project: DeskProject;
}

const blank = { state: 'blank' } as const;

/**
 * Reads a piece of customer feedback from an issue's description (docs/rules.md#customer-feedback). Never throws, takes
 * time linear in the text, and asks nothing outside: every field is given for certain, blank, or a problem in the
 * person's terms.
 */
export function parseFeedbackForm(description: string, context: FeedbackFormContext): FeedbackForm {
  if (isTooLong(description)) return tooLongForm();
  const { config, salesforceOn, project } = context;
  const { opportunityId } = config.salesforce;
  const blocks = scanOnce(description);
  const sections = sectionsOf(feedbackTitles, blocks, { field: 'asking', label: opportunityId.label });
  const linesFor = (key: keyof typeof feedbackHeadings): readonly FormLine[] => sections.get(key) ?? [];
  const fields = {
    asking: readAsking(linesFor('asking'), opportunityId, salesforceOn),
    challenge: readStory('challenge', linesFor('challenge')),
    solution: readStory('solution', linesFor('solution')),
    benefit: readStory('benefit', linesFor('benefit')),
    kind: readKind(linesFor('kind')),
    theme: readTheme(linesFor('theme'), config.feedback.themes),
    area: readProductArea(linesFor('area'), config.areas),
    impact: readImpact(linesFor('impact')),
    productIssue: readProductIssue(linesFor('productIssue'), project),
    requests: readRequestNumbers(linesFor('requests'), project),
  };
  const problems = Object.values(fields).flatMap((field) =>
    field.state === 'problem' ? [field.problem] : [],
  );
  if (problems.length > 0) problems.push(...hiddenRest(blocks));
  return { ...fields, problems };
}

interface Story {
  readonly missing: FeedbackProblemCode;
  readonly expected: string;
  readonly example: string;
}

const stories: Readonly<Record<'challenge' | 'solution' | 'benefit', Story>> = {
  challenge: {
    missing: 'feedback-challenge-missing',
    expected: 'a few sentences about what the customer cannot do today, or only with effort',
    example: 'Each team keeps its own list of approvals by hand; auditors ask for one.',
  },
  solution: {
    missing: 'feedback-solution-missing',
    expected: 'what would help, in the words of the customer',
    example: 'One page with every approval of a project, which can be exported.',
  },
  benefit: {
    missing: 'feedback-benefit-missing',
    expected: 'what would be different for the customer if it were there',
    example: 'The yearly audit takes two days instead of two weeks.',
  },
};

function readStory(key: keyof typeof stories, lines: readonly FormLine[]): Field<string> {
  const value = readLongText(lines);
  if (value !== '') return { state: 'given', value };
  const { missing, expected, example } = stories[key];
  const told = { found: '', expected, example };
  return { state: 'problem', problem: formProblem(missing, feedbackHeadings[key], told) };
}

function tooLongForm(): FeedbackForm {
  return {
    asking: blank,
    challenge: blank,
    solution: blank,
    benefit: blank,
    kind: blank,
    theme: blank,
    area: blank,
    impact: blank,
    productIssue: blank,
    requests: blank,
    problems: [tooLong()],
  };
}
