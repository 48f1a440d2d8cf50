import type { GitLabIssue } from '../../clients/gitlab/types.ts';
import {
  type RequestContext,
  type RequestView,
  readForm,
  viewRequest,
} from '../../domain/request/request-view.ts';
import { requesterEntry } from '../../domain/request/requester.ts';
import { salesforceId } from '../../domain/salesforce-id/salesforce-id.ts';
import type { IssueFacts } from '../../domain/snapshot.ts';
import { checkLeadTime, leadTimeFacts } from '../../domain/validation/check-lead-time.ts';
import { declineReasonOf } from '../../domain/workflow/decline-reason.ts';
import { eventsAsNumbers, isPossible, type RequestEntry } from './history-cache-entry.ts';

/** What the metrics need of one request, and whether it may be kept for the next run. */
export interface RequestReading {
  readonly entry: RequestEntry;
  /** 18 characters; null: none. */
  readonly opportunityId: string | null;
  readonly mayBeKept: boolean;
}

/**
 * Reads one request with its history. The opportunity is the one that was approved, which the record names as long as
 * the SME is wanted on its team, else that of the form. An entry tells only where the form names one: where the record
 * names another, the issue is read again each time.
 */
export function readRequest(context: RequestContext, issue: IssueFacts): RequestReading {
  const { config } = context;
  const view = viewRequest(context, issue);
  const record = view.record.state;
  // As of its creation, not of now: what a form says must not depend on when somebody reads it.
  const form = readForm(context, issue, issue.createdAt, record);
  const inForm = form.opportunity.state === 'given' ? form.opportunity.value : null;
  const approved = record?.team.at(-1)?.opportunity ?? null;
  const region = form.region.state === 'given' ? form.region.value : null;
  const lead = checkLeadTime(config, form, leadTimeFacts(view));
  const entry: RequestEntry = {
    ...eventsAsNumbers(view.issue),
    area: form.area.state === 'given' ? form.area.value.key : 'other',
    region: region ?? requesterEntry(config, issue.author.username)?.region ?? null,
    opportunityAt: inForm === null ? null : placeOf(issue.description, inForm),
    decision: decisionOf(view),
    outcome: record?.feedback?.outcome ?? null,
    rating: record?.feedback?.rating ?? null,
    nps: record?.feedback?.nps ?? null,
    fastTrack: lead.kind === 'fast track',
    followUps: (record?.followUps ?? []).flatMap(({ issue: opened }) =>
      typeof opened === 'number' ? [opened] : [],
    ),
    declined: declineReasonOf(view, config),
  };
  const isSame = approved === null || approved === inForm;
  return { entry, opportunityId: approved ?? inForm, mayBeKept: isSame };
}

/** A decision that no desk takes is none: whoever may edit the comments of others can write one. */
function decisionOf({ record }: RequestView): RequestEntry['decision'] {
  const decision = record.state?.decision ?? null;
  if (decision === null) return null;
  const { sme, start, hours } = decision;
  return isPossible({ sme, start, hours }) ? { sme, start, hours } : null;
}

const shortLength = 15;

/** Where an opportunity stands in a description; `form`: it is written there in some other way. */
function placeOf(description: string, opportunity: string): RequestEntry['opportunityAt'] {
  const at = description.indexOf(opportunity.slice(0, shortLength));
  return at >= 0 && opportunityAt(description, at) === opportunity ? at : 'form';
}

function opportunityAt(description: string, at: number): string | null {
  const read = salesforceId(description.slice(at, at + shortLength));
  return read.kind === 'id' ? read.id : null;
}

/** The opportunity of a request that is known from an earlier run, out of its description of today. */
export function opportunityInForm(
  context: Pick<RequestContext, 'config' | 'snapshot'>,
  issue: GitLabIssue,
  { opportunityAt: place }: RequestEntry,
): string | null {
  if (place === null) return null;
  if (place !== 'form') return opportunityAt(issue.description, place);
  const bare = { ...issue, labelEvents: [], stateEvents: [], notes: [], reactions: [] };
  const { opportunity } = readForm(context, bare, issue.createdAt);
  return opportunity.state === 'given' ? opportunity.value : null;
}
