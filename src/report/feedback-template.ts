import type { Config } from '../config/types.ts';
import { type FeedbackKey, feedbackFields } from '../domain/board/form/feedback-fields.ts';
import { offeredNames } from '../domain/board/form/offered-names.ts';
import { otherChoice } from '../domain/form/form-definition.ts';
import { formTemplate } from './form-template.ts';

/** Where GitLab looks for the template; its file name is the name people choose (docs/gitlab.md#templates). */
export const feedbackTemplatePath = '.gitlab/issue_templates/Customer Feedback.md';

const tickOther = `${otherChoice}: write which after the colon.`;

/** What to write in a field, for the eyes of who fills it in. */
const hints: Readonly<Record<FeedbackKey, (config: Config) => string>> = {
  asking: ({ salesforce: { opportunityId } }) =>
    `${opportunityId.label}: the ID (begins with 006), or that of the account (001), or a link to one of them. ` +
    'Never the name of the customer.',
  challenge: () => 'What the customer cannot do today, or only with effort.',
  solution: () => 'What would help, in the words of the customer.',
  benefit: () => 'What would be different for the customer if it were there.',
  kind: () =>
    'Tick exactly one. Feature request: it is not there yet. Bug: it does something wrong. ' +
    'Enhancement: it could do it better.',
  theme: () => `Optional. Tick one. ${tickOther}`,
  area: () => `Tick exactly one. ${tickOther}`,
  impact: () =>
    'Tick exactly one. Blocker: the customer cannot go on without it. Major: it hinders them. ' +
    'Minor: it is a nuisance.',
  productIssue: () =>
    'Optional: one issue of the product on this GitLab, as a link or as group/project#12. ' +
    'Look for one first: whoever asks for the same stands behind it.',
  requests: () => 'Optional: SME requests in which it came up, one per line: #12.',
};

function introduction(): readonly string[] {
  return [
    '> One thing that a customer needs, in one issue. Keep the title free of customer names: "Export the audit ' +
      'log" says enough. Keep the headings below; whatever is not optional is needed.',
    '>',
    '> Product management decides on the board of the product area; a comment here tells you whenever it moves. If ' +
      'something is missing you are told here what to write.',
    '',
  ];
}

/** The issue template *Customer Feedback*, in Markdown. */
export function feedbackTemplate(config: Config): string {
  return formTemplate({
    groups: feedbackFields,
    introduction: introduction(),
    hint: ({ key }) => (key === null ? '' : hints[key](config)),
    names: (source) => offeredNames(source, config),
    actions: ['/label ~"type::customer-feedback" ~"feedback::new"', '/confidential'],
  });
}
