import type { Finding } from './finding.ts';
import { allowList } from './invariants/allow-list.ts';
import { capacity } from './invariants/capacity.ts';
import { closings } from './invariants/closings.ts';
import { confidentialFirst } from './invariants/confidential-first.ts';
import { dates } from './invariants/dates.ts';
import { engagements } from './invariants/engagements.ts';
import { followUps } from './invariants/follow-ups.ts';
import { forgeries } from './invariants/forgeries.ts';
import { grants } from './invariants/grants.ts';
import { mentions } from './invariants/mentions.ts';
import { messages } from './invariants/messages.ts';
import { notes } from './invariants/notes.ts';
import { peopleFirst } from './invariants/people-first.ts';
import { privacy } from './invariants/privacy.ts';
import { quickActions } from './invariants/quick-actions.ts';
import { reminders } from './invariants/reminders.ts';
import { teamRows } from './invariants/team-rows.ts';
import { transitions } from './invariants/transitions.ts';
import { verifiedFirst } from './invariants/verified-first.ts';
import type { Rules } from './rules.ts';
import { type Source, see } from './see.ts';
import type { Seen } from './seen.ts';

/** The invariants that one look at the world and its journal can decide. */
const invariants: readonly ((seen: Seen) => Finding[])[] = [
  grants,
  teamRows,
  messages,
  notes,
  transitions,
  closings,
  engagements,
  dates,
  followUps,
  reminders,
  peopleFirst,
  quickActions,
  mentions,
  privacy,
  confidentialFirst,
  allowList,
  verifiedFirst,
  capacity,
  forgeries,
];

/**
 * Examines a sandbox for the invariants 1–5, 8, 9, 11–17, 19, 21 and 22 of `docs/security.md#invariants`.
 * Empty: nothing is wrong. The others compare two runs: `compare-ends.ts`.
 */
export async function examine(source: Source, rules: Rules): Promise<Finding[]> {
  return judge(await see(source, rules));
}

/** The same for what was seen already. */
export function judge(seen: Seen): Finding[] {
  return invariants.flatMap((invariant) => invariant(seen));
}
