import type { LabelEvent } from '../snapshot.ts';

/** Label events by id. GitLab gives them in any order, and nothing else says what came first. */
export function byEventId(events: readonly LabelEvent[]): LabelEvent[] {
  return [...events].sort((a, b) => a.id - b.id);
}

/** The highest event id among some, 0 for none. Ids that GitLab gave are whole numbers. */
export function lastEventId(events: readonly LabelEvent[]): number {
  return events.reduce((highest, event) => Math.max(highest, Math.floor(event.id)), 0);
}

/**
 * The newest event of each label, by label **id**: two labels can have borne one name, and a renamed label
 * shows its new name in old events (`docs/gitlab.md#events`). Events of deleted labels are left out.
 */
export function newestByLabel(events: readonly LabelEvent[]): Map<number, LabelEvent> {
  const newest = new Map<number, LabelEvent>();
  for (const event of byEventId(events)) {
    if (event.label !== null) newest.set(event.label.id, event);
  }
  return newest;
}
