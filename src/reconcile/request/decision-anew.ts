import type { Sme } from '../../config/types.ts';
import { candidateOf, type Wish } from '../../domain/assignment/eligibility.ts';
import { newDecision } from '../../domain/assignment/new-decision.ts';
import { sameUsername } from '../../domain/people.ts';
import type { RecordState } from '../../domain/record/record-state.ts';
import type { PhaseInput } from './phase.ts';

type Decision = NonNullable<RecordState['decision']>;

/**
 * The decision that the same SME comes as it is wished now, or null: not free then. It counts on, so that both are
 * told and the SME is asked to accept. `anyHour`: the SME has named the time.
 */
export function decisionAnew(
  { view, context, engagements }: PhaseInput,
  before: Decision,
  wish: Wish | null,
  anyHour: boolean,
): Decision | null {
  const { config, directory, snapshot } = context;
  const sme = config.roster.find((each) => sameUsername(each.gitlab, before.username));
  if (wish === null || sme === undefined) return null;
  const byHand = before.override !== null;
  const supply = { config, directory, engagements, now: snapshot.now };
  const candidate = candidateOf(
    byHand ? chosenByHand(sme, wish.areaKey) : sme,
    { ...wish, anyHour: anyHour || byHand },
    supply,
  );
  if (candidate.kind === 'ineligible') return null;
  const fresh = newDecision(view, context, {
    sme: { id: before.sme, username: before.username },
    window: candidate.window,
    durationMinutes: wish.durationMinutes,
  });
  return { ...fresh, override: before.override, onTeam: before.onTeam };
}

/** Whoever has chosen by hand knew area, term and hours; only another meeting at the same time speaks against it. */
function chosenByHand(sme: Sme, area: string): Sme {
  const areas = { ...sme.areas, [area]: sme.areas[area] ?? ('sme' as const) };
  return { ...sme, areas, term: null, timeOff: [], weeklyHours: Number.POSITIVE_INFINITY };
}
