import { ClientError } from '../client-error.ts';
import { checkedField, idLists } from './soql.ts';
import type { PipelineOptions, SurveyField } from './types.ts';

/** What a report reads: constants with checked ids, days and field names in them, as in `soql.ts`. */

const pipelineFields = 'Id, CreatedDate, StageName, CloseDate';

/**
 * The opportunities of these ids, without names.
 *
 * @throws ClientError `salesforce-id-invalid`
 */
export function pipelineQueries(ids: readonly string[], { amounts }: PipelineOptions): string[] {
  const fields = `${pipelineFields}${amounts ? ', Amount' : ''}`;
  return idLists(ids).map((list) => `SELECT ${fields} FROM Opportunity WHERE Id IN (${list})`);
}

/**
 * Every opportunity that is open, or was changed since the beginning of a day in UTC. The close date says nothing about
 * when one was closed: people write it.
 *
 * @throws ClientError `salesforce-day-invalid`
 */
export function pipelineSinceQuery(day: string): string {
  return `SELECT ${pipelineFields} FROM Opportunity WHERE IsClosed = false OR SystemModstamp >= ${checkedDay(day)}T00:00:00Z`;
}

/**
 * The history of these opportunities.
 *
 * @throws ClientError `salesforce-id-invalid`
 */
export function historyQueries(opportunityIds: readonly string[], { amounts }: PipelineOptions): string[] {
  const fields = `Id, OpportunityId, CreatedDate, StageName, CloseDate${amounts ? ', Amount' : ''}`;
  return idLists(opportunityIds).map(
    (list) => `SELECT ${fields} FROM OpportunityHistory WHERE OpportunityId IN (${list})`,
  );
}

/** All stages: the retired ones still stand in histories. */
export const stagesQuery = 'SELECT ApiName, MasterLabel, IsClosed, IsWon FROM OpportunityStage';

/**
 * The answers to the survey. Their values are compared at our end: the field may hold numbers or text.
 *
 * @throws ClientError `salesforce-id-invalid`, `salesforce-field-invalid`
 */
export function surveyQueries(opportunityIds: readonly string[], { object, field }: SurveyField): string[] {
  const path = `${object === 'Account' ? 'Account.' : ''}${checkedField(field)}`;
  const columns = object === 'Account' ? `Id, AccountId, ${path}` : `Id, ${path}`;
  return idLists(opportunityIds).map(
    (list) => `SELECT ${columns} FROM Opportunity WHERE ${path} != null AND Id IN (${list})`,
  );
}

/** The text, if it can be nothing but a day of the calendar. */
function checkedDay(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const midnight = isDay ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text)) return text;
  throw new ClientError('salesforce-day-invalid');
}
