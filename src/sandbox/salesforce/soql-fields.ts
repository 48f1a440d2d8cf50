import { type Entity, entityNamed, type FieldKind, type Row, type Scalar } from './entities.ts';
import { SoqlProblem } from './soql-tokens.ts';
import type { SalesforceWorld } from './state.ts';

/** A parent row on the way to a field, and its kind of sObject. */
interface Passed {
  readonly entity: string;
  readonly row: Row;
}

/** A field of a query, found: its name in Salesforce's own spelling, and how to read it from a row. */
export interface FoundField {
  /** `['Name']`, or `['Account', 'Name']` through a relationship. */
  readonly path: readonly string[];
  readonly kind: FieldKind;
  /** The rows passed on the way there, one for each relationship; a null is where the way ends early. */
  way(row: Row): readonly (Passed | null)[];
  read(row: Row): Scalar;
}

function spelled<T>(names: Readonly<Record<string, T>>, name: string): readonly [string, T] | undefined {
  return Object.entries(names).find(([known]) => known.toLowerCase() === name.toLowerCase());
}

/** Finds the field a query names on an sObject; throws INVALID_FIELD as a {@link SoqlProblem} when there is none. */
export function findField(world: SalesforceWorld, entity: Entity, name: string): FoundField {
  const dot = name.indexOf('.');
  return dot === -1
    ? ownField(entity, name)
    : parentField(world, entity, name.slice(0, dot), name.slice(dot + 1));
}

function ownField(entity: Entity, name: string): FoundField {
  const field = spelled(entity.fields, name);
  if (field === undefined) {
    throw new SoqlProblem('INVALID_FIELD', `No such column '${name}' on entity '${entity.name}'.`);
  }
  const [spelling, kind] = field;
  return {
    path: [spelling],
    kind,
    way: () => [],
    read: (row) => row[spelling] ?? null,
  };
}

function parentField(world: SalesforceWorld, entity: Entity, relationship: string, rest: string): FoundField {
  const way = spelled(entity.parents, relationship);
  const parent = way === undefined ? null : entityNamed(world, way[1].entity);
  if (way === undefined || parent === null) {
    const message = `Didn't understand relationship '${relationship}' in field path on entity '${entity.name}'.`;
    throw new SoqlProblem('INVALID_FIELD', message);
  }
  const [spelling, { by }] = way;
  const field = findField(world, parent, rest);
  const parentOf = (row: Row): Row | undefined => parent.rows.find((candidate) => candidate.Id === row[by]);
  return {
    path: [spelling, ...field.path],
    kind: field.kind,
    way: (row) => {
      const up = parentOf(row);
      return up === undefined ? [null] : [{ entity: parent.name, row: up }, ...field.way(up)];
    },
    read: (row) => {
      const up = parentOf(row);
      return up === undefined ? null : field.read(up);
    },
  };
}
