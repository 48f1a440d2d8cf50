import type { Config } from '../config/types.ts';
import { type DesiredRow, desiredRows, keeps, mayGrant } from '../domain/opportunity-team/desired-rows.ts';
import { foreignRow, sameWish, withWish } from '../domain/opportunity-team/team-wish.ts';
import type { RecordState } from '../domain/record/record-state.ts';
import {
  isRequest,
  type RequestContext,
  type RequestView,
  requestContext,
  viewRequest,
} from '../domain/request/request-view.ts';
import type { Reference, Snapshot, TeamRow } from '../domain/snapshot.ts';
import type { IssueAction } from '../plan/action.ts';
import { expectOf, recordOf, relabel } from './request/actions-on.ts';
import { rememberIntention, rememberOutcome } from './request/remember.ts';
import { viewAfter } from './request/view-after.ts';

type Wish = RecordState['team'][number];

/**
 * Step 4 of a run: the opportunity teams become what the live requests want. A row that is there already
 * satisfies the wish and is never written; only a row of the desk's own is ever removed, and only when no other
 * request wants it (`docs/rules.md#after-assignment`).
 */
export function syncSalesforce(config: Config, snapshot: Snapshot, only: number | null): IssueAction[] {
  const { salesforce } = snapshot;
  const context = requestContext(config, snapshot);
  const views = snapshot.issues.filter(isRequest).map((issue) => viewRequest(context, issue));
  const chosen = views.filter((view) => only === null || view.issue.iid === only);
  if (salesforce.mode === 'off') return [];
  if (salesforce.mode === 'down') return chosen.flatMap(waitForSalesforce);
  const wanted = views.flatMap((view) => desiredRows(view, context));
  // A request that could not be read may want what another one gives up.
  const allRead = snapshot.unread.length === 0;
  return chosen.flatMap((view) => {
    const wish = wanted.find((row) => row.issue === view.issue.iid) ?? null;
    const undone = allRead ? undo(view, context, { wanted, views }, salesforce.teamRows) : [];
    const now = viewAfter(undone, view, context);
    const granted = wish === null ? [] : grant(now.view, now.context, wish, salesforce.teamRows, views);
    const over = undone.length > 0 || view.issue.state === 'closed';
    const ended = allRead && wish === null && over && !owesRow(now.view);
    return [...undone, ...granted, ...(ended ? labelsDone(now.view) : [])];
  });
}

/** While Salesforce is down the wish is visible on the issue, and each run tries again. */
function waitForSalesforce(view: RequestView): IssueAction[] {
  const decision = view.record.state?.decision ?? null;
  const done = view.record.state?.team.some((row) => row.row !== null) ?? false;
  if (decision === null || done || !keeps(view) || view.state === 'completed') return [];
  if (view.issue.labels.includes('salesforce::pending')) return [];
  return [relabel(view, ['salesforce::pending'], [], 'Salesforce does not answer; tried again in each run')];
}

/**
 * Adds the row: first the intention in the record, then the row, then its id in the record. A run that ends in
 * between finds the intention, and a row that the desk has created since is the desk's own.
 */
function grant(
  view: RequestView,
  context: RequestContext,
  wish: DesiredRow,
  rows: readonly TeamRow[],
  views: readonly RequestView[],
): IssueAction[] {
  const approval = view.record.state?.approval ?? null;
  if (!mayGrant(view) || approval === null) return [];
  const record = recordOf(view, context);
  const row = rows.find((each) => isOf(each, wish));
  const noted = record.team.find((each) => sameWish(each, wish));
  if (row !== undefined) {
    return [...settle(view, context, record, wish, row, noted, views), ...labelsDone(view)];
  }
  if (!isOpen(context, wish.opportunity)) return [];
  const since = noted?.since ?? context.snapshot.now;
  const intended: Wish = { opportunity: wish.opportunity, user: wish.user, row: null, since };
  const done: Wish = { ...intended, row: `row(${wish.issue},${wish.user})` };
  const intention =
    noted?.row === null
      ? []
      : [rememberIntention(view, context, withWish(record, intended), 'means to add a team row')];
  return [
    ...intention,
    {
      kind: 'team.add',
      issue: view.issue.iid,
      expect: expectOf(view),
      opportunity: wish.opportunity,
      user: wish.user,
      role: context.config.salesforce.teamRole,
      authority: approval,
    },
    rememberOutcome(view, context, withWish(record, done), 'the team row is there'),
    ...labelsDone(view, `row(${wish.issue},${wish.user})`),
  ];
}

/** A closed or deleted opportunity gets nobody new. */
function isOpen(context: RequestContext, opportunity: string): boolean {
  const { salesforce } = context.snapshot;
  return salesforce.mode === 'on' && salesforce.opportunities[opportunity]?.closed === false;
}

/**
 * The row exists: remembered as the desk's own if the desk created it after it meant to, or if a request that has
 * ended leaves it to this one; else it is somebody else's and left alone.
 */
