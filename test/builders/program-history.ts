import type { Config } from '../../src/config/types.ts';
import {
  type MeasureInput,
  type ProgramHistory,
  programHistory,
} from '../../src/domain/metrics/program-history.ts';
import type { Instant } from '../../src/domain/snapshot.ts';
import { exampleConfig } from './config.ts';
import { dice } from './program/dice.ts';
import { EventWriter, sampleDesk } from './program/event-writer.ts';
import { generatedCollateral, generatedFeedback, generatedQuestions } from './program/items.ts';
import { generatedPipeline } from './program/pipeline.ts';
import { generatedRequests } from './program/requests.ts';

/** 2026-11-01T06:00Z: the report of October 2026 is due. */
const sampleNow: Instant = Date.parse('2026-11-01T06:00:00Z');
const sampleFrom: Instant = Date.parse('2025-10-01T00:00:00Z');

/**
 * What was read of a program that runs since October 2025: requests of every kind of end, feedback, collateral, a
 * pipeline and questions. The same arguments always give the same one.
 */
export function generatedProgram(
  wanted: { readonly requests?: number; readonly seed?: number; readonly config?: Config } = {},
): MeasureInput {
  const { requests: count = 300, seed = 7, config = exampleConfig() } = wanted;
  const throws = dice(seed);
  const writer = new EventWriter(sampleNow);
  const span = { from: sampleFrom, to: sampleNow };
  const requests = generatedRequests(throws, writer, config, { count, ...span });
  const pipeline = generatedPipeline(throws, config, { requests: count, ...span });
  return {
    config,
    now: sampleNow,
    desk: [sampleDesk.id],
    facts: {
      requests,
      feedback: generatedFeedback(throws, writer, requests, span),
      collateral: generatedCollateral(throws, writer, config, { count: Math.ceil(count / 2), ...span }),
      pipeline: { kind: 'read', value: pipeline },
      questions: {
        kind: 'read',
        value: generatedQuestions(throws, config, { count: Math.ceil(count / 2), ...span }),
      },
    },
  };
}

/** The same, folded: what reports are made from. */
export function generatedHistory(wanted: Parameters<typeof generatedProgram>[0] = {}): ProgramHistory {
  return programHistory(generatedProgram(wanted));
}
