import type { Answer } from '../answer.ts';
import type { Route } from '../route.ts';
import type { SandboxHost } from '../world.ts';
import { answer, notFound } from './answers.ts';
import { type ProjectCall, projectRoute } from './call.ts';
import { findIssue } from './issues/find-issue.ts';
import { labelBasic } from './labels.ts';
import { offsetPage } from './paging.ts';
import { timestamp, userBasic } from './present-user.ts';
import type { IssueState, LabelEventState, StateEventState } from './state.ts';

/** The routes of label and state events: what the desk proves approvals from (`docs/gitlab.md#events`). */
export function eventHandlers(host: SandboxHost): Route[] {
  return [
    projectRoute(host, 'get', '/issues/:iid/resource_label_events', (call) => {
      const issue = findIssue(call, 'Issue');
      return listEvents(call, issue.labelEvents, (event) => presentLabelEvent(call, issue, event));
    }),
    projectRoute(host, 'get', '/issues/:iid/resource_label_events/:eventId', (call) => {
      const issue = findIssue(call, 'Issue');
      return oneEvent(call, issue.labelEvents, (event) => presentLabelEvent(call, issue, event));
    }),
    projectRoute(host, 'get', '/issues/:iid/resource_state_events', (call) => {
      const issue = findIssue(call, 'Issue');
      return listEvents(call, issue.stateEvents, (event) => presentStateEvent(call, issue, event));
    }),
    projectRoute(host, 'get', '/issues/:iid/resource_state_events/:eventId', (call) => {
      const issue = findIssue(call, 'Issue');
      return oneEvent(call, issue.stateEvents, (event) => presentStateEvent(call, issue, event));
    }),
  ];
}

/**
 * GitLab promises no order and filters after the page was cut. The sandbox keeps the order in which they
 * arose.
 */
function listEvents<Event extends { id: number }>(
  call: ProjectCall,
  events: readonly Event[],
  present: (event: Event) => unknown,
): Answer {
  return offsetPage(call, events, {
    present,
    visible: (event) => !call.switches.hiddenNotes.includes(event.id),
  });
}

function oneEvent<Event extends { id: number }>(
  call: ProjectCall,
  events: readonly Event[],
  present: (event: Event) => unknown,
): Answer {
  const event = events.find((candidate) => candidate.id === Number(call.path.eventId));
  if (event === undefined) throw notFound();
  return answer(200, present(event));
}

/** The label as it is called now; null once it was deleted. `resource_id` is the issue's global id. */
function presentLabelEvent(call: ProjectCall, issue: IssueState, event: LabelEventState) {
  const label = call.gitlab.labels[event.labelId];
  return {
    ...eventBasis(call, issue, event),
    label: label === undefined ? null : labelBasic(label),
    action: event.action,
  };
}

function presentStateEvent(call: ProjectCall, issue: IssueState, event: StateEventState) {
  return { ...eventBasis(call, issue, event), state: event.state };
}

function eventBasis(call: ProjectCall, issue: IssueState, event: LabelEventState | StateEventState) {
  return {
    id: event.id,
    user: userBasic(call.gitlab, call.url.origin, event.userId),
    created_at: timestamp(event.createdAt),
    resource_type: 'Issue',
    resource_id: issue.id,
  };
}
