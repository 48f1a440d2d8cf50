import { type Entity, entityNamed, type Row, type Scalar } from './entities.ts';
import { salesforceTime } from './salesforce-time.ts';
import { type FoundField, findField } from './soql-fields.ts';
import { parseSoql, type SoqlOrder } from './soql-parse.ts';
import { SoqlProblem } from './soql-tokens.ts';
import { rowTest } from './soql-where.ts';
import type { SalesforceWorld } from './state.ts';

/** A record as the REST API gives one: `attributes`, then the fields that were asked for. */
export interface QueryRecord {
  attributes: { type: string; url: string };
  [field: string]: unknown;
}

/**
 * The records a SOQL text asks for, in order. Deleted rows are never among them (that would be `queryAll`).
 * Throws a {@link SoqlProblem} with Salesforce's error code. `version` is the `vNN.N` of the caller's URL.
 */
export function runSoql(world: SalesforceWorld, text: string, version: string): readonly QueryRecord[] {
  const query = parseSoql(text);
  const entity = entityNamed(world, query.object);
  if (entity === null) {
    throw new SoqlProblem('INVALID_TYPE', `sObject type '${query.object}' is not supported.`);
  }
  const fields = query.fields.map((name) => findField(world, entity, name));
  const test = query.where === null ? () => true : rowTest(world, entity, query.where);
  const order = rowOrder(world, entity, query.orderBy);
  const rows = entity.rows.filter((row) => row.IsDeleted !== true && test(row)).sort(order);
  return rows.slice(0, query.limit ?? rows.length).map((row) => rendered(entity, fields, row, version));
}

function rowOrder(world: SalesforceWorld, entity: Entity, orders: readonly SoqlOrder[]) {
  const found = orders.map((order) => ({ order, field: findField(world, entity, order.field) }));
  return (left: Row, right: Row): number => {
    for (const { order, field } of found) {
      const difference = compared(field.read(left), field.read(right), order);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

function compared(left: Scalar, right: Scalar, order: SoqlOrder): number {
  if (left === right) return 0;
  if (left === null || right === null) return (left === null) === order.nullsLast ? 1 : -1;
  return left < right === order.descending ? 1 : -1;
}

function rendered(entity: Entity, fields: readonly FoundField[], row: Row, version: string): QueryRecord {
  const record = emptyRecord(entity.name, row, version);
  for (const field of fields) put(record, field, row, version);
  return record;
}

function emptyRecord(type: string, row: Row, version: string): QueryRecord {
  return { attributes: { type, url: `/services/data/${version}/sobjects/${type}/${String(row.Id)}` } };
}

/** Fields through a relationship are nested; where the relationship is empty, it is null as a whole. */
function put(record: QueryRecord, field: FoundField, row: Row, version: string): void {
  let target: Record<string, unknown> = record;
  for (const [step, passed] of field.way(row).entries()) {
    const relationship = field.path[step] ?? '';
    if (passed === null) {
      target[relationship] = null;
      return;
    }
    const nested = isRecord(target[relationship])
      ? target[relationship]
      : { ...emptyRecord(passed.entity, passed.row, version) };
    target[relationship] = nested;
    target = nested;
  }
  const value = field.read(row);
  target[field.path.at(-1) ?? ''] =
    field.kind === 'time' && typeof value === 'number' ? salesforceTime(value) : value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
