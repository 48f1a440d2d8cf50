import type { Instant, LabelEvent, StateEvent, UserRef } from '../../../src/domain/snapshot.ts';

/** The desk of the generated program. */
export const sampleDesk: UserRef = { id: 900, username: 'project_7_bot_desk' };

/** Writes events with growing ids; what would happen after `now` has not happened yet. */
export class EventWriter {
  readonly #now: Instant;
  readonly #labels = new Map<string, number>();
  #lastId = 0;

  constructor(now: Instant) {
    this.#now = now;
  }

  hasCome(at: Instant): boolean {
    return at < this.#now;
  }

  label(action: 'add' | 'remove', name: string, at: Instant, user: UserRef = sampleDesk): LabelEvent[] {
    if (!this.hasCome(at)) return [];
    const id = this.#labels.get(name) ?? this.#labels.size + 1;
    this.#labels.set(name, id);
    this.#lastId += 1;
    return [{ id: this.#lastId, user, at, label: { id, name }, action }];
  }

  /** The labels of one scope, one after the other: each takes the place of the one before. */
  steps(scope: string, steps: readonly (readonly [string, Instant, UserRef?])[]): LabelEvent[] {
    return steps.flatMap(([value, at, user = sampleDesk], index) => {
      const before = steps[index - 1]?.[0];
      const removed = before === undefined ? [] : this.label('remove', `${scope}::${before}`, at, user);
      return [...removed, ...this.label('add', `${scope}::${value}`, at, user)];
    });
  }

  closed(at: Instant): StateEvent[] {
    if (!this.hasCome(at)) return [];
    this.#lastId += 1;
    return [{ id: this.#lastId, user: sampleDesk, at, state: 'closed' }];
  }
}
