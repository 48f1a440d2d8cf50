import type { Written } from '../normalise.ts';
import type { Finding } from '../problem.ts';
import { type Rule, repeats } from './rule.ts';

/** Each key is one label, and one label counts as one thing. */
function* kindsAreDistinct({ program }: Written): Iterable<Finding> {
  for (const { text, index } of repeats(program.collateral.kinds.map(({ key }) => key))) {
    yield {
      file: 'program',
      path: ['collateral', 'kinds', index, 'key'],
      message: `a second kind of collateral has the key "${text}"`,
      cure: 'Give each kind its own key.',
    };
  }
}

export const collateralRules: readonly Rule[] = [kindsAreDistinct];
