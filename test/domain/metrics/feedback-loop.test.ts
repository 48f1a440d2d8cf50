import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedbackItem } from '../../../src/domain/metrics/facts.ts';
import { feedbackLoop } from '../../../src/domain/metrics/program/feedback-loop.ts';
import { at, history, life } from './builders.ts';
import { carried, feedbackItem, labelled, person } from './item-builders.ts';
import { areaAi, december, emea, figureIn, november, scopeOf, valuesOf } from './scope-of.ts';

const month = 31 * 24;

function figuresOf(feedback: readonly FeedbackItem[], asked: Parameters<typeof scopeOf>[1] = {}) {
  return valuesOf(feedbackLoop.measure(scopeOf({ feedback }, asked)));
}

function resolvedBy(username: string, hours = 20): FeedbackItem {
  const labelEvents = [
    labelled('add', 'feedback::new', 0, person('project_7_bot_desk')),
    ...carried('feedback::new', 'feedback::resolved', hours, person(username)),
  ];
  return feedbackItem({ labelEvents });
}

describe('feedback items', () => {
  it('count as submitted in the month they were opened in', () => {
    const feedback = [feedbackItem({ iid: 40 }), feedbackItem({ iid: 41, submittedAt: at(month) })];

    expect(figuresOf(feedback)).toMatchObject({ '2.submitted': 1 });
    expect(figuresOf(feedback, { period: december })).toMatchObject({ '2.submitted': 1 });
  });

  it('that are resolved count in the month they were last set to it', () => {
    const again = feedbackItem({
      labelEvents: [
        ...resolvedBy('petra', 5).labelEvents,
        ...carried('feedback::resolved', 'feedback::roadmap', 30),
        ...carried('feedback::roadmap', 'feedback::resolved', month),
      ],
    });

    expect(figuresOf([again])).toMatchObject({ '2.resolved': 0 });
    expect(figuresOf([again], { period: december })).toMatchObject({ '2.resolved': 1 });
  });

  it('that were resolved and taken back do not count', () => {
    const taken = feedbackItem({
      labelEvents: [
        ...resolvedBy('petra', 5).labelEvents,
        ...carried('feedback::resolved', 'feedback::backlog', 9),
      ],
    });

    expect(figuresOf([taken])).toMatchObject({ '2.resolved': 0, '2.updates': 2 });
  });

  it.each([
    ['a product manager of any area', 'petra', 1],
    ['a product manager as somebody else spells the name', 'Petra', 1],
    ['a lead of the area, for the product manager', 'omar', 1],
    ['an SME of the area, for the product manager', 'ines', 1],
    ['an SME of another area', 'ravi', 0],
    ['a lead of another area', 'lena', 0],
    ['a requester', 'sam', 0],
    ['the desk', 'project_7_bot_desk', 0],
  ])('are moved by %s (%s): %i', (_, username, counted) => {
    expect(figuresOf([resolvedBy(username)])).toMatchObject({
      '2.updates': counted,
      '2.resolved': counted,
    });
  });

  it('are not moved by an account that is gone', () => {
    const labelEvents = carried('feedback::new', 'feedback::resolved', 5, null);

    expect(figuresOf([feedbackItem({ labelEvents })])).toMatchObject({ '2.updates': 0, '2.resolved': 0 });
  });

  it('stay resolved whatever somebody does to them who may not, and the desk in answer', () => {
    const mallory = person('mallory');
    const desk = person('project_7_bot_desk');
    const labelEvents = [
      ...resolvedBy('petra', 5).labelEvents,
      ...carried('feedback::resolved', 'feedback::declined', month, mallory),
      ...carried('feedback::declined', 'feedback::resolved', month + 1, desk),
    ];

    expect(figuresOf([feedbackItem({ labelEvents })])).toMatchObject({ '2.resolved': 1, '2.updates': 1 });
    expect(figuresOf([feedbackItem({ labelEvents })], { period: december })).toMatchObject({
      '2.resolved': 0,
      '2.updates': 0,
    });
  });

  it('are updated each time a label other than new is set, and by nothing else', () => {
    const labelEvents = [
      labelled('add', 'feedback::new', 1),
      ...carried('feedback::new', 'feedback::reviewed', 2),
      ...carried('feedback::reviewed', 'feedback::accepted', 3),
      labelled('add', 'impact::major', 4),
      ...carried('feedback::accepted', 'feedback::roadmap', month),
    ];

    expect(figuresOf([feedbackItem({ labelEvents })])).toMatchObject({ '2.updates': 2 });
  });

  it('count in their area; regions have no figures, since items have no region', () => {
    const feedback = [resolvedBy('petra'), { ...resolvedBy('petra'), iid: 41, areaKey: 'appsec' }];

    expect(figuresOf(feedback)).toMatchObject({ '2.resolved': 2 });
    expect(figuresOf(feedback, { group: areaAi })).toMatchObject({ '2.resolved': 1 });
    expect(figuresOf(feedback, { group: emea })).toEqual({});
  });
});

