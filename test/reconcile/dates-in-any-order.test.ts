import fc from 'fast-check';
import { expect, it } from 'vitest';
import { meetingsOf, type Time } from '../../src/domain/assignment/engagement.ts';
import { PaperDesk } from '../builders/paper-desk.ts';
import { day } from '../builders/snapshot.ts';

/** Dates people write: near and far, by day and by night, several, whole days, none at all. */
const written = [
  '- 2026-12-09 15:00 Europe/Madrid',
  '- 2026-12-09 15:30 Europe/Madrid\n- 2026-12-10',
  '- 2026-12-12 03:00 Europe/Madrid',
  '- 2026-12-14 10:00 Europe/Madrid\n- 2026-12-16 10:00 Europe/Madrid\n- series',
  '- 2026-12-30 11:00 Europe/Madrid',
  '- 2027-01-20 15:00 Europe/Madrid',
  '- 2027-03-28 10:00 Europe/Madrid\n- 2027-03-29',
  '- 2026-11-20 15:00 Europe/Madrid',
  '- 03/04/2027',
] as const;

const spoken = [
  '2026-12-09 15:00 Europe/Madrid',
  '2026-12-16 10:30',
  '2027-01-21 15:00 Europe/Madrid',
  '2026-12-15',
  'soon',
] as const;

type Step =
  | { readonly kind: 'edit'; readonly request: number; readonly dates: string }
  | { readonly kind: 'agree'; readonly request: number; readonly bySme: boolean; readonly date: string }
  | { readonly kind: 'approve'; readonly request: number }
  | { readonly kind: 'accept'; readonly request: number }
  | { readonly kind: 'wait'; readonly days: number };

const request = fc.constantFrom(1, 2);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('edit'), request, dates: fc.constantFrom(...written) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('agree'),
      request,
      bySme: fc.boolean(),
      date: fc.constantFrom(...spoken),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('approve'), request }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('accept'), request }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait'), days: fc.integer({ min: 1, max: 5 }) }) },
);

function happens(desk: PaperDesk, now: Step): void {
  switch (now.kind) {
    case 'edit':
      desk.edit(now.request, { 'Proposed dates': now.dates });
      return;
    case 'agree': {
      const sme = desk.record(now.request).decision?.username ?? 'sam';
      desk.comment(now.request, now.bySme ? sme : 'sam', `agreed: ${now.date}`);
      return;
    }
    case 'approve':
      desk.unclick(now.request, 'omar', 'request::approved');
      desk.click(now.request, 'omar', 'request::approved');
      return;
    case 'accept':
      desk.comment(now.request, desk.record(now.request).decision?.username ?? 'tom', 'accept');
      return;
    case 'wait':
      desk.later(now.days * day);
      return;
    default:
      now satisfies never;
  }
}

/** Three runs at most do everything there is to do; returns after which of them nothing was left. */
function settle(desk: PaperDesk): void {
  const steps = ['validate', 'assign', 'follow-up'] as const;
  for (let runs = 0; runs < 3; runs += 1) if (desk.run({ steps }).actions.length === 0) return;
  expect(desk.plan({ steps }).actions).toEqual([]);
}

const withSme = ['assigned', 'engaged'];

/** The meetings that stand for a request; in `changed` those from before. */
function meetings(desk: PaperDesk, iid: number): readonly Time[] {
  const decision = desk.record(iid).decision;
  return decision === null ? [] : meetingsOf(decision);
}

/** What an approval was about, and how often other dates were taken up since. */
interface Watched {
  readonly approval: number;
  readonly limit: number;
  readonly changes: number;
  readonly dates: string | null;
}

function watch(desk: PaperDesk, iid: number, before: Watched): Watched {
  const { approval, dates, lastDate } = desk.record(iid);
  if (approval !== null && approval.event !== before.approval) {
    return { approval: approval.event, limit: (lastDate ?? 0) + 31 * day, changes: 0, dates };
  }
  return { ...before, changes: before.changes + Number(dates !== before.dates), dates };
}

it('no edits and agreed dates move a meeting further or more often than was approved, nor anybody into two at once', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 8 }), (steps) => {
      const desk = new PaperDesk();
      for (const iid of [desk.open(), desk.open()]) {
        desk.run();
        desk.click(iid, 'omar', 'request::approved');
      }
      settle(desk);
      const nothing: Watched = { approval: 0, limit: 0, changes: 0, dates: null };
      const watched = new Map([1, 2].map((iid) => [iid, watch(desk, iid, nothing)]));
      for (const now of steps) {
        happens(desk, now);
        settle(desk);
        for (const [iid, before] of watched) {
          const after = watch(desk, iid, before);
          watched.set(iid, after);
          if (!withSme.includes(desk.view(iid).state)) continue;
          for (const { start } of meetings(desk, iid)) expect(start).toBeLessThan(after.limit);
          expect(after.changes).toBeLessThanOrEqual(3);
        }
        expectApart(desk);
      }
    }),
    { numRuns: 12 },
  );
});

function expectApart(desk: PaperDesk): void {
  const smes = [1, 2].map((iid) => desk.record(iid).decision?.username ?? `nobody ${iid}`);
  if (smes[0] !== smes[1]) return;
  for (const one of meetings(desk, 1)) {
    for (const other of meetings(desk, 2)) {
      expect(one.start < other.end && other.start < one.end, JSON.stringify([one, other])).toBe(false);
    }
  }
}