function settle(
  view: RequestView,
  context: RequestContext,
  record: RecordState,
  wish: DesiredRow,
  row: TeamRow,
  noted: Wish | undefined,
  views: readonly RequestView[],
): IssueAction[] {
  if (noted?.row === row.id) return [];
  const left = isLeftByAnother(row, view, views);
  if (noted?.row === foreignRow && !left) return [];
  const own = left || (noted !== undefined && isOwn(row, noted, context));
  const entry: Wish = {
    opportunity: wish.opportunity,
    user: wish.user,
    row: own ? row.id : foreignRow,
    since: noted?.since ?? context.snapshot.now,
  };
  return [rememberOutcome(view, context, withWish(record, entry), 'the team row is there')];
}

/** Whether a live request that does not keep its grants any more has this row in its record. */
function isLeftByAnother(row: TeamRow, view: RequestView, views: readonly RequestView[]): boolean {
  return views.some((other) => other.issue.iid !== view.issue.iid && !keeps(other) && holds(other, row.id));
}

/** Whether a record names a row as the desk's own. */
function holds(view: RequestView, row: TeamRow['id']): boolean {
  return view.record.state?.team.some((each) => each.row === row) ?? false;
}

/** Whether a row is about the person and the opportunity of a wish. */
function isOf(row: TeamRow, wish: Pick<Wish, 'opportunity' | 'user'>): boolean {
  return row.opportunityId === wish.opportunity && row.userId === wish.user;
}

/** Whether the desk has created a row, after it meant to. */
function isOwn(row: TeamRow, wish: Wish, { snapshot }: RequestContext): boolean {
  const { salesforce } = snapshot;
  const byDesk = salesforce.mode === 'on' && row.createdById === salesforce.integrationUserId;
  return byDesk && row.createdAt >= wish.since - clockSkew;
}

/** Salesforce and GitLab do not share a clock. */
const clockSkew = 120_000;

function labelsDone(view: RequestView, needs?: Reference): IssueAction[] {
  const stale = view.issue.labels.filter((label) => label.startsWith('salesforce::'));
  if (stale.length === 0) return [];
  return [
    {
      ...relabel(view, [], stale, 'the opportunity team is right'),
      ...(needs === undefined ? {} : { needs: [needs] }),
    },
  ];
}

/** Whether an ended request still holds a row of the desk's own, until another one that wants it has taken it over. */
function owesRow(view: RequestView): boolean {
  if (keeps(view)) return false;
  return view.record.state?.team.some((each) => each.row !== null && each.row !== foreignRow) ?? false;
}

/** Whether an ended request may forget a row: another one that wants it holds it now. */
function isHandedOver(wish: Wish, view: RequestView, views: readonly RequestView[]): boolean {
  if (keeps(view)) return false;
  const others = views.filter((other) => other.issue.iid !== view.issue.iid && keeps(other));
  const { row } = wish;
  if (row === null || row === foreignRow) return true;
  return others.some((other) => holds(other, row));
}

/**
 * Takes back the desk's own rows that no request wants any more. A row that was only intended, because the answer to
 * its creation was lost, is written down first: only what stands in a record is ever removed.
 */
function undo(
  view: RequestView,
  context: RequestContext,
  others: { readonly wanted: readonly DesiredRow[]; readonly views: readonly RequestView[] },
  rows: readonly TeamRow[],
): IssueAction[] {
  if (view.record.state === null) return [];
  const record = { ...view.record.state, team: view.record.state.team.map(learnt) };
  const stale = record.team.filter((each) => !others.wanted.some((row) => sameWish(row, each)));
  const handedOver = record.team.filter(
    (each) => !stale.includes(each) && isHandedOver(each, view, others.views),
  );
  if (stale.length === 0 && handedOver.length === 0) return [];
  const isNew = stale.some((each) => !view.record.state?.team.includes(each));
  const noted = isNew ? [rememberIntention(view, context, record, 'a row of the desk’s own was found')] : [];
  const removals: IssueAction[] = stale.flatMap((wish) => {
    const row = rows.find((each) => each.id === wish.row);
    if (row === undefined || typeof row.id !== 'string' || row.id.includes('(')) return [];
    const { opportunity, user } = wish;
    const why = `the request is ${view.state}`;
    return [
      {
        kind: 'team.remove',
        issue: view.issue.iid,
        expect: expectOf(view),
        opportunity,
        user,
        row: row.id,
        why,
      },
    ];
  });
  const gone = [...stale, ...handedOver];
  const left = { ...record, team: record.team.filter((each) => !gone.includes(each)) };
  return [
    ...noted,
    ...removals,
    rememberIntention(view, context, left, 'what the desk had added is taken back'),
  ];

  function learnt(wish: Wish): Wish {
    if (wish.row !== null) return wish;
    const row = rows.find((each) => isOf(each, wish) && isOwn(each, wish, context));
    return row === undefined ? wish : { ...wish, row: row.id };
  }
}
