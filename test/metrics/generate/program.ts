import type { MeasureInput } from '../../../src/domain/metrics/program-history.ts';
import { type Dice, dice } from '../../builders/program/dice.ts';
import { monthStart } from '../oracle/calendar.ts';
import { wildConfig } from './configuration.ts';
import { wildCollateral, wildFeedback } from './items.ts';
import { wildPipeline } from './opportunities.ts';
import { wildQuestions } from './questions.ts';
import { wildRequest } from './requests.ts';
import { deskIds, type Setting, shuffled } from './setting.ts';

/** The day on which a generated program was read. */
const readAt = Date.parse('2026-11-15T12:00:00Z');

function settingOf(seed: number, crooked: boolean): Setting {
  const throws = dice(seed);
  const config = wildConfig(throws);
  const { timezone } = config.calendar;
  const edges = Array.from({ length: 14 }, (_, month) => monthStart(timezone, 2025, 10 + month));
  let lastId = 0;
  return {
    dice: throws,
    config,
    from: monthStart(timezone, 2025, 9),
    to: readAt,
    edges,
    crooked,
    labelIds: new Map(),
    nextId: () => {
      lastId += 1;
      return lastId;
    },
  };
}

/**
 * A whole small program as it could be read, with much in it that should not be: five to forty requests over fourteen
 * months and a half. The same seed gives the same program.
 *
 * @param wanted.crooked Whether clocks may run backwards against the ids of events.
 */
export function wildProgram(seed: number, { crooked = true } = {}): MeasureInput {
  const setting = settingOf(seed, crooked);
  const { config } = setting;
  const count = setting.dice.chance(0.8) ? setting.dice.whole(5, 20) : setting.dice.whole(20, 40);
  const list = <T>(length: number, make: (index: number) => T): T[] =>
    shuffled(
      setting.dice,
      Array.from({ length }, (_, index) => make(index + 1)),
    );
  const facts: MeasureInput['facts'] = {
    requests: list(count, (iid) => wildRequest(setting, iid)),
    feedback: list(setting.dice.whole(0, 12), (index) => wildFeedback(setting, 1000 + index, count)),
    collateral: list(setting.dice.whole(0, 12), (index) => wildCollateral(setting, 2000 + index)),
    pipeline: wildPipeline(setting),
    questions: wildQuestions(setting, setting.dice.whole(0, 14)),
  };
  return { config, facts, now: readAt, desk: setting.dice.chance(0.9) ? deskIds : null };
}

/** The same program with every list in another order. */
export function inAnotherOrder(program: MeasureInput, throws: Dice): MeasureInput {
  const { pipeline, questions, ...items } = program.facts;
  const mixed = <T>(list: readonly T[]): T[] => shuffled(throws, list);
  return {
    ...program,
    config: { ...program.config, roster: mixed(program.config.roster) },
    facts: {
      requests: mixed(items.requests).map((each) => ({
        ...each,
        labelEvents: mixed(each.labelEvents),
        stateEvents: mixed(each.stateEvents),
      })),
      feedback: mixed(items.feedback).map((each) => ({ ...each, labelEvents: mixed(each.labelEvents) })),
      collateral: mixed(items.collateral).map((each) => ({ ...each, labelEvents: mixed(each.labelEvents) })),
      pipeline:
        pipeline.kind === 'read'
          ? {
              ...pipeline,
              value: {
                ...pipeline.value,
                opportunities: mixed(pipeline.value.opportunities),
                changes: mixed(pipeline.value.changes),
              },
            }
          : pipeline,
      questions:
        questions.kind === 'read'
          ? {
              ...questions,
              value: mixed(questions.value).map((each) => ({ ...each, answers: mixed(each.answers) })),
            }
          : questions,
    },
  };
}
