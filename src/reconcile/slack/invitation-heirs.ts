import { keeps } from '../../domain/opportunity-team/desired-rows.ts';
import type { RecordState } from '../../domain/record/record-state.ts';
import type { RequestView } from '../../domain/request/request-view.ts';

type Invitation = RecordState['invitations'][number];

type Place = Pick<Invitation, 'channel' | 'user'>;

/** Another live request has the same person in the same channel: then the membership stays. */
export function isWantedElsewhere(place: Place, view: RequestView, views: readonly RequestView[]): boolean {
  return othersWith(place, view, views).some((other) => keeps(other.view));
}

/** Whether a live request that does not keep its grants any more has invited this person to this channel. */
export function isLeftByAnother(place: Place, view: RequestView, views: readonly RequestView[]): boolean {
  return othersWith(place, view, views).some((other) => !keeps(other.view) && other.outcome === 'invited');
}

/** An invitation of the desk's own stays in the record until the request that still wants it has taken it over. */
export function waitsForHeir(
  invitation: Invitation,
  view: RequestView,
  views: readonly RequestView[],
): boolean {
  if (keeps(view) || invitation.outcome !== 'invited') return false;
  const heirs = othersWith(invitation, view, views).filter((other) => keeps(other.view));
  return heirs.length > 0 && heirs.every((other) => other.outcome !== 'invited');
}

function othersWith({ channel, user }: Place, view: RequestView, views: readonly RequestView[]) {
  return views.flatMap((other) => {
    const found = other.record.state?.invitations.find(
      (each) => each.channel === channel && each.user === user,
    );
    return found === undefined || other.issue.iid === view.issue.iid
      ? []
      : [{ view: other, outcome: found.outcome }];
  });
}

/** Whether an ended request still holds an invitation that another one is to take over. */
export function owesInvitation(view: RequestView): boolean {
  if (keeps(view)) return false;
  return view.record.state?.invitations.some((each) => each.outcome === 'invited') ?? false;
}
