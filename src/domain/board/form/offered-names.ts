import type { Config } from '../../../config/types.ts';
import { impactNames, kindNames } from './choice-names.ts';
import type { FeedbackChoices } from './feedback-fields.ts';

/** The names that a choice of the feedback form offers, in their order. */
export function offeredNames(
  source: FeedbackChoices,
  config: Pick<Config, 'areas' | 'feedback'>,
): readonly string[] {
  switch (source) {
    case 'kinds':
      return Object.values(kindNames);
    case 'themes':
      return config.feedback.themes;
    case 'areas':
      return config.areas.map(({ name }) => name);
    case 'impacts':
      return Object.values(impactNames);
    default:
      return source satisfies never;
  }
}
