import { SoqlProblem, type SoqlToken, soqlTokens } from './soql-tokens.ts';

/** A value as written: strings are quoted ones, `literal` is everything else that is not true, false or null. */
export type SoqlValue =
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'literal'; readonly text: string };

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type Condition =
  | {
      readonly kind: 'compare';
      readonly field: string;
      readonly operator: Operator;
      readonly value: SoqlValue;
    }
  | {
      readonly kind: 'in';
      readonly field: string;
      readonly not: boolean;
      readonly values: readonly SoqlValue[];
    }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition };

export interface SoqlOrder {
  readonly field: string;
  readonly descending: boolean;
  readonly nullsLast: boolean;
}

/** The subset of SOQL the sandbox understands; names as written. */
export interface SoqlQuery {
  readonly fields: readonly string[];
  readonly object: string;
  readonly where: Condition | null;
  readonly orderBy: readonly SoqlOrder[];
  readonly limit: number | null;
}

const operators: Readonly<Record<string, Operator>> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** Reads tokens from left to right; each method takes what it names or throws. */
class Reader {
  readonly #tokens: readonly SoqlToken[];
  #next = 0;

  constructor(tokens: readonly SoqlToken[]) {
    this.#tokens = tokens;
  }

  peek(): SoqlToken {
    return this.#tokens[this.#next] ?? { kind: 'end', text: '<EOF>', at: 0 };
  }

  take(): SoqlToken {
    const token = this.peek();
    this.#next += 1;
    return token;
  }

  refuse(token: SoqlToken): never {
    throw new SoqlProblem('MALFORMED_QUERY', `unexpected token: '${token.text}' (at ${token.at + 1})`);
  }

  takeIf(text: string): boolean {
    const token = this.peek();
    if (token.kind === 'string' || token.text.toUpperCase() !== text) return false;
    this.#next += 1;
    return true;
  }

  expect(text: string): void {
    if (!this.takeIf(text)) this.refuse(this.peek());
  }

  name(): string {
    const token = this.take();
    if (token.kind !== 'word' || !/^[A-Za-z]\w*(?:\.[A-Za-z]\w*)*$/.test(token.text)) this.refuse(token);
    return token.text;
  }

  names(): readonly string[] {
    const names = [this.name()];
    while (this.takeIf(',')) names.push(this.name());
    return names;
  }
}

/** The query a SOQL text asks; throws a {@link SoqlProblem} when Salesforce would call it malformed. */
export function parseSoql(text: string): SoqlQuery {
  const reader = new Reader(soqlTokens(text));
  reader.expect('SELECT');
  const fields = reader.names();
  reader.expect('FROM');
  const object = reader.name();
  const where = reader.takeIf('WHERE') ? conditions(reader) : null;
  const orderBy = reader.takeIf('ORDER') ? orders(reader) : [];
  const limit = reader.takeIf('LIMIT') ? wholeNumber(reader) : null;
  const rest = reader.take();
  if (rest.kind !== 'end') reader.refuse(rest);
  return { fields, object, where, orderBy, limit };
}

/** SOQL wants parentheses where AND meets OR. */
function conditions(reader: Reader): Condition {
  const first = condition(reader);
  for (const kind of ['and', 'or'] as const) {
    const parts = [first];
    while (reader.takeIf(kind.toUpperCase())) parts.push(condition(reader));
    if (parts.length > 1) return { kind, parts };
  }
  return first;
}

function condition(reader: Reader): Condition {
  if (reader.takeIf('NOT')) return { kind: 'not', part: condition(reader) };
  if (reader.takeIf('(')) {
    const inner = conditions(reader);
    reader.expect(')');
    return inner;
  }
  const field = reader.name();
  if (reader.takeIf('IN')) return { kind: 'in', field, not: false, values: values(reader) };
  if (reader.takeIf('NOT')) {
    reader.expect('IN');
    return { kind: 'in', field, not: true, values: values(reader) };
  }
  const sign = reader.take();
  const operator = sign.kind === 'sign' ? operators[sign.text] : undefined;
  if (operator === undefined) return reader.refuse(sign);
  return { kind: 'compare', field, operator, value: value(reader) };
}

/** An empty list is malformed in SOQL: who asks for none of them must not ask. */
function values(reader: Reader): readonly SoqlValue[] {
  reader.expect('(');
  const list = [value(reader)];
  while (reader.takeIf(',')) list.push(value(reader));
  reader.expect(')');
  return list;
}

function value(reader: Reader): SoqlValue {
  const token = reader.take();
  if (token.kind === 'string') return { kind: 'string', text: token.text };
  if (token.kind !== 'word') return reader.refuse(token);
  switch (token.text.toLowerCase()) {
    case 'true':
      return { kind: 'boolean', value: true };
    case 'false':
      return { kind: 'boolean', value: false };
    case 'null':
      return { kind: 'null' };
    default:
      return /^[-\d]/.test(token.text) ? { kind: 'literal', text: token.text } : reader.refuse(token);
  }
}

function orders(reader: Reader): readonly SoqlOrder[] {
  reader.expect('BY');
  const list = [order(reader)];
  while (reader.takeIf(',')) list.push(order(reader));
  return list;
}

function order(reader: Reader): SoqlOrder {
  const field = reader.name();
  const descending = reader.takeIf('DESC') || (reader.takeIf('ASC') && false);
  if (!reader.takeIf('NULLS')) return { field, descending, nullsLast: false };
  const nullsLast = reader.takeIf('LAST');
  if (!nullsLast) reader.expect('FIRST');
  return { field, descending, nullsLast };
}

function wholeNumber(reader: Reader): number {
  const token = reader.take();
  return /^\d+$/.test(token.text) ? Number(token.text) : reader.refuse(token);
}
