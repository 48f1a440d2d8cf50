import { otherChoice } from '../../domain/form/form-definition.ts';
import type { Written } from '../normalise.ts';
import type { Finding } from '../problem.ts';
import { type Rule, repeats, sameName } from './rule.ts';

/** The form offers the themes as choices: each must mean one thing, and "Other" is the form's own. */
function* themesAreDistinct({ program: { feedback } }: Written): Iterable<Finding> {
  const path = (index: number) => ['feedback', 'themes', index];
  for (const { text, index } of repeats(feedback.themes)) {
    const message = `"${text}" stands here twice`;
    yield { file: 'program', path: path(index), message, cure: 'Remove one of them.' };
  }
  for (const [index, text] of feedback.themes.entries()) {
    if (sameName(text) !== sameName(otherChoice)) continue;
    const message = `"${text}" is always offered`;
    yield { file: 'program', path: path(index), message, cure: 'Remove it from the list.' };
  }
}

/** The second band holds the first, and a deal that is near is soon as well (docs/rules.md#customer-feedback). */
function* stepsComeInOrder({ program: { feedback } }: Written): Iterable<Finding> {
  const { bands, urgency } = feedback;
  if (bands.medium < bands.high) {
    yield {
      file: 'program',
      path: ['feedback', 'bands', 'medium'],
      message: `is less than high (${bands.high}), so that nothing would be medium`,
      cure: `Write a share from ${bands.high} on: it counts from the top, and the first band is part of it.`,
    };
  }
  if (urgency.soon_days < urgency.near_days) {
    yield {
      file: 'program',
      path: ['feedback', 'urgency', 'soon_days'],
      message: `is less than near_days (${urgency.near_days}), so that no deal would be soon`,
      cure: `Write ${urgency.near_days} or more days.`,
    };
  }
}

export const feedbackRules: readonly Rule[] = [themesAreDistinct, stepsComeInOrder];
