import type { Card, CardStatus, CardView, Groups } from '../../../../src/domain/board/card.ts';
import type { Asking, FeedbackForm, Impact } from '../../../../src/domain/board/form/feedback-form.ts';
import type { Deal } from '../../../../src/domain/board/score/deal.ts';
import { scoresOf } from '../../../../src/domain/board/score/score.ts';
import { exampleConfig } from '../../../builders/config.ts';

/** What a test tells of a card; the status is the one of the last move that counts. */
export interface ScoredCard {
  readonly iid: number;
  readonly asking?: Asking | null;
  readonly impact?: Impact | null;
  readonly labels?: readonly string[];
  readonly area?: string;
  readonly state?: 'opened' | 'closed';
  readonly status?: CardStatus;
}

const today = '2026-12-01';
const blank = { state: 'blank' } as const;
const given = <T>(value: T | null | undefined) =>
  value === null || value === undefined ? blank : ({ state: 'given', value } as const);

const emptyForm: FeedbackForm = {
  asking: blank,
  challenge: blank,
  solution: blank,
  benefit: blank,
  kind: blank,
  theme: blank,
  area: blank,
  impact: blank,
  productIssue: blank,
  requests: blank,
  problems: [],
};

/** A card as the scores see it; it is as old as its number is low. */
export function scoredView({
  iid,
  asking,
  impact,
  labels = [],
  area = 'ai',
  state = 'opened',
}: ScoredCard): CardView {
  const author = { id: 1, username: 'sam' };
  const card: Card = {
    id: 7000 + iid,
    iid,
    projectId: 7,
    title: `Card ${iid}`,
    description: '',
    state,
    confidential: true,
    createdAt: iid * 60_000,
    updatedAt: iid * 60_000,
    author,
    assignees: [],
    labels,
    webUrl: `https://gitlab.example.com/acme/sme-desk/-/issues/${iid}`,
    labelEvents: [],
    comments: [],
    record: null,
    surplus: [],
    reactions: [],
  };
  return { card, form: { ...emptyForm, asking: given(asking), impact: given(impact) }, areaKey: area };
}

export function opportunity(id: string): Asking {
  return { kind: 'opportunity', id };
}

export function account(id: string): Asking {
  return { kind: 'account', id };
}

/** An open deal far from its day; amounts in whole units of money. */
export function deal(id: string, changes: Partial<Deal> = {}): Deal {
  return {
    id,
    accountId: 'acme',
    amount: 1000,
    closed: false,
    won: false,
    closeDate: '2027-12-01',
    probability: 80,
    ...changes,
  };
}

/** Groups out of the lists of numbers that ask for the same; the head is the oldest open card. */
export function groupsOfCards(cards: readonly ScoredCard[], same: readonly (readonly number[])[]): Groups {
  const closed = new Set(cards.filter(({ state }) => state === 'closed').map(({ iid }) => iid));
  const membersOf = (iid: number): readonly number[] => {
    const members = (same.find((group) => group.includes(iid)) ?? [iid]).toSorted((a, b) => a - b);
    const head = members.find((member) => !closed.has(member)) ?? iid;
    return [head, ...members.filter((member) => member !== head)];
  };
  return { membersOf, headOf: (iid) => membersOf(iid)[0] ?? iid };
}

interface ScoredWorld {
  readonly cards: readonly ScoredCard[];
  readonly deals?: readonly Deal[] | 'off' | 'down';
  readonly same?: readonly (readonly number[])[];
  readonly feedback?: Partial<ReturnType<typeof exampleConfig>['feedback']>;
}

/** What the scores are made of in a world that a test tells of. */
export function scoreInput({ cards, deals = [], same = [], feedback = {} }: ScoredWorld) {
  const status = new Map(cards.map(({ iid, status: value = 'new' }) => [iid, value]));
  return {
    cards: cards.map(scoredView),
    groups: groupsOfCards(cards, same),
    deals,
    config: { feedback: { ...exampleConfig().feedback, ...feedback } },
    today,
    statusOf: ({ card }: CardView): CardStatus => status.get(card.iid) ?? 'new',
  };
}

/** The scores of a world by number of the card; none where Salesforce is off or down. */
export function scored(world: ScoredWorld) {
  const scores = scoresOf(scoreInput(world));
  return scores.kind === 'scored' ? scores.byCard : new Map<number, never>();
}
