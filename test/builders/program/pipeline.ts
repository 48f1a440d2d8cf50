import type { Config } from '../../../src/config/types.ts';
import type { OpportunityChange, PipelineFacts } from '../../../src/domain/metrics/facts.ts';
import type { Instant, Opportunity } from '../../../src/domain/snapshot.ts';
import type { Dice } from './dice.ts';
import { opportunityId } from './opportunity-id.ts';

const day = 86_400_000;

const won = 'Closed Won';
const lost = 'Closed Lost';

function stagesOf({ salesforce }: Config): readonly string[] {
  const named = ['2', '3', '4'].map((number) => salesforce.stages[number]?.[0] ?? number);
  return ['1-Discovery', ...named];
}

/** Opportunities that move through the stages; those that requests name come first and move a little better. */
export function generatedPipeline(
  dice: Dice,
  config: Config,
  span: { readonly requests: number; readonly from: Instant; readonly to: Instant },
): PipelineFacts {
  const stages = stagesOf(config);
  const named = Math.ceil(span.requests * 0.6);
  const opportunities: Opportunity[] = [];
  const changes: OpportunityChange[] = [];
  for (let index = 0; index < named * 2; index += 1) {
    const history = movesOf(dice, index, stages, span, index < named);
    const last = history.at(-1);
    if (last === undefined) continue;
    changes.push(...history);
    opportunities.push(opportunityOf(last));
  }
  const meanings = stages.map((name) => [name, { closed: false, won: false }] as const);
  return {
    opportunities,
    changes,
    stages: {
      ...Object.fromEntries(meanings),
      [won]: { closed: true, won: true },
      [lost]: { closed: true, won: false },
    },
    nps: Object.fromEntries(
      opportunities
        .slice(0, named)
        .flatMap(({ id }) => (dice.chance(0.25) ? [[id, dice.one([5, 7, 8, 9, 9, 10, 10])]] : [])),
    ),
  };
}

function movesOf(
  dice: Dice,
  index: number,
  stages: readonly string[],
  { from, to, requests }: { readonly from: Instant; readonly to: Instant; readonly requests: number },
  hasSme: boolean,
): OpportunityChange[] {
  const created =
    from + ((index % (requests * 0.6)) / (requests * 0.6)) * (to - from) - dice.between(5, 60) * day;
  const amount = dice.chance(0.05) ? null : dice.whole(20, 500) * 1000;
  const changes: OpportunityChange[] = [];
  let at = created;
  for (const [step, stage] of [...stages, 'end'].entries()) {
    if (at >= to) break;
    const isEnd = stage === 'end' || (step > 1 && dice.chance(hasSme ? 0.1 : 0.2));
    const name = isEnd ? (dice.chance(hasSme ? 0.7 : 0.5) ? won : lost) : stage;
    changes.push({
      id: `008${String(index).padStart(8, '0')}${step}`,
      opportunityId: opportunityId(index),
      at,
      stage: name,
      amount,
      closeDate: new Date(created + 120 * day).toISOString().slice(0, 10),
    });
    if (isEnd) break;
    at += dice.between(8, hasSme ? 32 : 48) * day;
  }
  return changes;
}

function opportunityOf({ opportunityId: id, stage, amount, closeDate }: OpportunityChange): Opportunity {
  return {
    id,
    name: `Zzyx Renewal ${id}`,
    accountId: '001AB000001ZzyxYAC',
    accountName: 'Zzyx Holdings',
    ownerId: '005AB000001SamOYAS',
    stage,
    closed: stage === won || stage === lost,
    won: stage === won,
    closeDate,
    slackChannel: null,
    amount,
  };
}
