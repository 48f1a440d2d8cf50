import { feedbackEnd, keptOf } from '../../domain/feedback/feedback-end.ts';
import { followUpIssue } from '../../domain/feedback/follow-up-issue.ts';
import { isFollowUp } from '../../domain/record/own-issues.ts';
import type { FollowUpKind, RecordState } from '../../domain/record/record-state.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import type { IssueAction } from '../../plan/action.ts';
import { expectOf, recordOf } from '../request/actions-on.ts';
import type { PhaseInput } from '../request/phase.ts';
import { rememberIntention, rememberOutcome } from '../request/remember.ts';
import { viewAfter } from '../request/view-after.ts';

type FollowUp = RecordState['followUps'][number];
type Decision = NonNullable<RecordState['decision']>;

/** What was meant to be opened and is not found is opened again: sooner, its absence would prove nothing. */
const patience = 60_000;

/**
 * Opens what follows from an engagement that took place, once for each kind (`docs/rules.md#feedback`): the intention
 * first, then issue and link, then its number in the record.
 */
export function followUpIssues({ view, context }: PhaseInput): IssueAction[] {
  if (view.state !== 'awaiting-feedback') return [];
  const { config, snapshot } = context;
  const end = feedbackEnd(view, config, snapshot.now);
  const before = recordOf(view, context);
  const { decision } = before;
  if (end === null || !end.tookPlace || decision === null) return [];
  const known = before.followUps.map((each) => each.kind);
  const fresh = end.reply.followUps.filter((kind) => !known.includes(kind));
  const intended: FollowUp[] = fresh.map((kind) => ({ kind, issue: null, since: snapshot.now }));
  const meant = {
    ...before,
    feedback: keptOf(end.reply),
    followUps: [...before.followUps, ...intended],
  };
  const intention =
    fresh.length === 0 ? [] : [rememberIntention(view, context, meant, 'means to open what follows')];
  const now = viewAfter(intention, view, context);
  const opened = meant.followUps.map((each) => open(now.view, now.context, decision, each, fresh));
  const isNews = opened.some(({ entry }, index) => entry.issue !== meant.followUps[index]?.issue);
  const done = { ...meant, followUps: opened.map(({ entry }) => entry) };
  return [
    ...intention,
    ...opened.flatMap(({ actions }) => actions),
    ...(isNews ? [rememberOutcome(now.view, now.context, done, 'what follows is opened')] : []),
  ];
}

/** One of them: found again, opened, or left until it is certain that it is not there. */
function open(
  view: RequestView,
  context: RequestContext,
  decision: Decision,
  entry: FollowUp,
  fresh: readonly FollowUpKind[],
): { readonly entry: FollowUp; readonly actions: readonly IssueAction[] } {
  if (entry.issue !== null) return { entry, actions: [] };
  const on = { issue: view.issue.iid, expect: expectOf(view) };
  const key = `follow-up:${entry.kind}`;
  const found = openedBefore(view, context, key);
  if (found !== null) {
    return { entry: { ...entry, issue: found }, actions: [{ ...on, kind: 'issue.link', target: found }] };
  }
  const isNew = fresh.includes(entry.kind);
  if (!isNew && context.snapshot.now - entry.since < patience) return { entry, actions: [] };
  const reference = `issue(${view.issue.iid},${key})` as const;
  const wanted = followUpIssue(view, context, entry.kind, decision);
  return {
    entry: { ...entry, issue: reference },
    actions: [
      { ...on, kind: 'issue.create', key, ...wanted },
      { ...on, kind: 'issue.link', target: reference },
    ],
  };
}

function openedBefore(view: RequestView, { snapshot }: RequestContext, key: string): number | null {
  const name = { project: view.issue.projectId, issue: view.issue.id, key };
  return snapshot.issues.find((each) => isFollowUp(each, snapshot.desk.ids, name))?.iid ?? null;
}
