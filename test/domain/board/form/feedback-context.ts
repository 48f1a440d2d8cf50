import type { FeedbackFormContext } from '../../../../src/domain/board/form/parse-feedback-form.ts';
import { exampleConfig } from '../../../builders/config.ts';

/** The example program on a GitLab that lives at the root of its host, Salesforce on. */
export function feedbackContext(changes: Partial<FeedbackFormContext> = {}): FeedbackFormContext {
  return {
    config: exampleConfig(),
    salesforceOn: true,
    project: { path: 'acme/sme-desk', webUrl: 'https://gitlab.example.com/acme/sme-desk' },
    ...changes,
  };
}

/** The context while Salesforce is off, with the pattern that the program uses instead. */
export function withoutSalesforce(pattern: string | null): FeedbackFormContext {
  const config = exampleConfig();
  const salesforce = { ...config.salesforce, opportunityId: { label: 'Deal', pattern } };
  return feedbackContext({ salesforceOn: false, config: { ...config, salesforce } });
}

/** The answers of a complete form, by heading. */
const complete: Readonly<Record<string, string>> = {
  'Opportunity or account': '006AB00000123Ab',
  'Current challenge': 'Approvals are kept in lists by hand.',
  'Proposed solution': 'One page with every approval.',
  'Expected impact': 'The audit takes two days.',
  'Kind of feedback': '- [x] Feature request\n- [ ] Bug\n- [ ] Enhancement',
  Theme: '- [x] Reporting\n- [ ] Other: ',
  'Product area': '- [x] Security\n- [ ] Other: ',
  'Impact on the customer': '- [ ] Blocker\n- [x] Major\n- [ ] Minor',
  'Product issue': 'https://gitlab.example.com/acme/product/-/issues/12',
  'Requests it came from': '- #7',
};

/** A form as the template makes it, with these answers; null leaves the whole section out. */
export function feedbackWith(changes: Readonly<Record<string, string | null>> = {}): string {
  return Object.entries({ ...complete, ...changes })
    .flatMap(([heading, answer]) =>
      answer === null ? [] : [`### ${heading}\n\n<!-- a hint -->\n\n${answer}\n`],
    )
    .join('\n');
}
