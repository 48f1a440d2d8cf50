import type { Entity, FieldKind, Row, Scalar } from './entities.ts';
import { toEighteen } from './record-id.ts';
import { type FoundField, findField } from './soql-fields.ts';
import type { Condition, Operator, SoqlValue } from './soql-parse.ts';
import { SoqlProblem } from './soql-tokens.ts';
import type { SalesforceWorld } from './state.ts';

export type RowTest = (row: Row) => boolean;

/**
 * The test a WHERE clause is. Fields and values are checked before any row is read, so that a wrong query fails
 * on an empty organisation too. Throws a {@link SoqlProblem}.
 */
export function rowTest(world: SalesforceWorld, entity: Entity, condition: Condition): RowTest {
  switch (condition.kind) {
    case 'and': {
      const tests = condition.parts.map((part) => rowTest(world, entity, part));
      return (row) => tests.every((test) => test(row));
    }
    case 'or': {
      const tests = condition.parts.map((part) => rowTest(world, entity, part));
      return (row) => tests.some((test) => test(row));
    }
    case 'not': {
      const test = rowTest(world, entity, condition.part);
      return (row) => !test(row);
    }
    case 'in': {
      const field = findField(world, entity, condition.field);
      const wanted = new Set(condition.values.map((value) => comparable(field, meant(field, value))));
      return (row) => wanted.has(comparable(field, field.read(row))) !== condition.not;
    }
    case 'compare': {
      const field = findField(world, entity, condition.field);
      const wanted = comparable(field, meant(field, condition.value));
      return (row) => compares(comparable(field, field.read(row)), condition.operator, wanted);
    }
    default:
      return condition satisfies never;
  }
}

function compares(left: Scalar, operator: Operator, right: Scalar): boolean {
  if (operator === '=') return left === right;
  if (operator === '!=') return left !== right;
  if (left === null || right === null) return false;
  const order = left < right ? -1 : left > right ? 1 : 0;
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      return operator satisfies never;
  }
}

/** Text is compared without regard to case, as Salesforce does. */
function comparable(field: FoundField, value: Scalar): Scalar {
  return field.kind === 'text' && typeof value === 'string' ? value.toLowerCase() : value;
}

function meant(field: FoundField, value: SoqlValue): Scalar {
  if (value.kind === 'null') return null;
  const read = readers[field.kind](value);
  if (read !== undefined) return read;
  const name = field.path.join('.');
  if (field.kind === 'id' && value.kind === 'string') {
    throw new SoqlProblem('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${value.text}`);
  }
  throw new SoqlProblem(
    'INVALID_FIELD',
    `value of filter criterion for field '${name}' must be of type ${field.kind}`,
  );
}

const quoted = (value: SoqlValue): string | undefined => (value.kind === 'string' ? value.text : undefined);
const literal = (value: SoqlValue): string | undefined => (value.kind === 'literal' ? value.text : undefined);

const readers: Readonly<Record<FieldKind, (value: SoqlValue) => Scalar | undefined>> = {
  id: (value) => toEighteen(quoted(value) ?? '') ?? undefined,
  text: quoted,
  boolean: (value) => (value.kind === 'boolean' ? value.value : undefined),
  number: (value) => finite(Number(literal(value) ?? Number.NaN)),
  date: (value) => (/^\d{4}-\d{2}-\d{2}$/.test(literal(value) ?? '') ? literal(value) : undefined),
  time: (value) => (literal(value)?.includes('T') ? finite(Date.parse(literal(value) ?? '')) : undefined),
};

function finite(number: number): number | undefined {
  return Number.isFinite(number) ? number : undefined;
}
