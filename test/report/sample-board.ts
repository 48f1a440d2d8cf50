import type { Config } from '../../src/config/types.ts';
import { cardStatuses } from '../../src/domain/board/card.ts';
import { engagePmPage } from '../../src/report/board/engage-pm-page.ts';
import { topRequestsPage } from '../../src/report/board/top-requests-page.ts';
import { given } from '../builders/card-on-paper.ts';
import { dice } from '../builders/program/dice.ts';
import { boardOnPaper, opened, scored, type Told } from './board/board-on-paper.ts';

const day = 86_400_000;

/** The same cards each time: of every area, in every column, some that count together, some without a score. */
function cardsOf({ areas, feedback }: Config): Told[] {
  const throws = dice(11);
  return areas.flatMap(({ key }, area) =>
    Array.from({ length: 30 }, (_, index): Told => {
      const iid = area * 100 + index + 1;
      return {
        iid,
        areaKey: key,
        status: throws.one(cardStatuses),
        moved: opened + index * day,
        ...(throws.chance(0.8)
          ? { score: scored(index + 1, index < 6 ? 'high' : index < 15 ? 'medium' : 'low') }
          : {}),
        form: {
          kind: given(throws.one(['feature-request', 'bug', 'enhancement'])),
          impact: given(throws.one(['blocker', 'major', 'minor'])),
          theme: given({ theme: throws.one(feedback.themes), other: null }),
        },
      };
    }),
  );
}

/** Every page of the feedback board, by slug. */
export function sampleBoardPages(config: Config): Readonly<Record<string, string>> {
  const facts = boardOnPaper(cardsOf(config), { config });
  const formal = config.areas.filter(({ tier }) => tier === 'formal');
  return {
    'engage-pm': engagePmPage(config),
    ...Object.fromEntries(formal.map((area) => [`feedback/${area.key}`, topRequestsPage(facts, area)])),
  };
}
