import type { ItemHistory, RequestHistory } from '../../../src/domain/metrics/facts.ts';
import type { MeasureInput } from '../../../src/domain/metrics/program-history.ts';
import type { Instant } from '../../../src/domain/snapshot.ts';
import { requestAt } from '../oracle/request-at.ts';

/** What could have been read of a program at an earlier instant: nothing that happened at it or later. */
export function asKnownAt(program: MeasureInput, instant: Instant): MeasureInput {
  const { pipeline, questions, ...items } = program.facts;
  const isPast = ({ at }: { readonly at: Instant }): boolean => at < instant;
  const wasThere = ({ submittedAt }: { readonly submittedAt: Instant }): boolean => submittedAt < instant;
  const itemThen = <T extends ItemHistory>(item: T): T => ({
    ...item,
    labelEvents: item.labelEvents.filter(isPast),
    areaKey: item.labelEvents.some(({ label }) => label?.name.startsWith('area::')) ? 'other' : item.areaKey,
  });
  const known = pipeline.kind === 'read' ? pipeline.value.changes.filter(isPast) : [];
  return {
    ...program,
    now: instant,
    facts: {
      requests: items.requests.filter(wasThere).map((each) => requestThen(each, program, instant)),
      feedback: items.feedback.filter(wasThere).map(itemThen),
      collateral: items.collateral.filter(wasThere).map((item) => ({
        ...itemThen(item),
        kindKey: item.labelEvents.some(({ label }) => label?.name.startsWith('collateral-kind::'))
          ? null
          : item.kindKey,
      })),
      pipeline:
        pipeline.kind === 'read'
          ? {
              ...pipeline,
              value: {
                ...pipeline.value,
                opportunities: pipeline.value.opportunities.filter(({ id }) =>
                  known.some(({ opportunityId }) => opportunityId === id),
                ),
                changes: known,
              },
            }
          : pipeline,
      questions:
        questions.kind === 'read'
          ? {
              ...questions,
              value: questions.value
                .filter(isPast)
                .map((question) => ({ ...question, answers: question.answers.filter(isPast) })),
            }
          : questions,
    },
  };
}

/** What the requester says stands in the issue from the moment the desk has completed it. */
function requestThen(history: RequestHistory, { desk }: MeasureInput, instant: Instant): RequestHistory {
  const isCompleted = requestAt(history, desk, instant).firstSet('completed') !== null;
  const isImported =
    history.stateEvents.length === 0 && history.closedAt !== null && history.closedAt < instant;
  return {
    ...history,
    labelEvents: history.labelEvents.filter(({ at }) => at < instant),
    stateEvents: history.stateEvents.filter(({ at }) => at < instant),
    closedAt: isImported ? history.closedAt : null,
    outcome: isCompleted ? history.outcome : null,
    rating: isCompleted ? history.rating : null,
    nps: isCompleted ? history.nps : null,
  };
}
