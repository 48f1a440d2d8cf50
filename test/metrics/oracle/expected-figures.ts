import type { MeasureInput } from '../../../src/domain/metrics/program-history.ts';
import { feedbackLoop, knowledgeTransfer } from './item-figures.ts';
import { pipelineGrowth, winRate } from './opportunity-figures.ts';
import { type Asked, countedArea, countedRegion, isInPeriod } from './question.ts';
import { type RequestAt, requestAt } from './request-at.ts';
import { customerSatisfaction, engagementEfficiency, operation } from './request-figures.ts';
import { fairness, stackOverflow, utilisation } from './sme-figures.ts';
import { stageProgression } from './stage-figures.ts';
import type { Figures } from './told.ts';

type Place = Pick<Asked, 'kind' | 'area' | 'region'>;

/** A group as later reports quote it. */
function nameOf({ kind, area, region }: Place): string {
  if (kind === 'overall') return kind;
  return kind === 'cell' ? `cell:${area}/${region}` : `${kind}:${area ?? region}`;
}

/** Every group there can be: overall, areas, regions, and, where asked for, each area in each region. */
function places({ config }: MeasureInput, cells: boolean): Place[] {
  const areas = [...config.areas.map(({ key }) => key), 'other'];
  const regions = [...config.regions.map(({ key }) => key), 'none'];
  return [
    { kind: 'overall', area: null, region: null },
    ...areas.map((area) => ({ kind: 'area', area, region: null }) as const),
    ...regions.map((region) => ({ kind: 'region', area: null, region }) as const),
    ...(cells ? areas : []).flatMap((area) =>
      regions.map((region) => ({ kind: 'cell', area, region }) as const),
    ),
  ];
}

/**
 * Every figure of every group of a period, straight from what was read, as `docs/metrics.md` says in words. Nothing is
 * withheld. Groups that nothing belongs to are left out.
 */
export function expectedFigures(
  program: MeasureInput,
  period: { readonly from: number; readonly to: number },
  { cells }: { readonly cells: boolean },
): ReadonlyMap<string, Figures> {
  const { config, facts, desk, now } = program;
  const cutOff = Math.min(period.to, now);
  const read = new Map<number, RequestAt[]>();
  const allAt = (instant: number): RequestAt[] => {
    const known =
      read.get(instant) ??
      facts.requests
        .filter(({ submittedAt }) => submittedAt < instant)
        .map((history) => requestAt(history, desk, instant));
    read.set(instant, known);
    return known;
  };
  const groups = new Map<string, Figures>();
  for (const place of places(program, cells)) {
    const isOwn = ({ history }: RequestAt): boolean =>
      (place.area === null || countedArea(config, history.areaKey) === place.area) &&
      (place.region === null || countedRegion(config, history.region) === place.region);
    const requestsAt = (instant: number): RequestAt[] => allAt(instant).filter(isOwn);
    const asked = { ...place, config, facts, from: period.from, cutOff, requestsAt, allRequestsAt: allAt };
    const figures = figuresOf(asked);
    if (place.kind === 'overall' || hasAny(asked, figures)) groups.set(nameOf(place), figures);
  }
  return groups;
}

function figuresOf(asked: Asked): Figures {
  return new Map([
    ...winRate(asked),
    ...feedbackLoop(asked),
    ...pipelineGrowth(asked),
    ...stageProgression(asked),
    ...engagementEfficiency(asked),
    ...customerSatisfaction(asked),
    ...knowledgeTransfer(asked),
    ...stackOverflow(asked),
    ...utilisation(asked),
    ...fairness(asked),
    ...operation(asked),
  ]);
}

/** Figures whose n counts issues of the group, or questions. */
const own = [
  ...['1.all', '1.gone', '2.submitted', '2.updates', '2.resolved', '2.engagements.share', '3.opportunities'],
  ...[
    '3.previous.opportunities',
    '4.2to3.in',
    '4.3to4.in',
    '5.requests',
    '7.sessions',
    '7.articles',
    '7.other',
  ],
  ...['8.questions', 'utilisation.hours', 'declines.n', 'service-level.requests', 'ratings.answered'],
];

/** Whether anything belongs to a group in the period: an issue that some figure rests on, or a question. */
function hasAny(asked: Asked, figures: Figures): boolean {
  const tookPlace = asked.requestsAt(asked.cutOff).some((each) => isInPeriod(asked, each.tookPlaceAt));
  return tookPlace || own.some((id) => (figures.get(id)?.n ?? 0) > 0);
}
