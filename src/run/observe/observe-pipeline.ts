import { salesforceId } from '../../clients/salesforce/salesforce-id.ts';
import type {
  Salesforce,
  SalesforceOpportunityChange,
  SalesforcePipelineRow,
  SurveyField,
} from '../../clients/salesforce/types.ts';
import type { Config } from '../../config/types.ts';
import type { PipelineFacts, Source } from '../../domain/metrics/facts.ts';
import { DeskError } from '../../errors.ts';

/** The pipeline as this run sees it; an outage is a source that is not available and a problem, not an exception. */
export interface ObservedPipeline {
  readonly pipeline: Source<PipelineFacts>;
  readonly problem: DeskError | null;
}

/**
 * Reads what metrics 1, 3, 4 and 6 rest on: the opportunities that requests name with their amounts, and without them
 * every other one that was open at any time since a day, as the rest that metric 4 compares with. That rest is not read
 * where no stages are configured. What no request can have meant is not asked for.
 *
 * @param since `YYYY-MM-DD`: first day of the earliest period that is measured, in whatever time zone.
 */
export async function observePipeline(
  salesforce: Salesforce | null,
  config: Config,
  requestOpportunityIds: readonly string[],
  since: string,
): Promise<ObservedPipeline> {
  if (salesforce === null) return { pipeline: notAvailable('Salesforce is off'), problem: null };
  const survey = config.salesforce.nps;
  const ids = [...new Set(requestOpportunityIds.filter((id) => salesforceId(id, '006') === id))].sort();
  try {
    const value = await readAll(salesforce, ids, survey, hasStages(config) ? dayBefore(since) : null);
    return { pipeline: { kind: 'read', value }, problem: null };
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return { pipeline: notAvailable('Salesforce is down'), problem: error };
  }
}

function notAvailable(reason: string): Source<PipelineFacts> {
  return { kind: 'not available', reason };
}

function hasStages({ salesforce }: Config): boolean {
  return Object.keys(salesforce.stages).length > 0;
}

/** The day before, so that the first day is whole in every time zone. What is no day is left for the client to refuse. */
function dayBefore(day: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(midnight) ? day : new Date(midnight - 86_400_000).toISOString().slice(0, 10);
}

/** `since` null: the opportunities that no request names are not wanted. */
async function readAll(
  salesforce: Salesforce,
  ids: readonly string[],
  survey: SurveyField | null,
  since: string | null,
): Promise<PipelineFacts> {
  const [named, all, stages, surveyed] = await Promise.all([
    salesforce.pipelineRows(ids, { amounts: true }),
    since === null ? [] : salesforce.pipelineSince(since),
    salesforce.stages(),
    survey === null ? { answers: {}, accounts: {} } : salesforce.surveyAnswers(ids, survey),
  ]);
  const wanted = new Set(named.map(({ id }) => id));
  const rest = all.filter(({ id }) => !wanted.has(id));
  const [ofNamed, ofRest] = await Promise.all([
    salesforce.opportunityHistory([...wanted], { amounts: true }),
    salesforce.opportunityHistory(
      rest.map(({ id }) => id),
      { amounts: false },
    ),
  ]);
  const changes = [...ofNamed, ...ofRest];
  return {
    opportunities: [...named, ...rest].map(({ id }) => ({ id })),
    changes: [...changes, ...neverChanged([...named, ...rest], changes)],
    stages: Object.fromEntries(stages.map(({ name, closed, won }) => [name, { closed, won }])),
    nps: surveyed.answers,
    accounts: surveyed.accounts,
  };
}

/**
 * Salesforce describes the history as one of changes. An opportunity without any is since it was made what it is today
 * (https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunityhistory.htm).
 */
function neverChanged(
  rows: readonly SalesforcePipelineRow[],
  changes: readonly SalesforceOpportunityChange[],
): SalesforceOpportunityChange[] {
  const changed = new Set(changes.map(({ opportunityId }) => opportunityId));
  return rows
    .filter(({ id }) => !changed.has(id))
    .map(({ id, createdAt, ...values }) => ({ id, opportunityId: id, at: createdAt, ...values }));
}
