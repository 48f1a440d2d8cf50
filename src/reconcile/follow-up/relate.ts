import { recordText } from '../../domain/notifications/record-text.ts';
import type { Reference } from '../../domain/snapshot.ts';
import { duplicatesOf } from '../../domain/validation/find-duplicates.ts';
import type { RequestState } from '../../domain/workflow/request-state.ts';
import type { IssueAction } from '../../plan/action.ts';
import { expectOf, writeRecord } from '../request/actions-on.ts';
import type { PhaseInput } from '../request/phase.ts';

const related: readonly (RequestState | 'none')[] = [
  'awaiting-approval',
  'changed',
  'approved',
  'waitlisted',
];

/** Whoever opens the same request many times gets no web of links: each would be a write of its own. */
const mostLinks = 3;

/**
 * Links a request that was shown with the earliest ones that ask for the same, each once (`docs/rules.md#validation`):
 * the record remembers a link only after it was made, and one that is there already is what was wanted. It comes last
 * of all: a link that GitLab refuses holds up nothing. Only issues of this project that this run has read are linked.
 */
export function relate({ view, context, views }: PhaseInput): IssueAction[] {
  const record = view.record.state;
  if (record === null || record.shownAfter === null || view.state === 'none') return [];
  if (!related.includes(view.state) || view.issue.state === 'closed') return [];
  const { iid, projectId } = view.issue;
  const here = new Set(
    views.filter(({ issue }) => issue.projectId === projectId).map(({ issue }) => issue.iid),
  );
  const missing = duplicatesOf(view, views)
    .filter((other) => other < iid && here.has(other) && !record.links.includes(other))
    .slice(0, Math.max(0, mostLinks - record.links.length));
  if (missing.length === 0) return [];
  const linked = { ...record, links: [...record.links, ...missing] };
  return [
    ...missing.map(
      (target): IssueAction => ({ kind: 'issue.link', issue: iid, expect: expectOf(view), target }),
    ),
    {
      ...writeRecord(view, {
        record: linked,
        text: recordText(view, context, linked, view.state),
        why: `it asks for the same as ${missing.map((other) => `#${other}`).join(', ')}`,
      }),
      needs: missing.map((target): Reference => `link(${iid},${target})`),
    },
  ];
}
