import { mayAssign } from '../authorization/may-assign.ts';
import { sameUsername } from '../people.ts';
import type { RequestContext, RequestView } from '../request/request-view.ts';
import type { UserRef } from '../snapshot.ts';
import { type AssignmentChange, assignmentsOf } from '../timeline/assignments.ts';

/** What the assignees of an issue say that the desk has not decided. */
export type AssigneeClaim =
  /** Somebody who may has chosen this SME. */
  | { readonly kind: 'chosen'; readonly sme: UserRef; readonly by: UserRef }
  /** The SME was taken off, by the SME or by somebody who may, and nobody is named instead. */
  | { readonly kind: 'taken off'; readonly by: UserRef }
  /** It cannot stand: the assignees become these again. `by`: the person to tell, null where the desk itself did it. */
  | {
      readonly kind: 'put back';
      readonly to: readonly number[];
      readonly by: (UserRef & { readonly note: number; readonly why: PutBackReason }) | null;
    };

/** Why a change of assignees cannot stand. */
export type PutBackReason = 'not entitled' | 'not an SME';

/**
 * Reads the assignees of a request against its decision, or null: they agree (`docs/rules.md#assignment`). Who has
 * changed them is told by GitLab's newest system note about the person in question. Notes that were read when the
 * decision was taken have had their say.
 */
export function assigneeClaim(view: RequestView, context: RequestContext): AssigneeClaim | null {
  const record = view.record.state;
  const decision = record?.decision ?? null;
  const expected = decision?.sme ?? (hasSme(view) ? (record?.released ?? null) : null);
  const { assignees } = view.issue;
  const extra = assignees.filter((each) => each.id !== expected);
  const isThere = assignees.some((each) => each.id === expected);
  if (extra.length === 0 && (isThere || expected === null)) return null;
  const changes = assignmentsOf(view.issue).filter((each) => each.note > (decision?.heard ?? 0));
  const entitled = (change: AssignmentChange | null): boolean =>
    change !== null && isEntitled(change.by, view, context);
  if (expected !== null && !isThere) {
    const chosen = extra.find((each) => canServe(each, view, context) && entitled(cameBy(each, changes)));
    const by = chosen === undefined ? null : cameBy(chosen, changes);
    if (chosen !== undefined && by !== null) return { kind: 'chosen', sme: chosen, by: by.by };
    const name = decision?.username ?? context.directory.byId(expected)?.username ?? '';
    const left = wentBy(name, changes);
    const mayLeave = left !== null && (left.by.id === expected || entitled(left));
    if (mayLeave && extra.length === 0) return { kind: 'taken off', by: left.by };
    return putBack([expected], left ?? newest(extra, changes), view, context);
  }
  return expected === null
    ? claimOnNobody(view, context, extra, changes)
    : strangers(view, context, [expected], extra, changes);
}

/** Nobody is decided on: whom somebody who may has chosen is taken once the request is approved. */
function claimOnNobody(
  view: RequestView,
  context: RequestContext,
  extra: readonly UserRef[],
  changes: readonly AssignmentChange[],
): AssigneeClaim | null {
  if (mayBeChosen(view)) {
    for (const sme of extra) {
      const by = cameBy(sme, changes)?.by ?? null;
      if (by !== null && canServe(sme, view, context) && isEntitled(by, view, context))
        return { kind: 'chosen', sme, by };
    }
  }
  return strangers(view, context, [], extra, changes);
}

/** People beside the SME may stay if somebody who may has put them there; on Premium there is room for them. */
function strangers(
  view: RequestView,
  context: RequestContext,
  expected: readonly number[],
  extra: readonly UserRef[],
  changes: readonly AssignmentChange[],
): AssigneeClaim | null {
  const welcome = extra.filter((each) => {
    const by = cameBy(each, changes)?.by ?? null;
    return by !== null && isEntitled(by, view, context);
  });
  if (welcome.length === extra.length) return null;
  const others = extra.filter((each) => !welcome.includes(each));
  const to = [...expected, ...welcome.map((each) => each.id)];
  return putBack(to, newest(others, changes), view, context);
}

/** Only who can sign in can be put back: GitLab drops everybody else without a word, and it would never end. */
function putBack(
  wanted: readonly number[],
  change: AssignmentChange | null,
  view: RequestView,
  context: RequestContext,
): AssigneeClaim | null {
  const to = wanted.filter((id) => isMember(id, context));
  const { assignees } = view.issue;
  if (to.length === assignees.length && assignees.every((each) => to.includes(each.id))) return null;
  if (change === null || view.facts.deskIds.includes(change.by.id)) return { kind: 'put back', to, by: null };
  const why = isEntitled(change.by, view, context) ? 'not an SME' : 'not entitled';
  return { kind: 'put back', to, by: { ...change.by, note: change.note, why } };
}

/** Whether a request has an SME in its state, so that a missing decision means one who was just let go. */
function hasSme({ state }: RequestView): boolean {
  return state === 'assigned' || state === 'engaged' || state === 'awaiting-feedback';
}

/** Before the approval a choice is only a wish, and waits. */
function mayBeChosen({ state }: RequestView): boolean {
  return state === 'approved' || state === 'waitlisted' || state === 'changed';
}

function isEntitled({ id }: UserRef, view: RequestView, context: RequestContext): boolean {
  const request = { areaKey: view.areaKey, authorId: view.issue.author.id };
  const deskIds = context.snapshot.desk.ids;
  return mayAssign(context.directory.byId(id), request, { config: context.config, deskIds });
}

/** Anybody of the roster who can sign in, whatever their areas and hours: those are the chooser's to weigh. */
function canServe({ id, username }: UserRef, view: RequestView, context: RequestContext): boolean {
  if (!isMember(id, context) || id === view.issue.author.id) return false;
  return context.config.roster.some((each) => sameUsername(each.gitlab, username));
}

function isMember(id: number, { directory }: RequestContext): boolean {
  const person = directory.byId(id);
  return person?.active === true && person.accessLevel !== null;
}

function cameBy({ username }: UserRef, changes: readonly AssignmentChange[]): AssignmentChange | null {
  return changes.findLast(({ came }) => came.some((each) => sameUsername(each, username))) ?? null;
}

/** Null also where the newest change has brought them back: that they are gone now is nobody's word. */
function wentBy(username: string, changes: readonly AssignmentChange[]): AssignmentChange | null {
  const isThem = (each: string): boolean => sameUsername(each, username);
  const last = changes.findLast(({ came, went }) => came.some(isThem) || went.some(isThem));
  return last?.went.some(isThem) === true ? last : null;
}

function newest(people: readonly UserRef[], changes: readonly AssignmentChange[]): AssignmentChange | null {
  return (
    changes.findLast(({ came }) =>
      came.some((name) => people.some(({ username }) => sameUsername(name, username))),
    ) ?? null
  );
}
