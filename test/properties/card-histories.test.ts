import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CardStatus, type CardView, cardStatuses } from '../../src/domain/board/card.ts';
import { standingOf } from '../../src/domain/board/standing/card-standing.ts';
import { moversOf } from '../../src/domain/board/standing/movers.ts';
import type { LabelEvent } from '../../src/domain/snapshot.ts';
import { keepStatus } from '../../src/reconcile/board/keep-status.ts';
import { recognise } from '../../src/reconcile/board/recognise.ts';
import {
  boardLabels,
  boardOf,
  cardView,
  clicked,
  granted,
  movedTo,
  recorded,
} from '../builders/card-on-paper.ts';
import { exampleConfig } from '../builders/config.ts';
import { desk, hour, monday, user } from '../builders/snapshot.ts';

/** A product manager, a lead and an SME of AI; the author, an SME of another area, somebody with Planner; a gone account. */
const clickers = ['petra', 'omar', 'ines', 'sam', 'hannah', 'mallory', null] as const;
const mayMove: readonly (string | null)[] = ['petra', 'omar', 'ines'];

const movers = moversOf(exampleConfig());

/** The rule from its text: the last status that somebody who may has set; taking it off is new. */
function oracle(events: readonly LabelEvent[]): CardStatus {
  let status: CardStatus = 'new';
  for (const { action, label, user: by } of [...events].sort((a, b) => a.id - b.id)) {
    const value = cardStatuses.find((each) => label?.name === `feedback::${each}`);
    if (value === undefined || !mayMove.includes(by?.username ?? null)) continue;
    if (action === 'add') status = value;
    else if (value === status) status = 'new';
  }
  return status;
}

const statusLabel = fc.constantFrom(
  ...cardStatuses.map((each) => `feedback::${each}`),
  'feedback::shipped',
  null,
);

/** Events with ids of their own and any times, deleted labels among them, listed in any order. */
const histories = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 200 }),
      by: fc.constantFrom(...clickers, 'desk' as const),
      action: fc.constantFrom('add' as const, 'remove' as const),
      label: statusLabel,
      at: fc.integer({ min: 0, max: 40 }),
    }),
    { selector: ({ id }) => id, maxLength: 16 },
  )
  .map((all) =>
    all.map(({ id, by, action, label, at }): LabelEvent => {
      const known = boardLabels.find(({ name }) => name === label)?.id ?? 999;
      return {
        id,
        action,
        at: monday + at * hour,
        user: by === null ? null : user(by),
        label: label === null ? null : { id: known, name: label },
      };
    }),
  );

const scopeLabels = fc.subarray([...cardStatuses.map((each) => `feedback::${each}`), 'feedback::shipped']);

/** What the desk does of the status in one run. */
function cared(view: CardView): CardView {
  const context = boardOf([view]);
  return granted(granted(view, recognise(view, context)), keepStatus(view, context));
}

function scopeOf({ card }: CardView): string[] {
  return card.labels.filter((label) => label.startsWith('feedback::'));
}

describe('any history of labels', () => {
  it('the card ends where the last move that counts has put it, and nowhere else', () => {
    fc.assert(
      fc.property(histories, scopeLabels, (labelEvents, labels) => {
        const view = cardView({ labelEvents, labels: [...cardView().card.labels.slice(0, 4), ...labels] });
        expect(standingOf(view, movers, [desk.id]).value).toBe(oracle(labelEvents));
        expect(scopeOf(cared(view))).toEqual([`feedback::${oracle(labelEvents)}`]);
      }),
      { numRuns: 1000 },
    );
  });

  it('caring twice changes nothing more, and says nothing twice', () => {
    fc.assert(
      fc.property(histories, scopeLabels, (labelEvents, labels) => {
        const once = cared(
          cardView({ labelEvents, labels: [...cardView().card.labels.slice(0, 4), ...labels] }),
        );
        const context = boardOf([once]);
        expect(recognise(once, context)).toEqual({});
        expect(keepStatus(once, context)).toEqual({ comments: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('the order in which GitLab lists events makes no difference', () => {
    const shuffled = histories.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const standing = (labelEvents: readonly LabelEvent[]) =>
          standingOf(cardView({ labelEvents }), movers, [desk.id]);
        expect(standing(other)).toEqual(standing(one));
      }),
      { numRuns: 300 },
    );
  });
});

/** What happens to a card: somebody moves it, takes its labels off, or the desk runs, whole or stopped on its way. */
const happenings = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ by: fc.constantFrom(...clickers), to: fc.constantFrom(...cardStatuses) }),
    },
    { weight: 1, arbitrary: fc.record({ by: fc.constantFrom(...clickers), off: fc.constant(true) }) },
    { weight: 2, arbitrary: fc.constantFrom('run', 'run without a record', 'run without comments') },
  ),
  { maxLength: 14 },
);

type Happening = typeof happenings extends fc.Arbitrary<(infer One)[]> ? One : never;

function then(view: CardView, happening: Happening, tier: 'free' | 'premium'): CardView {
  if (typeof happening === 'string') {
    const context = boardOf([view]);
    const wish = keepStatus(view, context);
    const moved = granted(
      granted(view, recognise(view, context)),
      wish,
      monday,
      happening !== 'run without comments',
    );
    return happening === 'run' ? recorded(moved, context) : moved;
  }
  if ('off' in happening) return clicked(view, { by: happening.by, remove: scopeOf(view) });
  if (tier === 'premium') return movedTo(view, happening.to, happening.by);
  return clicked(view, { by: happening.by, add: `feedback::${happening.to}` });
}

describe('a card among people and runs', () => {
  it.each(['free', 'premium'] as const)(
    'on %s every move that counts stands and no other one does',
    (tier) => {
      fc.assert(
        fc.property(happenings, (all) => {
          const before = all.reduce((view, each) => then(view, each, tier), cardView());
          const wanted = oracle(before.card.labelEvents);
          const end = then(before, 'run', tier);
          expect(scopeOf(end)).toEqual([`feedback::${wanted}`]);
          expect(end.card.record?.value?.status?.value ?? 'new').toBe(wanted);
        }),
        { numRuns: 500 },
      );
    },
  );

  it('whoever is told that a move was undone is one who may not, and is told once', () => {
    fc.assert(
      fc.property(happenings, (all) => {
        const end = then(
          all.reduce((view, each) => then(view, each, 'premium'), cardView()),
          'run',
          'premium',
        );
        const keys = end.card.comments.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const by of mayMove) expect(keys).not.toContain(`not-a-mover:${user(by ?? '').id}`);
        expect(keys).not.toContain(`not-a-mover:${desk.id}`);
      }),
      { numRuns: 300 },
    );
  });

  it('a run that was stopped before its comments ends where one that was not does', () => {
    fc.assert(
      fc.property(happenings, (all) => {
        const before = all.reduce((view, each) => then(view, each, 'premium'), cardView());
        const whole = then(before, 'run', 'premium');
        const resumed = then(then(before, 'run without comments', 'premium'), 'run', 'premium');
        expect(scopeOf(resumed)).toEqual(scopeOf(whole));
        expect(resumed.card.comments.map(({ key }) => key)).toEqual(
          whole.card.comments.map(({ key }) => key),
        );
      }),
      { numRuns: 300 },
    );
  });
});
