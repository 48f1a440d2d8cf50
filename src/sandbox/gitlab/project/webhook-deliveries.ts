import {
  type DeliveryState,
  type GitLabWorld,
  type IssueState,
  type NoteState,
  nextId,
  type ProjectState,
  type WebhookState,
} from '../state.ts';
import { type HookPlace, issuePayload, notePayload } from './webhook-payload.ts';

/** Something that webhooks listen to, by `userId`, on an issue of `project`. */
export type HookEvent = IssueHookEvent | NoteHookEvent;

export interface IssueHookEvent {
  readonly kind: 'issue';
  readonly project: ProjectState;
  /** As it is after the event. */
  readonly issue: IssueState;
  /** A copy from before the event; null for a new issue. */
  readonly before: IssueState | null;
  readonly userId: number;
  readonly action: 'open' | 'close' | 'reopen' | 'update';
}

export interface NoteHookEvent {
  readonly kind: 'note';
  readonly project: ProjectState;
  readonly issue: IssueState;
  readonly note: NoteState;
  readonly userId: number;
  readonly action: 'create' | 'update';
}

/**
 * Notes what GitLab would now send to the webhooks of the project: one delivery per webhook that listens. Nothing is
 * sent, since a delivery may come late, twice or never; whoever plays the network carries it and marks it delivered.
 * Confidential issues and notes reach those webhooks only that ask for them (`docs/gitlab.md#webhooks`).
 */
export function recordDelivery(place: HookPlace, event: HookEvent): readonly DeliveryState[] {
  // GitLab writes system notes past its webhooks.
  if (event.kind === 'note' && event.note.system) return [];
  const name = eventName(event);
  const hooks = event.project.webhooks.filter((hook) => listensTo(hook, name));
  const deliveries = hooks.map((hook) =>
    delivery(place.gitlab, place.now, hook, name, payloadOf(place, event)),
  );
  event.project.deliveries.push(...deliveries);
  return deliveries;
}

function delivery(
  gitlab: GitLabWorld,
  at: number,
  hook: WebhookState,
  event: DeliveryState['event'],
  payload: Record<string, unknown>,
): DeliveryState {
  return {
    id: nextId(gitlab, 'delivery'),
    hook: hook.id,
    url: hook.url,
    event,
    payload,
    at,
    delivered: false,
  };
}

function eventName(event: HookEvent): DeliveryState['event'] {
  if (event.kind === 'issue') return event.issue.confidential ? 'Confidential Issue Hook' : 'Issue Hook';
  return event.issue.confidential || event.note.internal ? 'Confidential Note Hook' : 'Note Hook';
}

function listensTo(hook: WebhookState, event: DeliveryState['event']): boolean {
  switch (event) {
    case 'Issue Hook':
      return hook.issuesEvents;
    case 'Confidential Issue Hook':
      return hook.confidentialIssuesEvents;
    case 'Note Hook':
      return hook.noteEvents;
    case 'Confidential Note Hook':
      return hook.confidentialNoteEvents;
    default:
      return event satisfies never;
  }
}

function payloadOf(place: HookPlace, event: HookEvent): Record<string, unknown> {
  return event.kind === 'issue' ? issuePayload(place, event) : notePayload(place, event);
}
