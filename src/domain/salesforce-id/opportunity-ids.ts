import { salesforceId } from './salesforce-id.ts';

/** What a text says about opportunities: the distinct ids in it, and tokens that look like one but are none. */
export interface OpportunityIds {
  /** 18 characters each, in the order they stand there. */
  readonly ids: readonly string[];
  /** 18 characters whose suffix disagrees. */
  readonly wrongSuffix: readonly string[];
  /** Begin like an opportunity but have another length. */
  readonly wrongLength: readonly string[];
  /** Ids of another kind of object (an account is `001`). */
  readonly otherObjects: readonly string[];
}

const opportunityPrefix = '006';

/**
 * Finds opportunity ids in a short text: bare, in a Lightning or classic URL, or in a Markdown link. Only the
 * id counts, never the host: whether it exists is asked of the one Salesforce that is configured
 * (docs/rules.md#requests).
 */
export function opportunityIds(text: string): OpportunityIds {
  const found = {
    ids: new Set<string>(),
    wrongSuffix: new Set<string>(),
    wrongLength: new Set<string>(),
    otherObjects: new Set<string>(),
  };
  for (const token of text.replace(/%2f/gi, '/').split(/[^A-Za-z0-9]+/)) {
    const sized = token.length === 15 || token.length === 18;
    if (!token.startsWith(opportunityPrefix)) {
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
