import { filledFeedbackForm } from '../board/form/filled-feedback-form.ts';
import { formatDay } from '../calendar/format-instant.ts';
import { areaName, engagementName, mention } from '../notifications/words.ts';
import type { FollowUpKind, RecordState } from '../record/record-state.ts';
import { type RequestContext, type RequestView, requesterZone } from '../request/request-view.ts';
import { knownFeedback } from './known-feedback.ts';

type Decision = NonNullable<RecordState['decision']>;

/** An issue that follows from an engagement, as it is opened. */
export interface FollowUpIssue {
  readonly title: string;
  readonly description: string;
  readonly labels: readonly string[];
  /** User ids; where GitLab keeps one only, the first. */
  readonly assignees: readonly number[];
  readonly mentions: readonly string[];
}

const titles: Readonly<Record<FollowUpKind, string>> = {
  question: 'Question after an engagement',
  demo: 'Demo wanted after an engagement',
  'best-practice': 'Best practice wanted after an engagement',
  content: 'Article wanted after an engagement',
  'product-feedback': 'Customer feedback after an engagement',
};

const kindLabels: Readonly<Record<FollowUpKind, readonly string[]>> = {
  question: [],
  demo: ['type::collateral', 'collateral::requested', 'collateral-kind::demo'],
  'best-practice': ['type::collateral', 'collateral::requested', 'collateral-kind::best-practice'],
  content: ['type::collateral', 'collateral::requested', 'collateral-kind::article'],
  'product-feedback': ['type::customer-feedback', 'feedback::new'],
};

/**
 * The issue of one kind (`docs/rules.md#feedback`): facts of the request and a link to it, as a form where there is one
 * for the kind. What people wrote stays there; the one who is assigned fills in the rest. Only labels that the project has.
 */
export function followUpIssue(
  view: RequestView,
  context: RequestContext,
  kind: FollowUpKind,
  decision: Decision,
): FollowUpIssue {
  const { snapshot } = context;
  const { author, iid } = view.issue;
  const known = snapshot.labels.map((label) => label.name);
  const labels = [...kindLabels[kind], `area::${view.areaKey ?? 'other'}`].filter((each) =>
    known.includes(each),
  );
  const asksSme = kind === 'question';
  const asked = asksSme ? decision.username : author.username;
  return {
    title: `${titles[kind]} (request ${iid})`,
    description: [
      `${mention([asked])}: ${taskOf(kind, author.username, iid)}`,
      '',
      ...(kind === 'product-feedback'
        ? filledFeedbackForm(knownFeedback(view), context.config)
        : factsOf(view, context, decision)),
    ].join('\n'),
    labels,
    assignees: asksSme ? [decision.sme, author.id] : [author.id],
    mentions: [asked],
  };
}

function factsOf(view: RequestView, context: RequestContext, decision: Decision): readonly string[] {
  const { author, iid } = view.issue;
  return [
    `- Request: #${iid}`,
    `- Area: ${areaName(context.config, view)}`,
    `- Engagement: ${engagementName(view)}, ${formatDay(decision.end, requesterZone(context, author.username))}`,
    `- SME: ${decision.username}`,
    `- Asked for by: ${author.username}`,
  ];
}

function taskOf(kind: FollowUpKind, requester: string, iid: number): string {
  switch (kind) {
    case 'question':
      return `${requester} has a question after this engagement; it stands in the comments of #${iid}. Please answer it here, and close this issue then.`;
    case 'demo':
      return 'please write below what the demo should show, and for whom.';
    case 'best-practice':
      return 'please write below what the best practice should be about, and where it would have helped.';
    case 'content':
      return 'please write below what the article should be about, and who would read it.';
    case 'product-feedback':
      return 'please fill in below what the customer needs; what the request says already is there.';
    default:
      return kind satisfies never;
  }
}
