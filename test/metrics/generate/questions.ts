import type { Question, Source } from '../../../src/domain/metrics/facts.ts';
import { later, moment, type Setting, shuffled } from './setting.ts';

/** Questions with one or more of the program's tags, as people write them. */
export function wildQuestions(setting: Setting, count: number): Source<readonly Question[]> {
  const { dice, config } = setting;
  if (dice.chance(0.08)) return { kind: 'not available', reason: 'Stack Overflow is off' };
  const tags = config.areas.flatMap((area) => area.stackOverflowTags);
  if (tags.length === 0) return { kind: 'not available', reason: 'no area has stack_overflow_tags' };
  const questions = Array.from({ length: count }, (_, index): Question => {
    const at = moment(setting);
    const answers = Array.from({ length: dice.whole(0, 3) }, () => ({
      id: setting.nextId(),
      at: later(setting, at),
      user: dice.one([31, 33, 34, 5000, 5001, null]),
      score: dice.whole(-2, 9),
    }));
    const own = [dice.one(tags), ...(dice.chance(0.3) ? [dice.one(tags).toUpperCase(), 'anything'] : [])];
    return { id: index + 1, at, tags: own, answers: shuffled(dice, answers) };
  });
  return { kind: 'read', value: shuffled(dice, questions) };
}
