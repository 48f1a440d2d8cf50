import { pathOf, text } from '../call.ts';
import type { Finding } from '../finding.ts';
import { deskWrote, type Seen } from '../seen.ts';

/** 3: one row per opportunity and SME; rows of other people are neither overwritten nor removed. */
export function teamRows(seen: Seen): Finding[] {
  return [...doubles(seen), ...overwritten(seen), ...insertedOver(seen), ...removed(seen)];
}

function finding(what: string): Finding {
  return { invariant: 3, what };
}

function doubles(seen: Seen): Finding[] {
  const pairs = seen.state.salesforce.teamMembers.map((row) => `${row.UserId} on ${row.OpportunityId}`);
  const twice = pairs.filter((pair, index) => pairs.indexOf(pair) < index);
  return twice.map((pair) => finding(`two team rows of ${pair}`));
}

function overwritten(seen: Seen): Finding[] {
  const { salesforce } = seen.desk;
  return seen.state.salesforce.teamMembers
    .filter((row) => row.CreatedById !== salesforce && row.LastModifiedById === salesforce)
    .map((row) => finding(`the row ${row.Id} of ${row.CreatedById} was written by the desk`));
}

/** An insert on a row that exists is an update of it; that a person changed it back later hides nothing. */
function insertedOver(seen: Seen): Finding[] {
  const foreign = seen.state.salesforce.teamMembers.filter((row) => row.CreatedById !== seen.desk.salesforce);
  return seen.calls.flatMap((call) => {
    if (!deskWrote(seen, call) || !pathOf(call).endsWith('/sobjects/OpportunityTeamMember')) return [];
    return foreign
      .filter((row) => row.CreatedDate < call.at)
      .filter((row) => row.UserId.startsWith(text(call, 'UserId').slice(0, 15)))
      .filter((row) => row.OpportunityId.startsWith(text(call, 'OpportunityId').slice(0, 15)))
      .map((row) => finding(`call ${call.seq} inserted onto the row ${row.Id} of ${row.CreatedById}`));
  });
}

/** Only what a record of the desk says is its own may go. */
function removed(seen: Seen): Finding[] {
  const own = new Set(
    seen.issues.flatMap((issue) =>
      issue.records.flatMap((record) => record.value.team.map((each) => each.row)),
    ),
  );
  return seen.state.salesforce.removedTeamMembers
    .filter(({ by }) => by === seen.desk.salesforce)
    .filter(({ row }) => row.CreatedById !== seen.desk.salesforce || !own.has(row.Id))
    .map(({ row }) => finding(`the desk removed the row ${row.Id}, which is not its own`));
}
