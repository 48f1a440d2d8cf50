import type { PipelineFacts } from '../../../src/domain/metrics/facts.ts';
import { quarterStart } from './calendar.ts';
import { changesBefore, isClosed, isKnown, namedBy } from './opportunities.ts';
import { type Asked, isInPeriod } from './question.ts';
import { count, nothing, share, type Told, total } from './told.ts';

type Entries = readonly (readonly [string, Told])[];

/** Metric 1. */
export function winRate(asked: Asked): Entries {
  const { facts, cutOff } = asked;
  const ids = ['1.won', '1.closed', '1.all', '1.gone', '1.rate', '1.literal'] as const;
  if (facts.pipeline.kind === 'not available') return ids.map((id) => [id, nothing]);
  const pipeline = facts.pipeline.value;
  const engagements = asked.requestsAt(cutOff).filter(({ tookPlaceAt }) => tookPlaceAt !== null);
  let [won, closed, open, gone] = [0, 0, 0, 0];
  for (const id of namedBy(engagements)) {
    const changes = changesBefore(pipeline, id, cutOff);
    const last = changes.at(-1);
    if (last === undefined || !isKnown(pipeline, id)) gone += 1;
    else if (!isClosed(pipeline, last)) open += 1;
    else {
      const lastOpen = changes.findLastIndex((change) => !isClosed(pipeline, change));
      const closedAt = changes[lastOpen + 1]?.at ?? 0;
      const ofThis = engagements.filter(({ history }) => history.opportunityId === id);
      const firstEngaged = Math.min(...ofThis.map(({ tookPlaceAt }) => tookPlaceAt ?? cutOff));
      if (!isInPeriod(asked, Math.max(closedAt, firstEngaged))) continue;
      closed += 1;
      if (pipeline.stages[last.stage]?.won === true) won += 1;
    }
  }
  return [
    ['1.won', count(won)],
    ['1.closed', count(closed)],
    ['1.all', count(closed + open)],
    ['1.gone', count(gone)],
    ['1.rate', share(won, closed)],
    ['1.literal', share(won, closed + open)],
  ];
}

/** Open opportunities with an SME at an instant, and their amounts. */
function openAt(
  asked: Asked,
  pipeline: PipelineFacts,
  instant: number,
): { opportunities: number; amounts: number[] } {
  const withSme = namedBy(asked.requestsAt(instant).filter(({ smeSince }) => smeSince !== null));
  const open = withSme.flatMap((id) => {
    const last = isKnown(pipeline, id) ? changesBefore(pipeline, id, instant).at(-1) : undefined;
    return last === undefined || isClosed(pipeline, last) ? [] : [last];
  });
  return { opportunities: open.length, amounts: open.flatMap(({ amount }) => amount ?? []) };
}

function threeDigits(amount: number | null): number | null {
  return amount === null ? null : Number(amount.toPrecision(3));
}

/** Metric 3. */
export function pipelineGrowth(asked: Asked): Entries {
  const { facts, config, from, cutOff } = asked;
  const ids = [
    '3.opportunities',
    '3.previous.opportunities',
    '3.pipeline',
    '3.previous',
    '3.growth',
  ] as const;
  if (facts.pipeline.kind === 'not available') return ids.map((id) => [id, nothing]);
  const now = openAt(asked, facts.pipeline.value, cutOff);
  const before = openAt(asked, facts.pipeline.value, quarterStart(config.calendar.timezone, from));
  const sum = ({ opportunities, amounts }: typeof now): number | null =>
    opportunities > 0 && amounts.length === 0 ? null : total(amounts);
  const [amount, previous] = [sum(now), sum(before)];
  const isDefined = amount !== null && previous !== null && previous > 0;
  return [
    ['3.opportunities', count(now.opportunities)],
    ['3.previous.opportunities', count(before.opportunities)],
    ['3.pipeline', { value: threeDigits(amount), n: now.amounts.length }],
    ['3.previous', { value: threeDigits(previous), n: before.amounts.length }],
    [
      '3.growth',
      {
        value: isDefined ? ((amount - previous) / previous) * 100 : null,
        n: Math.min(now.amounts.length, before.amounts.length),
      },
    ],
  ];
}
