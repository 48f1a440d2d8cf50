import type { CardView } from '../card.ts';

/** What the scores need to know of Salesforce: which opportunities and accounts open cards name; sorted, each once. */
export function askedOfSalesforce(cards: readonly CardView[]): {
  readonly opportunityIds: readonly string[];
  readonly accountIds: readonly string[];
} {
  const named = (kind: 'opportunity' | 'account') => {
    const ids = cards.flatMap(({ card, form: { asking } }) =>
      card.state === 'opened' && asking.state === 'given' && asking.value.kind === kind
        ? [asking.value.id]
        : [],
    );
    return [...new Set(ids)].sort();
  };
  return { opportunityIds: named('opportunity'), accountIds: named('account') };
}
