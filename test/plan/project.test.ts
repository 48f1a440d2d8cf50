import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { project } from '../../src/plan/project.ts';
import { planRequests, requestSteps } from '../../src/reconcile/plan-requests.ts';
import { PaperDesk } from '../builders/paper-desk.ts';
import { globex } from '../builders/snapshot.ts';

const people = ['omar', 'priya', 'lena', 'mallory', 'sam', 'desk'] as const;
const states = [
  'approved',
  'declined',
  'engaged',
  'needs-info',
  'awaiting-approval',
  'submitted',
  'changed',
] as const;
const texts = [
  {},
  { 'Expected duration': 'long' },
  { 'Expected duration': '2 h' },
  { 'Opportunity ID or link': globex },
  { 'Area of expertise': '- [x] Dedicated' },
  { 'Proposed dates': '- 2026-11-28 03:00 Europe/Madrid' },
  { 'Opportunity ID or link': null },
] as const;

/** What may happen between two runs. */
const happening = fc.oneof(
  fc.record({
    kind: fc.constant('click' as const),
    who: fc.constantFrom(...people.slice(0, 5)),
    state: fc.constantFrom(...states),
  }),
  fc.record({
    kind: fc.constant('unclick' as const),
    who: fc.constantFrom(...people.slice(0, 5)),
    state: fc.constantFrom(...states),
  }),
  fc.record({ kind: fc.constant('edit' as const), text: fc.constantFrom(...texts) }),
  fc.record({ kind: fc.constant('comment' as const), who: fc.constantFrom(...people.slice(0, 5)) }),
  fc.record({ kind: fc.constant('public' as const) }),
  fc.record({ kind: fc.constant('lose the record' as const) }),
  fc.record({ kind: fc.constant('run' as const) }),
);

type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

function happens(desk: PaperDesk, each: Happening): void {
  switch (each.kind) {
    case 'click':
      desk.click(1, each.who, `request::${each.state}`);
      break;
    case 'unclick':
      desk.unclick(1, each.who, `request::${each.state}`);
      break;
    case 'edit':
      desk.edit(1, each.text);
      break;
    case 'comment':
      desk.comment(1, each.who, 'Because of the recording of last month.');
      break;
    case 'public':
      desk.change(1, { confidential: false });
      break;
    case 'lose the record':
      desk.change(1, { notes: desk.issue(1).notes.filter(({ body }) => !body.includes('sme-desk:record')) });
      break;
    case 'run':
      desk.run();
      break;
    default:
      each satisfies never;
  }
}

describe('the world after a plan', () => {
  it.each(['free', 'premium'] as const)(
    'whatever people do on GitLab %s: what is planned comes true, and then nothing is planned',
    (tier) => {
      fc.assert(
        fc.property(fc.array(happening, { maxLength: 8 }), fc.boolean(), (story, reopens) => {
          const desk = new PaperDesk({ tier });
          desk.open();
          for (const each of story) happens(desk, each);
          if (reopens) desk.later(60_000);
          desk.run();
          desk.later(60_000);
          expect(desk.plan().actions).toEqual([]);
          expect(
            desk.issue(1).labels.filter((label) => label.startsWith('request::')).length,
          ).toBeLessThanOrEqual(2);
        }),
        { numRuns: 50 },
      );
    },
  );

  it('on paper alone it is quiet too: planning over the projection plans nothing more', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 6 }), (story) => {
        const desk = new PaperDesk();
        desk.open();
        for (const each of story) happens(desk, each);
        const { actions } = desk.plan();
        const snapshot = project(desk.world, actions);
        const again = planRequests({
          config: desk.config,
          snapshot,
          steps: requestSteps,
          only: null,
          allowances: {},
          problems: [],
        });
        expect(again.actions).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
