import type { IssueState } from '../../../../src/sandbox/gitlab/state.ts';
import type { OpportunityRow } from '../../../../src/sandbox/salesforce/state.ts';
import type { Finding } from '../finding.ts';
import { columnOf, headOf, issueIn, lookedAt, type Memory } from '../memory.ts';
import { areaOf, type Run, valuesOn } from '../see.ts';
import { dayIn } from '../working-time.ts';

const points: Readonly<Record<string, bigint>> = { blocker: 10n, major: 4n, minor: 1n };

interface Asking {
  readonly issue: IssueState;
  readonly weight: bigint;
  readonly account: string;
  /** What it adds to the amount of its account: named opportunities. */
  readonly named: readonly OpportunityRow[];
  /** Whose date and probability make it urgent. */
  readonly deal: OpportunityRow | undefined;
}

/** Each live card of a known customer has the band that its score gives it, and no other card has one. */
export function bands(memory: Memory, run: Run): Finding[] {
  if (run.salesforce === 'down' || run.isCut) return [];
  const expected = expectedBands(memory, run);
  return lookedAt(run).flatMap(({ iid, state }): Finding[] => {
    if (state === 'closed') return [];
    const there = valuesOn(run.after, issueIn(run.after, iid), 'score::').join() || 'none';
    const wanted = expected.get(iid) ?? 'none';
    return there === wanted
      ? []
      : [{ law: 'bands', card: iid, what: `has the band ${there} and should have ${wanted}` }];
  });
}

function expectedBands(memory: Memory, run: Run): Map<number, string> {
  const asking = lookedAt(run)
    .filter(({ iid, state }) => state === 'opened' && isAlive(memory, run, iid))
    .flatMap((issue) => askingOf(run, issue) ?? []);
  const scores = new Map<number, bigint>();
  for (const ofAccount of Map.groupBy(asking, ({ account }) => account).values()) {
    const deals = [...new Set(ofAccount.flatMap(({ named }) => named))];
    const cents = deals.reduce((sum, { Amount }) => sum + BigInt(Math.round((Amount ?? 0) * 100)), 0n);
    if (deals.length === 0) continue;
    const shares = sharesOf(
      cents,
      ofAccount.map(({ weight }) => weight),
    );
    for (const [index, { issue, weight, deal }] of ofAccount.entries())
      scores.set(issue.iid, weight * (shares[index] ?? 0n) * urgency(run, deal));
  }
  return bandsOf(memory, run, scores);
}

function isAlive(memory: Memory, run: Run, iid: number): boolean {
  return !['resolved', 'declined'].includes(columnOf(memory, headOf(memory, run, iid)));
}

function askingOf({ before }: Run, issue: IssueState): Asking | null {
  const text = issue.description ?? '';
  const id = /### Opportunity or account\n+([0-9A-Za-z]{15,18})\b/.exec(text)?.[1]?.slice(0, 15);
  if (id === undefined) return null;
  const rows = before.salesforce.opportunities.filter(({ IsDeleted }) => !IsDeleted);
  const [label] = valuesOn(before, issue, 'impact::');
  const ticked = /- \[x\] (Blocker|Major|Minor)/.exec(text)?.[1]?.toLowerCase();
  const weight = points[label ?? ticked ?? 'minor'] ?? 1n;
  if (id.startsWith('001')) {
    const open = rows.filter((row) => row.AccountId?.slice(0, 15) === id && !row.IsClosed);
    const [deal] = open.toSorted((a, b) => (`${a.CloseDate} ${a.Id}` < `${b.CloseDate} ${b.Id}` ? -1 : 1));
    return { issue, weight, account: id, named: open, deal };
  }
  const deal = rows.find((row) => row.Id.slice(0, 15) === id);
  if (deal === undefined || (deal.IsClosed && !deal.IsWon)) return null;
  return { issue, weight, account: (deal.AccountId ?? deal.Id).slice(0, 15), named: [deal], deal };
}

/** By largest remainder, the older card first. */
function sharesOf(cents: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((a, b) => a + b, 0n);
  const shares = weights.map((weight) => (cents * weight) / sum);
  const order = weights.map((weight, index) => ({ index, rest: (cents * weight) % sum }));
  order.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  let left = cents - shares.reduce((a, b) => a + b, 0n);
  for (const { index } of order) {
    if (left === 0n) break;
    shares[index] = (shares[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return shares;
}

/** In quarters. */
function urgency({ at, program }: Run, deal: OpportunityRow | undefined): bigint {
  if (deal === undefined || deal.IsClosed) return 4n;
  const today = dayIn(program.hours.timeZone, at);
  const days = (Date.parse(deal.CloseDate) - Date.parse(today)) / 86_400_000;
  const near = days <= 30 ? 4n : days <= 90 ? 3n : 2n;
  return near * (deal.Probability !== null && deal.Probability < 50 ? 3n : 2n);
}

/** The first fifth of the asks of an area is high, the rest of the first half medium. */
function bandsOf(memory: Memory, run: Run, scores: ReadonlyMap<number, bigint>): Map<number, string> {
  const sums = new Map<number, bigint>();
  for (const [iid, score] of scores) {
    const head = headOf(memory, run, iid);
    sums.set(head, (sums.get(head) ?? 0n) + score);
  }
  const heads = [...sums.keys()].map((iid) => issueIn(run.before, iid));
  const bandOf = new Map<number, string>();
  for (const ofArea of Map.groupBy(heads, (issue) => areaOf(run.before, issue, run.program)).values()) {
    ofArea.sort((a, b) => {
      const [one, two] = [sums.get(a.iid) ?? 0n, sums.get(b.iid) ?? 0n];
      return one === two ? a.createdAt - b.createdAt || a.iid - b.iid : one > two ? -1 : 1;
    });
    for (const [index, { iid }] of ofArea.entries())
      bandOf.set(iid, index * 5 < ofArea.length ? 'high' : index * 2 < ofArea.length ? 'medium' : 'low');
  }
  return new Map([...scores.keys()].map((iid) => [iid, bandOf.get(headOf(memory, run, iid)) ?? 'none']));
}
