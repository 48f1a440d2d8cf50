import type { IssueFacts } from '../domain/snapshot.ts';
import { lastEventId } from '../domain/timeline/fold-labels.ts';
import { requestScope } from '../domain/workflow/request-state.ts';
import type { SetIssue } from '../plan/action.ts';

/** An issue for which a write to Salesforce or Slack has not come about. */
export interface Undelivered {
  readonly issue: IssueFacts;
  readonly system: 'salesforce' | 'slack';
}

/** The labels that make undelivered effects visible; the run that delivers them takes the labels off. */
export function planOutbox(undelivered: readonly Undelivered[]): SetIssue[] {
  return undelivered.flatMap(({ issue, system }) => {
    const label = `${system}::pending`;
    if (issue.labels.includes(label)) return [];
    return [
      {
        kind: 'issue.set',
        issue: issue.iid,
        expect: {
          scope: requestScope(issue.labels),
          lastEvent: lastEventId(issue.labelEvents),
          state: issue.state,
          assignees: issue.assignees.map((user) => user.id).sort((a, b) => a - b),
          record: null,
        },
        add: [label],
        remove: [],
        why: `${system} did not take it; the next run tries again`,
      },
    ];
  });
}
