import type { Answer } from '../answer.ts';
import { answer, failure } from './answers.ts';
import type { SalesforceWorld } from './state.ts';
import { type Saved, saveTeamMember } from './team-member.ts';

const most = 200;

/**
 * Saves up to 200 records in one call. Each has a result of its own in the answer, in the order of the request;
 * with `allOrNone` one failure undoes all. Its errors carry `statusCode`, unlike those of single calls.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_create.htm
 */
export function saveCollection(world: SalesforceWorld, body: unknown, by: string, now: number): Answer {
  const { records, allOrNone } = readCollection(body);
  if (records === null) {
    return failure(world, 400, { message: 'records: a list is needed', errorCode: 'JSON_PARSER_ERROR' });
  }
  if (records.length > most) {
    const message = `record limit reached. cannot submit more than ${most} records in this call`;
    return failure(world, 400, { message, errorCode: 'LIMIT_EXCEEDED' });
  }
  const before = structuredClone({ rows: world.teamMembers, counters: world.counters });
  const saved = records.map((record) => saveOne(world, record, by, now));
  const undo = allOrNone && saved.some((result) => 'error' in result);
  if (undo) {
    world.teamMembers = before.rows;
    world.counters = before.counters;
  }
  return answer(
    world,
    saved.map((result) => shown(result, undo)),
  );
}

function readCollection(body: unknown): { records: readonly unknown[] | null; allOrNone: boolean } {
  if (typeof body !== 'object' || body === null) return { records: null, allOrNone: false };
  const records = 'records' in body && Array.isArray(body.records) ? body.records : null;
  return { records, allOrNone: 'allOrNone' in body && body.allOrNone === true };
}

function saveOne(world: SalesforceWorld, record: unknown, by: string, now: number): Saved {
  const type = typeOf(record);
  if (type === 'OpportunityTeamMember') return saveTeamMember(world, record, by, now);
  return { error: { message: `sObject type '${type}' is not supported.`, errorCode: 'INVALID_TYPE' } };
}

function typeOf(record: unknown): string {
  if (typeof record !== 'object' || record === null || !('attributes' in record)) return '';
  const { attributes } = record;
  if (typeof attributes !== 'object' || attributes === null || !('type' in attributes)) return '';
  return String(attributes.type);
}

function shown(result: Saved, undone: boolean): unknown {
  if ('error' in result) {
    const { errorCode, message, fields = [] } = result.error;
    return { success: false, errors: [{ statusCode: errorCode, message, fields }] };
  }
  if (!undone) return { id: result.id, success: true, errors: [] };
  const message =
    'Record rolled back because not all records were valid and the request was using AllOrNone header';
  return {
    success: false,
    errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK', message, fields: [] }],
  };
}
