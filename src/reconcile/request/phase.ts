import type { Engagement } from '../../domain/assignment/engagement.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import type { IssueAction } from '../../plan/action.ts';

/** What one phase of a step sees: the request as the phases before it will have left it. */
export interface PhaseInput {
  readonly view: RequestView;
  readonly context: RequestContext;
  /** All live requests as this run has read them. */
  readonly views: readonly RequestView[];
  readonly engagements: readonly Engagement[];
}

/** One phase: looks at one request, says what is to be written. */
export type Phase = (input: PhaseInput) => IssueAction[];
