import { cardActs } from './card-acts.ts';
import { otherActs } from './other-acts.ts';
import type { Stage } from './stage.ts';

const weighted = [...cardActs, ...otherActs];

const weight = weighted.reduce((sum, [each]) => sum + each, 0);

/** Somebody does something. */
export async function act(stage: Stage): Promise<void> {
  let left = stage.dice.between(0, weight);
  for (const [each, happen] of weighted) {
    left -= each;
    if (left < 0) {
      await happen(stage);
      return;
    }
  }
}
