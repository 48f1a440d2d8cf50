import type { Config } from '../../../src/config/types.ts';
import type { RequestHistory } from '../../../src/domain/metrics/facts.ts';
import type { Instant } from '../../../src/domain/snapshot.ts';
import type { RequestState } from '../../../src/domain/workflow/request-state.ts';
import type { Dice } from './dice.ts';
import type { EventWriter } from './event-writer.ts';
import { opportunityId } from './opportunity-id.ts';

const hour = 3_600_000;
const day = 24 * hour;

type Step = readonly [RequestState, Instant];

/** The states of one request, with what the requester said in the end. */
interface Life {
  readonly steps: readonly Step[];
  readonly start: Instant;
  readonly end: 'completed' | 'declined' | 'cancelled' | 'open';
}

/** From the submission to the decision on an SME. It gets quicker over the year: `pace` falls from 1. */
function untilDecided(dice: Dice, submitted: Instant, pace: number): { steps: Step[]; at: Instant } {
  const steps: Step[] = [['submitted', submitted]];
  let at = submitted + dice.between(0.05, 0.3) * hour;
  if (dice.chance(0.28)) {
    steps.push(['needs-info', at]);
    at += dice.between(2, 40) * hour;
  }
  steps.push(['awaiting-approval', at]);
  at += dice.between(1, 30) * pace * hour;
  return { steps, at };
}

function lifeOf(dice: Dice, submitted: Instant, pace: number): Life {
  const { steps, at: decided } = untilDecided(dice, submitted, pace);
  const start = decided + dice.between(3, 18) * day;
  if (dice.chance(0.08)) return { steps: [...steps, ['declined', decided]], start, end: 'declined' };
  steps.push(['approved', decided]);
  let at = decided + 0.1 * hour;
  if (dice.chance(0.14)) {
    steps.push(['waitlisted', at]);
    at += dice.between(12, 120) * hour;
    if (dice.chance(0.35)) {
      return { steps: [...steps, ['cancelled', at + 10 * day]], start, end: 'cancelled' };
    }
  }
  steps.push(['assigned', at]);
  if (dice.chance(0.04)) return { steps: [...steps, ['cancelled', at + day]], start, end: 'cancelled' };
  if (dice.chance(0.88)) steps.push(['engaged', at + dice.between(0.5, 20) * pace * hour]);
  const over = Math.max(start, at + day) + day;
  steps.push(['awaiting-feedback', over], ['completed', over + dice.between(0.2, 6) * day]);
  return { steps, start, end: 'completed' };
}

/** Requests of the whole time, one after the other, with every kind of end. */
export function generatedRequests(
  dice: Dice,
  writer: EventWriter,
  config: Config,
  span: { readonly count: number; readonly from: Instant; readonly to: Instant },
): RequestHistory[] {
  const areas = config.areas.slice(0, 5).map(({ key }) => key);
  return Array.from({ length: span.count }, (_, index) => {
    const part = (index + dice.next()) / span.count;
    const submittedAt = span.from + part * (span.to - span.from);
    return request(dice, writer, config, {
      iid: index + 1,
      areaKey: areas[Math.floor(dice.next() ** 1.6 * areas.length)] ?? 'other',
      region: dice.chance(0.08) ? null : dice.one(config.regions).key,
      opportunityId: dice.chance(0.9) ? opportunityId(dice.whole(0, Math.ceil(span.count * 0.6))) : null,
      submittedAt,
      life: lifeOf(dice, submittedAt, 1 - part / 2),
    });
  });
}

type Born = Pick<RequestHistory, 'iid' | 'areaKey' | 'region' | 'opportunityId' | 'submittedAt'> & {
  readonly life: Life;
};

function request(dice: Dice, writer: EventWriter, config: Config, { life, ...born }: Born): RequestHistory {
  const { steps, start, end } = life;
  const [, ended] = steps.at(-1) ?? ['submitted', born.submittedAt];
  const isOver = writer.hasCome(ended) && end !== 'open';
  const isRated = isOver && end === 'completed' && dice.chance(0.7);
  const isSurveyed = isRated && dice.chance(0.5);
  const assigned = steps.find(([state]) => state === 'assigned');
  const late = dice.chance(0.12) ? writer.label('add', 'sla::breached', born.submittedAt + 12 * hour) : [];
  const smes = config.roster.filter((sme) => sme.areas[born.areaKey] !== undefined);
  const hasSme = assigned !== undefined && writer.hasCome(assigned[1]) && smes.length > 0;
  return {
    ...born,
    labelEvents: [...writer.steps('request', steps), ...late],
    stateEvents: isOver ? writer.closed(ended) : [],
    closedAt: isOver ? ended : null,
    decision: hasSme ? { sme: dice.one(smes).gitlab, start, hours: dice.whole(2, 5) } : null,
    outcome: isRated ? dice.one(['technical win', 'technical win', 'open', 'loss']) : null,
    rating: isRated ? dice.one([3, 4, 4, 5, 5, 5]) : null,
    nps: isSurveyed ? dice.one([6, 7, 8, 9, 9, 10, 10, 10]) : null,
    fastTrack: dice.chance(0.18),
    declineReason: end === 'declined' && isOver ? dice.one(config.requests.declineReasons) : null,
  };
}
