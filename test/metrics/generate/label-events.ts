import type { Instant, LabelEvent, UserRef } from '../../../src/domain/snapshot.ts';
import { later, type Setting, shuffled, told } from './setting.ts';

/** A label has one id; a second one of the same name is a label of the group above the project. */
function labelNamed({ dice, labelIds }: Setting, name: string): { id: number; name: string } {
  const key = dice.chance(0.03) ? `group ${name}` : name;
  const id = labelIds.get(key) ?? labelIds.size + 1;
  labelIds.set(key, id);
  return { id, name };
}

/**
 * The events of one issue as GitLab gives them: ids go up with the time, whatever the clocks say, and the list has no
 * order.
 */
export function written(setting: Setting, events: readonly LabelEvent[]): LabelEvent[] {
  const ids = events.map(({ id }) => id).sort((a, b) => a - b);
  const inOrder = events.toSorted((a, b) => a.at - b.at || a.id - b.id);
  const numbered = inOrder.map((event, index) => ({
    ...event,
    id: ids[index] ?? event.id,
    at: told(setting, event.at),
  }));
  return shuffled(setting.dice, numbered);
}

/** One label set or taken off. Now and then the label was deleted since. */
export function labelEvent(
  setting: Setting,
  action: LabelEvent['action'],
  name: string,
  at: Instant,
  user: UserRef | null,
): LabelEvent {
  const label = setting.dice.chance(0.02) ? null : labelNamed(setting, name);
  return { id: setting.nextId(), user, at, label, action };
}

/** An event that came along with a copied issue: older than the issue itself, with an id of any size. */
export function copiedEvent(setting: Setting, name: string, submittedAt: Instant): LabelEvent {
  const { dice } = setting;
  return {
    id: setting.nextId(),
    user: { id: 900, username: 'project_7_bot_desk' },
    at: submittedAt - dice.whole(1, 5_000_000),
    label: labelNamed(setting, name),
    action: dice.chance(0.8) ? 'add' : 'remove',
  };
}

/**
 * One value of a scope after the other. The value before is taken off with the next one, a while before or after it,
 * or never, as a click on GitLab Free leaves it.
 */
export function walk(
  setting: Setting,
  scope: string,
  steps: readonly { readonly value: string; readonly user: UserRef | null; readonly at: Instant }[],
): LabelEvent[] {
  const { dice, to } = setting;
  const events: LabelEvent[] = [];
  let before: string | null = null;
  for (const { value, user, at } of steps) {
    if (at >= to) break;
    const remove = (when: Instant): void => {
      if (before === null || when >= to) return;
      events.push(labelEvent(setting, 'remove', `${scope}::${before}`, when, user));
    };
    const way = dice.next();
    if (way < 0.75) remove(at);
    events.push(labelEvent(setting, 'add', `${scope}::${value}`, at, user));
    if (way > 0.9) remove(later(setting, at));
    before = value;
  }
  return events;
}
