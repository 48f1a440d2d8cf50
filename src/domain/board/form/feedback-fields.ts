import type { FieldGroup } from '../../form/form-definition.ts';
import type { FeedbackForm } from './feedback-form.ts';

/** A field of the feedback form: a key of the parsed form. */
export type FeedbackKey = Exclude<keyof FeedbackForm, 'problems'>;

/** Which list a choice of the feedback form offers; what is offered are the names, not the keys. */
export type FeedbackChoices = 'kinds' | 'themes' | 'areas' | 'impacts';

/** The headings of the form, by which problems name their field as well. */
export const feedbackHeadings: Readonly<Record<FeedbackKey, string>> = {
  asking: 'Opportunity or account',
  challenge: 'Current challenge',
  solution: 'Proposed solution',
  benefit: 'Expected impact',
  kind: 'Kind of feedback',
  theme: 'Theme',
  area: 'Product area',
  impact: 'Impact on the customer',
  productIssue: 'Product issue',
  requests: 'Requests it came from',
};

const { asking, challenge, solution, benefit, kind, theme, area, impact, productIssue, requests } =
  feedbackHeadings;

/**
 * The form of a piece of customer feedback, in its order (docs/rules.md#customer-feedback). The issue template and the
 * issues that follow from engagements are made from it, and the parser looks for these headings.
 */
export const feedbackFields: readonly FieldGroup<FeedbackKey, FeedbackChoices>[] = [
  {
    heading: 'Customer',
    fields: [{ key: 'asking', heading: asking, kind: 'text', required: 'always' }],
  },
  {
    heading: 'Use case',
    fields: [
      { key: 'challenge', heading: challenge, kind: 'text', required: 'always' },
      { key: 'solution', heading: solution, kind: 'text', required: 'always' },
      { key: 'benefit', heading: benefit, kind: 'text', required: 'always' },
    ],
  },
  {
    heading: 'Classification',
    fields: [
      { key: 'kind', heading: kind, kind: 'choice', choices: 'kinds', other: false, required: 'always' },
      { key: 'theme', heading: theme, kind: 'choice', choices: 'themes', other: true, required: 'never' },
      { key: 'area', heading: area, kind: 'choice', choices: 'areas', other: true, required: 'always' },
      {
        key: 'impact',
        heading: impact,
        kind: 'choice',
        choices: 'impacts',
        other: false,
        required: 'always',
      },
    ],
  },
  {
    heading: 'Related',
    fields: [
      { key: 'productIssue', heading: productIssue, kind: 'text', required: 'never' },
      { key: 'requests', heading: requests, kind: 'list', required: 'never' },
    ],
  },
];
