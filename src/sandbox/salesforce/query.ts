import type { Answer } from '../answer.ts';
import { answer, failure } from './answers.ts';
import { runSoql } from './soql-run.ts';
import { SoqlProblem } from './soql-tokens.ts';
import type { SalesforceWorld } from './state.ts';

/**
 * The first page of a SOQL query, or 400 with Salesforce's error code. What does not fit is kept under a locator.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm
 */
export function firstPage(world: SalesforceWorld, soql: string, version: string, asked: number): Answer {
  try {
    const records = runSoql(world, soql, version);
    const size = Math.min(asked, world.switches.batchSize);
    if (records.length <= size) return answer(world, { totalSize: records.length, done: true, records });
    world.counters.cursor += 1;
    const cursor = `01gAB${String(world.counters.cursor).padStart(10, '0')}`;
    world.cursors[cursor] = { records, totalSize: records.length };
    return page(world, cursor, 0, size, version);
  } catch (problem) {
    if (!(problem instanceof SoqlProblem)) throw problem;
    return failure(world, 400, { message: problem.message, errorCode: problem.errorCode });
  }
}

/** The page a locator of an earlier page stands for, or 400 INVALID_QUERY_LOCATOR. */
export function nextPage(world: SalesforceWorld, locator: string, version: string, asked: number): Answer {
  const [cursor = '', offset = ''] = locator.split('-');
  if (world.cursors[cursor] === undefined || !/^\d+$/.test(offset)) {
    return failure(world, 400, { message: 'invalid query locator', errorCode: 'INVALID_QUERY_LOCATOR' });
  }
  return page(world, cursor, Number(offset), Math.min(asked, world.switches.batchSize), version);
}

function page(world: SalesforceWorld, cursor: string, from: number, size: number, version: string): Answer {
  const { records = [], totalSize = 0 } = world.cursors[cursor] ?? {};
  const end = from + size;
  const shown = { totalSize, done: end >= totalSize, records: records.slice(from, end) };
  const next = `/services/data/${version}/query/${cursor}-${end}`;
  return answer(world, shown.done ? shown : { ...shown, nextRecordsUrl: next });
}
