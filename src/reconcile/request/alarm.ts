import { alarmNote } from '../../domain/notifications/alarm-note.ts';
import { isForged } from '../../domain/workflow/forged-label.ts';
import { type RequestState, stateOfLabel } from '../../domain/workflow/request-state.ts';
import type { Action, IssueAction } from '../../plan/action.ts';
import { reconcileErrors } from '../error-catalogue.ts';
import { commentOnce } from './actions-on.ts';
import type { PhaseInput } from './phase.ts';

const alarmKey = 'alarm:';

/**
 * The desk never sets the label of an approval, and that of a decline only when it has decided on one. Where its own
 * account has, somebody else may have its token: it counts for nothing and is taken off, and the program leads are told
 * once, where requesters do not read it (`docs/security.md#approval`).
 */
export function alarm({ view, context }: PhaseInput): IssueAction[] {
  const { leads } = context.config.program;
  const decided = view.record.state?.decided ?? [];
  return view.issue.labelEvents.flatMap(({ id, user, label, action }) => {
    if (action !== 'add' || user === null || label === null) return [];
    const state = decisionOf(label, view);
    if (!view.facts.deskIds.includes(user.id)) return [];
    if (!isForged({ state, event: id }, decided)) return [];
    return commentOnce(view, {
      key: `${alarmKey}${id}`,
      body: alarmNote(leads, id, state === 'declined' ? 'declined' : 'approved'),
      mentions: leads,
      internal: true,
    });
  });
}

/** By the label's id, or by its name today: it can have been renamed since. */
function decisionOf(label: { id: number; name: string }, view: PhaseInput['view']): RequestState | null {
  const { approved, declined } = view.record.state?.labels ?? view.facts.labels;
  if (label.id === approved) return 'approved';
  return label.id === declined ? 'declined' : stateOfLabel(label.name);
}

/** The alarms that some actions raise, as sentences for the end of the run: whoever looks after the desk reads those. */
export function alarmsRaised(actions: readonly Action[]): string[] {
  const { what, cure } = reconcileErrors['desk-approval'];
  return actions.flatMap((action) => {
    if (action.kind !== 'note.create' || !action.key.startsWith(alarmKey)) return [];
    return [`#${action.issue}: ${what} ${cure} (code desk-approval)`];
  });
}
