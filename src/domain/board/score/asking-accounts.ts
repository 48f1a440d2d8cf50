import type { CardView } from '../card.ts';
import type { Deal } from './deal.ts';

/** A live card that is known to ask for a customer. */
export interface AskingCard {
  readonly view: CardView;
  /** The opportunity it names; of an account it names, the open one that closes first. Null: none is open. */
  readonly deal: Deal | null;
}

/** An account that live cards ask for. */
export interface AskingAccount {
  /** What its cards share, in cents and never below 0. */
  readonly amount: bigint;
  /** Oldest first. */
  readonly cards: readonly AskingCard[];
}

interface Gathered {
  readonly deals: Map<string, Deal>;
  readonly cards: AskingCard[];
}

/**
 * The accounts of live cards, each with the sum of the open and won opportunities that its cards name, and of all open
 * ones where a card names the account itself; an opportunity counts once, however often it is named. Cards whose
 * opportunity is lost or unknown, and of whose account nothing is known, are nowhere in it.
 *
 * Amounts of several currencies are summed as they come: the desk knows no rates, and only ranks are made of them.
 */
export function askingAccounts(live: readonly CardView[], deals: readonly Deal[]): readonly AskingAccount[] {
  const byId = new Map(deals.map((deal) => [deal.id, deal]));
  const openOf = openDeals(deals);
  const accounts = new Map<string, Gathered>();
  for (const view of live.toSorted((one, other) => one.card.iid - other.card.iid)) {
    const { asking } = view.form;
    if (asking.state !== 'given' || asking.value.kind === 'text') continue;
    const { kind, id } = asking.value;
    const deal = byId.get(id);
    if (kind === 'account')
      gather(accounts, id, openOf.get(id) ?? [], { view, deal: firstOf(openOf.get(id)) });
    else if (deal !== undefined && (!deal.closed || deal.won))
      gather(accounts, accountOf(deal), [deal], { view, deal });
  }
  return [...accounts.values()]
    .filter((account) => account.deals.size > 0)
    .map((account) => ({ amount: amountOf([...account.deals.values()]), cards: account.cards }));
}

/** An opportunity without an account stands for itself; its id is never that of an account. */
function accountOf({ id, accountId }: Deal): string {
  return accountId ?? id;
}

function gather(
  accounts: Map<string, Gathered>,
  key: string,
  deals: readonly Deal[],
  card: AskingCard,
): void {
  const account = accounts.get(key) ?? { deals: new Map<string, Deal>(), cards: [] };
  for (const deal of deals) account.deals.set(deal.id, deal);
  account.cards.push(card);
  accounts.set(key, account);
}

/** The open opportunities by account, the one that closes first at the head. */
function openDeals(deals: readonly Deal[]): ReadonlyMap<string, readonly Deal[]> {
  const byAccount = Map.groupBy(
    deals.filter((deal) => !deal.closed),
    accountOf,
  );
  for (const open of byAccount.values()) {
    open.sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
  }
  return byAccount;
}

function orderOf({ closeDate, id }: Deal): string {
  return `${closeDate} ${id}`;
}

function firstOf(deals: readonly Deal[] | undefined): Deal | null {
  return deals?.[0] ?? null;
}

/** In cents, so that a sum does not depend on its order. What is owed more than it is worth counts as nothing. */
function amountOf(deals: readonly Deal[]): bigint {
  let sum = 0n;
  for (const { amount } of deals) {
    const cents = Math.round((amount ?? 0) * 100);
    if (Number.isFinite(cents)) sum += BigInt(cents);
  }
  return sum < 0n ? 0n : sum;
}
