import type { CollateralItem, FeedbackItem } from '../../../src/domain/metrics/facts.ts';
import type { LabelEvent, UserRef } from '../../../src/domain/snapshot.ts';
import { at } from './builders.ts';

const names: string[] = [];
const people: string[] = [];
let lastId = 0;

function indexIn(list: string[], text: string): number {
  if (!list.includes(text)) list.push(text);
  return list.indexOf(text);
}

/** Somebody by username, under one id. */
export function person(username: string): UserRef {
  return { id: 5000 + indexIn(people, username.toLowerCase()), username };
}

/** A label set or taken off at an hour of the story; each name is one label. */
export function labelled(
  action: 'add' | 'remove',
  name: string,
  hours: number,
  by: UserRef | null = person('petra'),
): LabelEvent {
  lastId += 1;
  return { id: lastId, user: by, at: at(hours), label: { id: 700 + indexIn(names, name), name }, action };
}

/** One label in the place of another, as a card that is moved. */
export function carried(from: string, to: string, hours: number, by?: UserRef | null): LabelEvent[] {
  return [labelled('remove', from, hours, by), labelled('add', to, hours, by)];
}

export function feedbackItem(fields: Partial<FeedbackItem> = {}): FeedbackItem {
  return {
    iid: 40,
    areaKey: 'ai',
    submittedAt: at(0),
    labelEvents: [],
    stateEvents: [],
    requests: [],
    ...fields,
  };
}

export function collateralItem(fields: Partial<CollateralItem> = {}): CollateralItem {
  return {
    iid: 60,
    areaKey: 'ai',
    submittedAt: at(0),
    labelEvents: [],
    stateEvents: [],
    kindKey: 'training',
    owners: [],
    ...fields,
  };
}
