import { candidateOf, type Ineligible } from '../assignment/eligibility.ts';
import { meetingsOf } from '../assignment/engagement.ts';
import { wishOf } from '../assignment/wish.ts';
import { sameUsername } from '../people.ts';
import type { RequestContext, RequestView } from '../request/request-view.ts';

/** Why an SME who was assigned cannot take the request any more. */
export type Loss =
  | 'not on the roster'
  | Extract<Ineligible, 'not in the area' | 'not active on GitLab' | 'outside the term' | 'away'>;

/**
 * Why the SME of the decision is lost, or null: still there (`docs/rules.md#after-assignment`). Who was chosen by hand
 * is lost only with the account or the place on the roster: everything else was known to whoever has chosen.
 */
export function lostBecause(view: RequestView, { config, directory, snapshot }: RequestContext): Loss | null {
  const decision = view.record.state?.decision ?? null;
  const wish = wishOf(view);
  if (decision === null || wish === null) return null;
  const sme = config.roster.find((each) => sameUsername(each.gitlab, decision.username));
  if (sme === undefined) return 'not on the roster';
  const person = directory.byUsername(sme.gitlab);
  if (person === null || !person.active || person.accessLevel === null) return 'not active on GitLab';
  if (decision.override !== null) return null;
  const { timezone } = sme.calendar;
  const dates = meetingsOf(decision).map(({ start }) => ({ start, allDay: false, timezone, raw: '' }));
  const agreed = { ...wish, dates, series: dates.length > 1, anyHour: true, excluded: [] };
  const candidate = candidateOf(sme, agreed, { config, directory, engagements: [], now: snapshot.now });
  return candidate.kind === 'eligible' ? null : lossOf(candidate.reason);
}

/** Hours, other meetings and the distance to working hours were weighed when the decision was taken. */
function lossOf(reason: Ineligible): Loss | null {
  switch (reason) {
    case 'not in the area':
    case 'not active on GitLab':
    case 'outside the term':
    case 'away':
      return reason;
    case 'is the requester':
    case 'excluded':
    case 'not free at the proposed times':
    case 'no hours left':
      return null;
    default:
      return reason satisfies never;
  }
}
