import type { Sme } from '../../config/types.ts';
import { candidateOf } from '../../domain/assignment/eligibility.ts';
import { meetingsOf } from '../../domain/assignment/engagement.ts';
import { newDecision } from '../../domain/assignment/new-decision.ts';
import { wishOf } from '../../domain/assignment/wish.ts';
import { lastNoteId } from '../../domain/commands/comments-of-people.ts';
import { datesOf } from '../../domain/dates/dates-of.ts';
import { isProposed } from '../../domain/dates/is-proposed.ts';
import { recordText } from '../../domain/notifications/record-text.ts';
import { sameUsername } from '../../domain/people.ts';
import type { RecordState } from '../../domain/record/record-state.ts';
import type { RequestView } from '../../domain/request/request-view.ts';
import type { IssueAction } from '../../plan/action.ts';
import { decidedOn, moveTo, writeRecord } from './actions-on.ts';
import type { PhaseInput } from './phase.ts';
import { release } from './release.ts';

type Decision = NonNullable<RecordState['decision']>;

/**
 * Decides on the dates that were taken up: the meeting stays where they still offer it; else the SME keeps it at a new
 * time, and has to accept again; else the SME is let go, and somebody else is looked for in the same run.
 * `anyHour`: the SME has named the time.
 */
export function decideAnew(
  input: PhaseInput,
  taken: RecordState,
  { anyHour }: { readonly anyHour: boolean },
): IssueAction[] {
  const { view, context } = input;
  const { decision } = taken;
  if (decision === null || view.state === 'none') return write(input, taken, 'there are new dates');
  if (staysAsItIs(input, taken, decision)) {
    const kept = { ...decision, dates: taken.dates, heard: lastNoteId(view.issue) };
    return write(input, { ...taken, decision: kept }, 'the new dates leave the meeting where it is');
  }
  const next = { ...taken, feedback: null };
  const after: RequestView = { ...view, record: { ...view.record, state: next } };
  const fresh = atNewTime({ ...input, view: after }, decision, anyHour);
  if (fresh === null) {
    const why = `${decision.username} cannot take the new dates`;
    return release(after, context, { excluded: false, why });
  }
  const why = `${decision.username} is free at the new dates`;
  const decided = { ...next, decision: fresh };
  if (view.state === 'assigned') return write(input, decided, why);
  return [
    ...write(input, decidedOn(decided, view, 'assigned'), why, 'assigned'),
    moveTo(view, 'new dates within limits', 'assigned', { why }),
  ];
}

function write(
  { view, context }: PhaseInput,
  record: RecordState,
  why: string,
  to = view.state,
): IssueAction[] {
  if (to === 'none') return [];
  return [writeRecord(view, { record, text: recordText(view, context, record, to), why })];
}

/** Whether the meeting lies ahead, at times that the new dates offer as well. */
function staysAsItIs({ view, context }: PhaseInput, taken: RecordState, decision: Decision): boolean {
  const wanted = datesOf({ form: view.form, record: { ...view.record, state: taken } });
  const meetings = meetingsOf(decision);
  if (wanted === null || decision.start <= context.snapshot.now) return false;
  const count = wanted.series ? wanted.dates.length : 1;
  return count === meetings.length && meetings.every(({ start }) => isProposed(start, wanted.dates));
}

/** The decision that the same SME comes at a new time, or null: not free then. */
function atNewTime({ view, context, engagements }: PhaseInput, before: Decision, anyHour: boolean) {
  const { config, directory, snapshot } = context;
  const wish = wishOf(view);
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
  const { durationMinutes } = wish;
  const fresh = newDecision(view, context, {
    sme: { id: before.sme, username: before.username },
    window: candidate.window,
    durationMinutes,
  });
  return { ...fresh, override: before.override, onTeam: before.onTeam };
}

/** Whoever has chosen by hand knew area, term and hours; only another meeting at the same time speaks against it. */
function chosenByHand(sme: Sme, area: string): Sme {
  const areas = { ...sme.areas, [area]: sme.areas[area] ?? ('sme' as const) };
  return { ...sme, areas, term: null, timeOff: [], weeklyHours: Number.POSITIVE_INFINITY };
}
