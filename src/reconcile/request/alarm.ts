import { alarmNote } from '../../domain/notifications/alarm-note.ts';
import { requestLabel } from '../../domain/workflow/request-state.ts';
import type { Action, IssueAction } from '../../plan/action.ts';
import { reconcileErrors } from '../error-catalogue.ts';
import { commentOnce } from './actions-on.ts';
import type { PhaseInput } from './phase.ts';

const alarmKey = 'alarm:';

/**
 * The desk never sets the label of an approval. Where its own account has, somebody else may have its token: it
 * counts for nothing, and the program leads are told once, where requesters do not read it
 * (`docs/security.md#approval`).
 */
export function alarm({ view, context }: PhaseInput): IssueAction[] {
  const { leads } = context.config.program;
  const { approved } = view.record.state?.labels ?? view.facts.labels;
  return view.issue.labelEvents.flatMap(({ id, user, label, action }) => {
    if (action !== 'add' || user === null || label === null) return [];
    if (label.id !== approved && label.name !== requestLabel('approved')) return [];
    if (!view.facts.deskIds.includes(user.id)) return [];
    return commentOnce(view, {
      key: `${alarmKey}${id}`,
      body: alarmNote(leads, id),
      mentions: leads,
      internal: true,
    });
  });
}

/** The alarms that some actions raise, as sentences for the end of the run: whoever looks after the desk reads those. */
export function alarmsRaised(actions: readonly Action[]): string[] {
  const { what, cure } = reconcileErrors['desk-approval'];
  return actions.flatMap((action) => {
    if (action.kind !== 'note.create' || !action.key.startsWith(alarmKey)) return [];
    return [`#${action.issue}: ${what} ${cure} (code desk-approval)`];
  });
}
