import type { RecordState } from '../record/record-state.ts';

type Invitation = RecordState['invitations'][number];

/** The record with an invitation in it; the one of the same person to the same channel goes. */
export function withInvitation(record: RecordState, invitation: Invitation): RecordState {
  const others = record.invitations.filter(
    (each) => each.channel !== invitation.channel || each.user !== invitation.user,
  );
  return { ...record, invitations: [...others, invitation] };
}
