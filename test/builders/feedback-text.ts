/** What a piece of feedback says; what is left out is filled in sensibly. */
export interface FeedbackWords {
  readonly asking?: string;
  readonly challenge?: string;
  readonly solution?: string;
  readonly benefit?: string;
  readonly kind?: string;
  readonly area?: string;
  readonly impact?: string;
  readonly productIssue?: string;
}

/** The description of a feedback issue as a careful person fills the form in. */
export function feedbackText(words: FeedbackWords = {}): string {
  return [
    `### Opportunity or account\n\n${words.asking ?? '006AB000001Acme'}`,
    `### Current challenge\n\n${words.challenge ?? 'Reviews of large changes wait for days.'}`,
    `### Proposed solution\n\n${words.solution ?? 'Suggest the reviewer who knows the files.'}`,
    `### Expected impact\n\n${words.benefit ?? 'Two days less for each change.'}`,
    `### Kind of feedback\n\n- [x] ${words.kind ?? 'Feature request'}`,
    `### Product area\n\n- [x] ${words.area ?? 'AI'}`,
    `### Impact on the customer\n\n- [x] ${words.impact ?? 'Major'}`,
    `### Product issue\n\n${words.productIssue ?? ''}`,
    '### Requests it came from\n',
  ].join('\n\n');
}
