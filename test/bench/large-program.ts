import type { MeasureInput } from '../../src/domain/metrics/program-history.ts';
import type { Instant, LabelEvent } from '../../src/domain/snapshot.ts';
import { exampleConfig } from '../builders/config.ts';
import { type Dice, dice } from '../builders/program/dice.ts';
import { EventWriter, sampleDesk } from '../builders/program/event-writer.ts';
import { generatedCollateral, generatedFeedback, generatedQuestions } from '../builders/program/items.ts';
import { opportunityId } from '../builders/program/opportunity-id.ts';
import { generatedPipeline } from '../builders/program/pipeline.ts';
import { generatedRequests } from '../builders/program/requests.ts';

/** How much a large program has in three years. */
const sizes = {
  requests: 20_000,
  opportunities: 5_000,
  feedback: 2_000,
  collateral: 2_000,
  questions: 3_000,
};

const span = { from: Date.parse('2023-11-01T00:00:00Z'), to: Date.parse('2026-11-02T05:40:00Z') };

/** As read: whole milliseconds, and one object for each label. */
function asRead(events: readonly LabelEvent[], labels: Map<string, LabelEvent['label']>): LabelEvent[] {
  return events.map((event) => {
    const label = labels.get(event.label?.name ?? '') ?? event.label;
    labels.set(label?.name ?? '', label);
    return { ...event, at: Math.floor(event.at), label };
  });
}

/** The first half of the opportunities is named by requests, each by some of its time. */
function opportunityOf(throws: Dice, { submittedAt }: { readonly submittedAt: Instant }): string {
  const named = sizes.opportunities / 2;
  const place = Math.floor(((submittedAt - span.from) / (span.to - span.from)) * named);
  return opportunityId(Math.max(0, Math.min(named - 1, place - throws.whole(-40, 60))));
}

/**
 * Three years of a large program, as it is read on the day the report of October 2026 is due. The same at every call.
 */
export function largeProgram(): MeasureInput {
  const config = exampleConfig();
  const throws = dice(36);
  const writer = new EventWriter(span.to);
  const labels = new Map<string, LabelEvent['label']>();
  const requests = generatedRequests(throws, writer, config, { count: sizes.requests, ...span }).map(
    (request) => ({
      ...request,
      submittedAt: Math.floor(request.submittedAt),
      labelEvents: asRead(request.labelEvents, labels),
      opportunityId: request.opportunityId === null ? null : opportunityOf(throws, request),
    }),
  );
  // The builders make feedback from three of ten requests, and ten opportunities for six requests with one and four without.
  const withFeedback = requests.slice(-Math.round(sizes.feedback / 0.3));
  const pipeline = generatedPipeline(throws, config, { requests: sizes.opportunities / 1.2, ...span });
  return {
    config,
    now: span.to,
    desk: [sampleDesk.id],
    facts: {
      requests,
      feedback: generatedFeedback(throws, writer, withFeedback, span),
      collateral: generatedCollateral(throws, writer, config, { count: sizes.collateral, ...span }),
      pipeline: { kind: 'read', value: pipeline },
      questions: {
        kind: 'read',
        value: generatedQuestions(throws, config, { count: sizes.questions, ...span }),
      },
    },
  };
}
