/** A word (name, keyword, number, date), a quoted string without its quotes, or one sign. `at` counts from 0. */
export interface SoqlToken {
  readonly kind: 'word' | 'string' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

/** What a query that Salesforce refuses is refused with; the sandbox answers it with status 400. */
export class SoqlProblem extends Error {
  readonly errorCode: string;

  constructor(errorCode: string, message: string) {
    super(message);
    this.errorCode = errorCode;
  }
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  N: '\n',
  r: '\r',
  R: '\r',
  t: '\t',
  T: '\t',
  b: '\b',
  B: '\b',
  f: '\f',
  F: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
  _: '_',
  '%': '%',
};

const pattern =
  /\s+|(?<word>-?[A-Za-z0-9_][A-Za-z0-9_.:+-]*)|'(?<string>(?:[^'\\\r\n]|\\.)*)'|(?<sign><=|>=|!=|<>|[=<>(),])/y;

/**
 * The tokens of a SOQL text, closed by one of kind `end`. Throws a {@link SoqlProblem} for an unknown character,
 * an open string or an escape that SOQL does not have.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_quotedstringescapes.htm
 */
export function soqlTokens(text: string): readonly SoqlToken[] {
  const tokens: SoqlToken[] = [];
  let at = 0;
  while (at < text.length) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) throw new SoqlProblem('MALFORMED_QUERY', `unexpected token: '${text.charAt(at)}'`);
    const { word, string, sign } = match.groups ?? {};
    if (word !== undefined) tokens.push({ kind: 'word', text: word, at });
    else if (string !== undefined) tokens.push({ kind: 'string', text: unescaped(string), at });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, at });
    at = pattern.lastIndex;
  }
  tokens.push({ kind: 'end', text: '<EOF>', at });
  return tokens;
}

function unescaped(raw: string): string {
  return raw.replaceAll(/\\(.)/g, (_, letter: string) => {
    const meant = escapes[letter];
    if (meant === undefined) throw new SoqlProblem('MALFORMED_QUERY', `illegal escape: '\\${letter}'`);
    return meant;
  });
}
