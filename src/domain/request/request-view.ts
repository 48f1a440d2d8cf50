import type { Config } from '../../config/types.ts';
import {
  type Approval,
  type AuthorityFacts,
  approvalOf,
  authorityStands,
} from '../authorization/approval.ts';
import { type BindingDigest, bindingDigest } from '../authorization/binding-digest.ts';
import { isRequestForm } from '../form/is-request-form.ts';
import { parseRequestForm } from '../form/parse-request-form.ts';
import type { RequestForm } from '../form/request-form.ts';
import { withShownChoices } from '../form/shown-choices.ts';
import { type Directory, directoryOf } from '../people.ts';
import { type FoundRecord, findRecord, keyedNotes } from '../record/find-notes.ts';
import type { RecordState } from '../record/record-state.ts';
import { isShownAsChanged } from '../record/shown-as-changed.ts';
import type { Instant, IssueFacts, Note, Snapshot } from '../snapshot.ts';
import { lastEventId } from '../timeline/fold-labels.ts';
import { ownHistory } from '../timeline/own-history.ts';
import { readState, type StateReading } from '../workflow/read-state.ts';
import { type RequestState, requestLabel } from '../workflow/request-state.ts';
import { isMailed } from './is-mailed.ts';
import { readOnce } from './read-once.ts';
import { requestTypeLabel } from './request-type-label.ts';
import { requesterEntry } from './requester.ts';

/** One request with everything that is read from its issue and nothing that is decided about it. */
export interface RequestView {
  readonly issue: IssueFacts;
  readonly form: RequestForm;
  readonly record: FoundRecord;
  readonly reading: StateReading;
  /** Where the request stands: the desk's own last word, or `approved` once a counted approval is recorded. */
  readonly state: RequestState | 'none';
  readonly digest: BindingDigest | null;
  readonly areaKey: string | null;
  readonly approval: Approval;
  /** Whether the recorded approval still stands. */
  readonly authority: boolean;
  /** The desk's comments with their keys, oldest first. */
  readonly keyed: readonly { readonly key: string; readonly note: Note }[];
  /** The same by key; of two with one key the first. */
  readonly notes: ReadonlyMap<string, Note>;
  readonly facts: AuthorityFacts;
  readonly lastEvent: number;
}

/** What reading a request needs besides its issue. */
export interface RequestContext {
  readonly config: Config;
  readonly snapshot: Snapshot;
  readonly directory: Directory;
}

/** The context of one snapshot. */
export function requestContext(config: Config, snapshot: Snapshot): RequestContext {
  return { config, snapshot, directory: directoryOf(snapshot.people) };
}

/**
 * Whether an issue is an SME request: by its label, or plainly by its headings, and not by e-mail
 * (`docs/rules.md#requests`).
 */
export function isRequest(issue: IssueFacts): boolean {
  if (isMailed(issue)) return false;
  if (issue.labels.includes(requestTypeLabel)) return true;
  if (issue.labels.some((label) => label.startsWith('type::'))) return false;
  return isRequestForm(issue.description);
}

/** The time zone that dates without one are meant in: the requester's region, else the program's calendar. */
export function requesterZone(context: Pick<RequestContext, 'config'>, author: string): string {
  const region = requesterEntry(context.config, author)?.region ?? null;
  const zone = context.config.regions.find((each) => each.key === region)?.timezone ?? null;
  return zone ?? context.config.calendar.timezone;
}

/**
 * The form as it stands in an issue. `at` is the moment "in the past" is measured from: now while the request
 * is being checked, its creation afterwards, so that a form does not turn wrong by waiting.
 */
export function readForm(
  context: Pick<RequestContext, 'config' | 'snapshot'>,
  issue: IssueFacts,
  at: Instant,
  record: RecordState | null = null,
): RequestForm {
  // Void until it is shown again: then what is no longer offered is told like any other mistake.
  const shown = record?.digest == null ? null : record.choices;
  const { config, snapshot } = context;
  const salesforceOn = snapshot.salesforce.mode !== 'off';
  const timezone = requesterZone(context, issue.author.username);
  const by = JSON.stringify([at, timezone, salesforceOn, shown]);
  return readOnce(config, issue.description, by, () =>
    parseRequestForm(issue.description, {
      config: withShownChoices(config, shown),
      salesforceOn,
      now: at,
      timezone,
    }),
  );
}

/** Ids of the labels that people decide with, as they are named today; 0: the project lacks it. */
export function decisionLabels({ labels }: Snapshot): RecordState['labels'] {
  const idOf = (state: RequestState): number =>
    labels.find((label) => label.name === requestLabel(state))?.id ?? 0;
  return { approved: idOf('approved'), declined: idOf('declined') };
}

/** Reads one request. */
export function viewRequest(context: RequestContext, read: IssueFacts): RequestView {
  const { desk } = context.snapshot;
  const issue = ownHistory(read, desk.ids);
  const record = findRecord(issue, desk.ids);
  const reading = readState({
    events: issue.labelEvents,
    deskIds: desk.ids,
    decided: record.state?.decided ?? [],
    labels: issue.labels,
  });
  const unchecked = reading.own === null || reading.own === 'submitted' || reading.own === 'needs-info';
  const form = readForm(context, issue, unchecked ? context.snapshot.now : issue.createdAt, record.state);
  const digest = bindingDigest(form, issue.author.id);
  const areaKey = form.area.state === 'given' ? form.area.value.key : null;
  const facts: AuthorityFacts = {
    issue,
    record: record.state,
    labels: decisionLabels(context.snapshot),
    digest,
    areaKey,
    directory: context.directory,
    config: context.config,
    deskIds: desk.ids,
  };
  const authority = authorityStands(facts);
  const approval = approvalOf(facts);
  const notes = new Map<string, Note>();
  const keyed = keyedNotes(issue, desk.ids);
  for (const { key, note } of keyed) if (!notes.has(key)) notes.set(key, note);
  return {
    issue,
    form,
    record,
    reading,
    state: stateOf(reading.own, facts, approval),
    digest,
    areaKey,
    approval,
    authority,
    keyed,
    notes,
    facts,
    lastEvent: lastEventId(read.labelEvents),
  };
}

/**
 * Where the label that is due is already there because a person has set it, the desk's own add leaves no event:
 * then the record says that the transition was made (`docs/rules.md#transitions`). An approval counts as soon as
 * it is recorded, a decline when the issue is closed with it; opened again it is still declined until the desk has
 * answered that. A changed request that has kept its SME goes back to `assigned` with a label of the desk's own;
 * only one without is approved by the click itself. Whether the approval still stands is another question.
 */
function stateOf(own: RequestState | null, facts: AuthorityFacts, approval: Approval): RequestState | 'none' {
  if (own === null) return 'none';
  const { issue, record } = facts;
  const declined = record?.decided.at(-1)?.to === 'declined';
  if (declined && (issue.state === 'closed' || isReopened(issue, approval))) return 'declined';
  if (own === 'awaiting-approval' && isShownAsChanged(record)) return 'approved';
  if (record === null || record.approval === null) return own;
  const undecided = own === 'awaiting-approval' || (own === 'changed' && record.decision === null);
  return undecided ? 'approved' : own;
}

/** A run that ended before it closed the issue leaves it open too, but then the decline itself still counts. */
function isReopened(issue: IssueFacts, approval: Approval): boolean {
  const latest = [...issue.stateEvents].sort((a, b) => a.id - b.id).at(-1);
  return latest?.state === 'reopened' && approval.kind !== 'declined';
}
