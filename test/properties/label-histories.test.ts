import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approvalOf } from '../../src/domain/authorization/approval.ts';
import { directoryOf } from '../../src/domain/people.ts';
import { emptyRecord } from '../../src/domain/record/record-state.ts';
import type { LabelEvent, StateEvent } from '../../src/domain/snapshot.ts';
import { exampleConfig } from '../builders/config.ts';
import { PaperDesk } from '../builders/paper-desk.ts';
import { desk, hour, issue, labelId, monday, people, user } from '../builders/snapshot.ts';

const approvedId = labelId('request::approved');
const declinedId = labelId('request::declined');
const shownAfter = 6;

/** Two approvers of AI, one a lead; the author; somebody with Planner and no right; the desk; a deleted account. */
const clickers = ['omar', 'priya', 'sam', 'mallory', 'desk', null] as const;
const mayDecide: readonly (string | null)[] = ['omar', 'priya'];

/** The label as it is; with a new name; another one that took its name; the other decision; one that decides nothing. */
const clicked = [
  { id: approvedId, name: 'request::approved' },
  { id: approvedId, name: 'request::approved' },
  { id: approvedId, name: 'request::done' },
  { id: 777, name: 'request::approved' },
  { id: declinedId, name: 'request::declined' },
  { id: declinedId, name: 'request::declined' },
  { id: labelId('request::assigned'), name: 'request::assigned' },
] as const;

interface Click {
  readonly by: (typeof clickers)[number];
  readonly action: 'add' | 'remove';
  readonly label: (typeof clicked)[number];
  /** Hours since the click before; 0: in the same second. */
  readonly pause: number;
}

const clicks = fc.array(
  fc.record<Click>({
    by: fc.constantFrom(...clickers),
    action: fc.constantFrom('add', 'add', 'remove'),
    label: fc.constantFrom(...clicked),
    pause: fc.integer({ min: 0, max: 2 }),
  }),
  { maxLength: 14 },
);

/** The clicks as GitLab lists them; ids rise with time, and closing or reopening has a time only. */
function history(all: readonly Click[]): LabelEvent[] {
  let at = monday;
  return all.map(({ by, action, label, pause }, index) => {
    at += pause * hour;
    return { id: index + 1, user: by === null ? null : user(by), at, label, action };
  });
}

/** Premium takes the other label of the scope off with a click, as an event of the same person at the same time. */
function asOnPremium(all: readonly Click[]): Click[] {
  return all.flatMap((click) => {
    const other = clicked.find(({ id }) => id === (click.label.id === approvedId ? declinedId : approvedId));
    if (click.action === 'remove' || other === undefined) return [click];
    return [click, { ...click, action: 'remove', label: other, pause: 0 } as const];
  });
}

/** Conditions 2 to 4 of docs/security.md#approval, from their text: which click is in force, if any. */
function oracle(events: readonly LabelEvent[], voided: number): string {
  const heard = events
    .filter((event) => mayDecide.includes(event.user?.username ?? null))
    .sort((a, b) => a.id - b.id);
  const yes = heard.findLast((event) => event.label?.id === approvedId);
  const no = heard.findLast((event) => event.label?.id === declinedId);
  const refusedAfter = heard.some(
    (event) => event.label?.id === declinedId && event.action === 'add' && event.id > (yes?.id ?? 0),
  );
  if (no?.action === 'add' && no.at > voided && !(yes?.action === 'add' && yes.id > no.id))
    return `declined ${no.id}`;
  if (yes?.action !== 'add' || refusedAfter) return 'none';
  const sound = yes.id > shownAfter && yes.at > voided && yes.label?.name === 'request::approved';
  return `${sound ? 'counts' : 'refused'} ${yes.id}`;
}

const config = exampleConfig();
const labels = { approved: approvedId, declined: declinedId };

function decided(labelEvents: readonly LabelEvent[], stateEvents: readonly StateEvent[]): string {
  const approval = approvalOf({
    issue: issue({ labelEvents, stateEvents }),
    record: {
      ...emptyRecord({ project: 7, issue: 5001, labels }),
      digest: 'shown',
      durationMinutes: 90,
      shownAfter,
    },
    labels,
    digest: { value: 'shown', durationMinutes: 90 },
    areaKey: 'ai',
    directory: directoryOf(people()),
    config,
    deskIds: [desk.id],
  });
  return approval.kind === 'none' ? 'none' : `${approval.kind} ${approval.event}`;
}

const voids = fc.option(fc.integer({ min: 0, max: 14 }));

describe('of any history of labels', () => {
  it('the click that is in force is the one that the rules name, in whatever order the events are listed', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        clicks,
        voids,
        fc.boolean(),
        fc.infiniteStream(fc.nat()),
        (all, closed, premium, places) => {
          const events = history(premium ? asOnPremium(all) : all);
          const voided = closed === null ? Number.NEGATIVE_INFINITY : monday + closed * hour;
          const closings: StateEvent[] =
            closed === null ? [] : [{ id: 1, user: user('sam'), at: voided, state: 'reopened' }];
          const listed = events
            .map((event) => ({ event, place: places.next().value ?? 0 }))
            .sort((a, b) => a.place - b.place)
            .map(({ event }) => event);
          const expected = oracle(events, voided);
          seen.add(expected.split(' ')[0] ?? '');

          expect(decided(listed, closings)).toBe(expected);
        },
      ),
      { numRuns: 2000 },
    );
    expect([...seen].sort()).toEqual(['counts', 'declined', 'none', 'refused']);
  });

  it('an approval is recorded for the person whose click it is, and for nobody else', () => {
    const steps = fc.array(
      fc.record({
        by: fc.constantFrom('omar', 'priya', 'sam', 'mallory'),
        add: fc.boolean(),
        label: fc.constantFrom(
          'request::approved',
          'request::approved',
          'request::declined',
          'request::assigned',
        ),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(steps, fc.constantFrom('free', 'premium'), fc.boolean(), (all, tier, reversed) => {
        const desk = new PaperDesk({ tier, config });
        desk.open();
        desk.run();
        const shown = desk.record(1).shownAfter ?? 0;
        desk.later(60_000);
        for (const { by, add, label } of all) {
          if (add) desk.click(1, by, label);
          else desk.unclick(1, by, label);
        }
        const events = desk.issue(1).labelEvents;
        if (reversed) desk.change(1, { labelEvents: [...events].reverse() });
        const later = events.filter(({ id }) => id > shown);
        const expected = oracle(later, Number.NEGATIVE_INFINITY);
        desk.run();

        expect(desk.record(1).approval?.event ?? null).toBe(
          expected.startsWith('counts') ? Number(expected.split(' ')[1]) : null,
        );
      }),
      { numRuns: 60 },
    );
  });
});
