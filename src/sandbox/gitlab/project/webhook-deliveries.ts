import {
  type AwardState,
  type DeliveryState,
  type GitLabWorld,
  type IssueState,
  type NoteState,
  nextId,
  type ProjectState,
  type WebhookState,
} from '../state.ts';
import { emojiPayload, type HookPlace, issuePayload, notePayload } from './webhook-payload.ts';

/** Something that webhooks listen to, by `userId`, on an issue of `project`. */
export type HookEvent = IssueHookEvent | NoteHookEvent | EmojiHookEvent;

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

export interface EmojiHookEvent {
  readonly kind: 'emoji';
  readonly project: ProjectState;
  readonly issue: IssueState;
  /** The comment it stands on; null: it stands on the issue itself. */
  readonly note: NoteState | null;
  readonly award: AwardState;
  readonly userId: number;
  readonly action: 'award' | 'revoke';
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
  if (event.kind === 'emoji') return 'Emoji Hook';
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
    // There is no second kind for what is confidential.
    case 'Emoji Hook':
      return hook.emojiEvents;
    default:
      return event satisfies never;
  }
}

function payloadOf(place: HookPlace, event: HookEvent): Record<string, unknown> {
  switch (event.kind) {
    case 'issue':
      return issuePayload(place, event);
    case 'note':
      return notePayload(place, event);
    case 'emoji':
      return emojiPayload(place, event);
    default:
      return event satisfies never;
  }
}
