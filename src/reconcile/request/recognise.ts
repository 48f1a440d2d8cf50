import { requestTypeLabel } from '../../domain/request/request-type-label.ts';
import type { IssueAction } from '../../plan/action.ts';
import { expectOf, moveTo } from './actions-on.ts';
import type { PhaseInput } from './phase.ts';

/** Confidential first: nothing else is written until GitLab has said so (`docs/rules.md#requests`). */
export function protect({ view }: PhaseInput): IssueAction[] {
  if (view.issue.confidential) return [];
  return [
    {
      kind: 'issue.set',
      issue: view.issue.iid,
      expect: expectOf(view),
      add: [],
      remove: [],
      confidential: true,
      why: 'requests are confidential',
    },
  ];
}

/** An issue that is plainly a request gets its labels, whatever labels it was opened or copied with. */
export function recognise({ view, context }: PhaseInput): IssueAction[] {
  if (view.state !== 'none' || view.issue.state === 'closed') return [];
  const area = `area::${view.areaKey ?? 'other'}`;
  const known = context.snapshot.labels.some((label) => label.name === area);
  const foreign = view.issue.labels.filter((label) => label.startsWith('area::') && label !== area);
  return [
    moveTo(view, 'recognised', 'submitted', {
      add: known ? [requestTypeLabel, area] : [requestTypeLabel],
      remove: foreign,
      why: 'the description is an SME request',
    }),
  ];
}
