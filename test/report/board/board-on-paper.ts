import type { Config } from '../../../src/config/types.ts';
import type {
  Card,
  CardScore,
  CardStatus,
  CardView,
  Groups,
  Scores,
} from '../../../src/domain/board/card.ts';
import type { FeedbackForm } from '../../../src/domain/board/form/feedback-form.ts';
import type { CardStanding } from '../../../src/domain/board/standing/card-standing.ts';
import type { Instant } from '../../../src/domain/snapshot.ts';
import type { BoardFacts } from '../../../src/report/board/board-facts.ts';
import { cardView, given, groupedAs } from '../../builders/card-on-paper.ts';
import { exampleConfig } from '../../builders/config.ts';
import { user } from '../../builders/snapshot.ts';

/** A card as a test names it; what is left out is usual. */
export interface Told {
  readonly iid: number;
  readonly title?: string;
  readonly areaKey?: string;
  readonly status?: CardStatus;
  /** When it was moved there; a card without is where it began. */
  readonly moved?: Instant;
  readonly by?: string;
  readonly forManager?: boolean;
  readonly score?: CardScore;
  readonly stale?: boolean;
  readonly card?: Partial<Card>;
  readonly form?: Partial<FeedbackForm>;
}

/** Monday, 2 November 2026. */
export const opened: Instant = Date.parse('2026-11-02T09:00:00Z');

const desk = user('desk');

function viewOf({ iid, title = `Ask ${iid}`, areaKey, card = {}, form = {} }: Told): CardView {
  return cardView(
    { iid, title, createdAt: opened, updatedAt: opened, labels: ['type::customer-feedback'], ...card },
    { kind: given('feature-request'), theme: given({ theme: 'Integrations', other: null }), ...form },
    areaKey,
  );
}

function standingOf(
  { status = 'new', moved, by = 'petra', forManager = false }: Told,
  card: Card,
): CardStanding {
  const move =
    moved === undefined ? null : { event: card.iid, value: status, by: user(by).id, at: moved, forManager };
  return { move, value: status, since: moved ?? card.createdAt, uncounted: [], labels: [], judged: 0 };
}

/** A board with these cards. Scores are those of the cards, unless Salesforce is off or down. */
export function boardOnPaper(
  told: readonly Told[],
  {
    config = exampleConfig(),
    groups = groupedAs(),
    salesforce = 'on',
  }: { readonly config?: Config; readonly groups?: Groups; readonly salesforce?: 'on' | 'off' | 'down' } = {},
): BoardFacts {
  const rows = told.map((each) => {
    const view = viewOf(each);
    return { each, view, standing: standingOf(each, view.card) };
  });
  const rowOf = (view: CardView) => rows.find((row) => row.view === view);
  const byCard = new Map(
    rows.flatMap(({ each, view }) =>
      each.score === undefined ? [] : [[view.card.iid, each.score] as const],
    ),
  );
  const scores: Scores = salesforce === 'on' ? { kind: 'scored', byCard } : { kind: salesforce };
  return {
    config,
    cards: rows.map(({ view }) => view),
    groups,
    scores,
    deskIds: [desk.id],
    standingOf: (view) => rowOf(view)?.standing ?? standingOf({ iid: 0 }, view.card),
    isStale: (view) => rowOf(view)?.each.stale ?? false,
    usernameOf: (id) => ['sam', 'petra', 'omar'].find((name) => user(name).id === id) ?? null,
  };
}

/** A score with nothing special about it. */
export function scored(rank: number, band: CardScore['band'] = 'high'): CardScore {
  return { rank, band, explanation: ['Impact major: 4 points.'] };
}
