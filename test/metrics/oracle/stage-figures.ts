import type { PipelineFacts } from '../../../src/domain/metrics/facts.ts';
import { changesBefore } from './opportunities.ts';
import { type Asked, isInPeriod } from './question.ts';
import type { RequestAt } from './request-at.ts';
import { count, nothing, share, type Told } from './told.ts';

const parts = ['in', 'entered', 'rate', 'rest.in', 'rest.entered', 'rest.rate', 'advantage', 'skips.rate'];

/** What became of one opportunity in a stage. */
interface Passage {
  readonly entered: boolean;
  readonly reached: boolean;
  /** An SME who came from then on came too late. */
  readonly until: number;
}

/** Metric 4. */
export function stageProgression(asked: Asked): (readonly [string, Told])[] {
  return [...step(asked, '2', '3'), ...step(asked, '3', '4')];
}

function step(asked: Asked, from: string, to: string): (readonly [string, Told])[] {
  const { facts, config } = asked;
  const { stages } = config.salesforce;
  const id = `4.${from}to${to}`;
  const isNamed = [from, to].every((number) => (stages[number] ?? []).length > 0);
  if (facts.pipeline.kind === 'not available' || !isNamed)
    return parts.map((part) => [`${id}.${part}`, nothing]);
  const cohort: Passage[] = [];
  const rest: Passage[] = [];
  for (const { id: opportunity } of facts.pipeline.value.opportunities) {
    const passage = passageOf(asked, facts.pipeline.value, opportunity, [from, to]);
    if (passage === null) continue;
    if (hadSme(asked.requestsAt(asked.cutOff), opportunity, passage.until)) cohort.push(passage);
    else if (!hadSme(asked.allRequestsAt(asked.cutOff), opportunity, passage.until)) rest.push(passage);
  }
  const entered = (list: readonly Passage[]): number => list.filter((each) => each.entered).length;
  const rate = share(entered(cohort), cohort.length);
  const ofRest = share(entered(rest), rest.length);
  const isDefined = rate.value !== null && ofRest.value !== null && ofRest.value > 0;
  const reached = cohort.filter((each) => each.reached).length;
  return [
    [`${id}.in`, count(cohort.length)],
    [`${id}.entered`, count(entered(cohort))],
    [`${id}.rate`, rate],
    [`${id}.rest.in`, count(rest.length)],
    [`${id}.rest.entered`, count(entered(rest))],
    [`${id}.rest.rate`, ofRest],
    [
      `${id}.advantage`,
      {
        value: isDefined ? ((rate.value ?? 0) / (ofRest.value ?? 1) - 1) * 100 : null,
        n: Math.min(cohort.length, rest.length),
      },
    ],
    [`${id}.skips.rate`, share(reached, cohort.length)],
  ];
}

/** Whether one of some requests that name an opportunity has an SME since before an instant. */
function hadSme(requests: readonly RequestAt[], opportunity: string, until: number): boolean {
  return requests.some(
    ({ history, smeSince }) => history.opportunityId === opportunity && smeSince !== null && smeSince < until,
  );
}

function passageOf(
  asked: Asked,
  pipeline: PipelineFacts,
  opportunity: string,
  [from, to]: readonly [string, string],
): Passage | null {
  const { stages } = asked.config.salesforce;
  const isIn = (stage: string | undefined, number: string): boolean =>
    stage !== undefined && (stages[number] ?? []).includes(stage);
  const changes = changesBefore(pipeline, opportunity, asked.cutOff);
  const leaving = changes.filter(
    ({ at, stage }, index) =>
      isInPeriod(asked, at) && isIn(changes[index - 1]?.stage, from) && !isIn(stage, from),
  );
  const isStillIn = isIn(changes.at(-1)?.stage, from);
  if (!isStillIn && leaving.length === 0) return null;
  const later = Object.keys(stages).filter((number) => Number(number) > Number(to));
  const skips = leaving.some(
    ({ stage }) =>
      !isIn(stage, to) &&
      (later.some((number) => isIn(stage, number)) || pipeline.stages[stage]?.won === true),
  );
  const entry = leaving.find(({ stage }) => isIn(stage, to));
  const left = leaving.at(-1)?.at ?? asked.cutOff;
  return {
    entered: entry !== undefined,
    reached: entry !== undefined || skips,
    until: entry?.at ?? (isStillIn ? asked.cutOff : left),
  };
}
