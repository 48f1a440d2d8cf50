import { expect, it } from 'vitest';
import type { Impact } from '../../../../src/domain/board/form/feedback-form.ts';
import { impactOf } from '../../../../src/domain/board/score/impact-of.ts';
import { scoredView } from './scored-cards.ts';

it.each<[string, readonly string[], Impact | null, Impact | null]>([
  ['of the form where there is no label', [], 'major', 'major'],
  ['of the label before that of the form', ['impact::minor'], 'blocker', 'minor'],
  ['of the worse label of two', ['impact::minor', 'impact::blocker'], 'major', 'blocker'],
  ['of the form where the label is none of ours', ['impact::huge', 'score::high'], 'minor', 'minor'],
  ['unknown where nobody has said it', [], null, null],
])('the impact of a card is %s', (_, labels, impact, expected) => {
  expect(impactOf(scoredView({ iid: 1, labels, impact }))).toBe(expected);
});
