import { salesforceId } from './salesforce-id.ts';

/** What a text says about records of some kinds: the distinct ids in it, and tokens that look like one but are none. */
export interface RecordIds {
  /** 18 characters each, in the order they stand there. */
  readonly ids: readonly string[];
  /** 18 characters whose suffix disagrees. */
  readonly wrongSuffix: readonly string[];
  /** Begin like one of these records but have another length. */
  readonly wrongLength: readonly string[];
  /** Ids of another kind of object. */
  readonly otherObjects: readonly string[];
}

/** What an id begins with, by the kind of record: https://help.salesforce.com/s/articleView?id=000385203&type=1 */
export const recordPrefixes = { opportunity: '006', account: '001' } as const;

/**
 * Finds ids of the records with these prefixes in a short text: bare, in a Lightning or classic URL, or in a Markdown
 * link. Only the id counts, never the host: whether it exists is asked of the one Salesforce that is configured
 * (docs/rules.md#requests).
 */
export function recordIds(text: string, prefixes: readonly string[]): RecordIds {
  const found = {
    ids: new Set<string>(),
    wrongSuffix: new Set<string>(),
    wrongLength: new Set<string>(),
    otherObjects: new Set<string>(),
  };
  for (const token of text.replace(/%2f/gi, '/').split(/[^A-Za-z0-9]+/)) {
    const sized = token.length === 15 || token.length === 18;
    if (!prefixes.includes(token.slice(0, 3))) {
      if (sized && /^(?:00|a0)[A-Za-z0-9]*$/.test(token)) found.otherObjects.add(token);
      continue;
    }
    const read = salesforceId(token);
    if (read.kind === 'id') found.ids.add(read.id);
    else if (read.kind === 'suffix') found.wrongSuffix.add(token);
    else if (token.length >= 9) found.wrongLength.add(token);
  }
  return {
    ids: [...found.ids],
    wrongSuffix: [...found.wrongSuffix],
    wrongLength: [...found.wrongLength],
    otherObjects: [...found.otherObjects],
  };
}