describe('the share of engagements with a feedback item', () => {
  const held = life(['submitted', 0], ['assigned', 3], ['awaiting-feedback', 80]);
  const requests = [
    history({ iid: 1, labelEvents: held }),
    history({ iid: 2, labelEvents: held }),
    history({ iid: 3, labelEvents: life(['submitted', 0], ['waitlisted', 3]) }),
  ];

  it('is taken of those that were found to have taken place in the period', () => {
    const feedback = [feedbackItem({ requests: [1] }), feedbackItem({ iid: 41, requests: [1, 3] })];
    const scope = scopeOf({ requests, feedback });

    expect(figureIn(feedbackLoop, scope, '2.engagements.share')).toMatchObject({ value: 50, n: 2 });
    expect(feedbackLoop.measure(scope).inputs).toEqual(expect.arrayContaining([1, 2, 40, 41]));
  });

  it('does not know an item that comes after the cut-off', () => {
    const feedback = [feedbackItem({ requests: [1], submittedAt: at(month) })];

    expect(figureIn(feedbackLoop, scopeOf({ requests, feedback }), '2.engagements.share').value).toBe(0);
  });

  it('is not there, and not 0, where no engagement took place', () => {
    expect(figureIn(feedbackLoop, scopeOf({}), '2.engagements.share')).toMatchObject({
      value: null,
      note: 'no engagement took place',
    });
  });
});

const column = fc.constantFrom('new', 'reviewed', 'accepted', 'resolved', 'declined');
const move = fc.record({
  column,
  hours: fc.integer({ min: 0, max: 3 * month }),
  by: fc.constantFrom('petra', 'omar', 'ines', 'sam', 'project_7_bot_desk'),
});

it('any board gives the same figures late as on time, and those of a count by hand', () => {
  fc.assert(
    fc.property(fc.array(fc.array(move, { maxLength: 8 }), { maxLength: 6 }), (cards) => {
      const feedback = cards.map((moves, index) =>
        feedbackItem({
          iid: 40 + index,
          labelEvents: moves
            .toSorted((a, b) => a.hours - b.hours)
            .map((each) => labelled('add', `feedback::${each.column}`, each.hours, person(each.by))),
        }),
      );

      const late = feedbackLoop.measure(scopeOf({ feedback }, { now: december.to }));

      expect(late).toEqual(feedbackLoop.measure(scopeOf({ feedback }, { now: november.to })));
      let updates = 0;
      let resolved = 0;
      for (const moves of cards) {
        const counted = moves
          .toSorted((a, b) => a.hours - b.hours)
          .filter(({ by, hours }) => ['petra', 'omar', 'ines'].includes(by) && at(hours) < november.to);
        updates += counted.filter((each) => each.column !== 'new').length;
        // Of two adds of one label the later one counts, and nothing is taken off in this story.
        if (counted.at(-1)?.column === 'resolved') resolved += 1;
      }
      expect(valuesOf(late)).toMatchObject({ '2.updates': updates, '2.resolved': resolved });
    }),
    { seed: 7, numRuns: 300 },
  );
});
