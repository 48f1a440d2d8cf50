import type { Finding } from '../finding.ts';
import { readForm } from '../form.ts';
import type { RecordSays } from '../marker.ts';
import type { Seen, SeenIssue } from '../seen.ts';

const day = 86_400_000;

/** The day after the last one, anywhere on Earth: a day begins and ends at another moment in each zone. */
const anywhere = 2 * day;

/**
 * 8: dates move without a new approval only so far and so often (`docs/rules.md#dates`). How far is measured from the
 * last day that had been proposed when the approval was clicked, by the oracle's own reading. Where a person has
 * chosen, that person answers for it.
 */
export function dates(seen: Seen): Finding[] {
  return seen.issues.flatMap((issue) =>
    issue.records.flatMap((version, index): Finding[] => {
      const earlier = issue.records.slice(0, index).map(({ value }) => value);
      const whats = [
        ...tooFar(seen, issue, version.value, earlier),
        ...tooOften(seen, version.value, earlier),
      ];
      return whats.map((what) => ({
        invariant: 8,
        issue: issue.iid,
        what: `${what} (call ${version.seq})`,
      }));
    }),
  );
}

function tooFar(
  seen: Seen,
  issue: SeenIssue,
  { approval, decision }: RecordSays,
  earlier: readonly RecordSays[],
): string[] {
  const click = issue.labelEvents.find((event) => event.id === approval?.event);
  if (decision === null || decision.override !== null || click === undefined) return [];
  // A decision that an older approval had is moved by the next one only.
  const wasThere = earlier.some(
    (each) => each.approval?.event !== approval?.event && each.decision?.start === decision.start,
  );
  const last = wasThere ? null : lastProposed(seen, issue, click.seq);
  if (last === null) return [];
  const latest = Date.parse(last) + seen.rules.reschedule.days * day + anywhere;
  return decision.start < latest ? [] : ['the meeting was moved beyond what was approved'];
}

/** The last day that was ever proposed before a call; null: one of the forms says it in words. */
function lastProposed(seen: Seen, issue: SeenIssue, seq: number): string | null {
  const shown = issue.descriptions.filter((version) => version.seq < seq);
  const last = shown.map(({ value }) => readForm(value, seen.rules).days?.last ?? null);
  return last.includes(null) ? null : (last.sort().at(-1) ?? null);
}

/** The count begins anew with a showing to the approvers, and with nothing else. */
function tooOften(seen: Seen, value: RecordSays, earlier: readonly RecordSays[]): string[] {
  const { times } = seen.rules.reschedule;
  if (value.approval === null) return [];
  const same = earlier.filter(
    ({ approval, shownAfter }) =>
      approval?.event === value.approval?.event && shownAfter === value.shownAfter,
  );
  const most = Math.max(0, ...same.map(({ dateChanges }) => dateChanges));
  return [
    ...(value.dateChanges > times ? [`the dates have moved ${value.dateChanges} times, of ${times}`] : []),
    ...(value.dateChanges < most ? ['the record has forgotten how often the dates have moved'] : []),
  ];
}
