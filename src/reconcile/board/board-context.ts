import type { Config } from '../../config/types.ts';
import type { CardView } from '../../domain/board/card.ts';
import { groupsOf } from '../../domain/board/duplicates/groups.ts';
import { type ScoreInput, scoresOf } from '../../domain/board/score/score.ts';
import { standingOf } from '../../domain/board/standing/card-standing.ts';
import { moversOf } from '../../domain/board/standing/movers.ts';
import { dayOf } from '../../domain/calendar/day.ts';
import { directoryOf } from '../../domain/people.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { BoardContext, ProductIssueFacts } from './card-phase.ts';

/** What was read for the care of the cards. */
interface BoardRead {
  readonly config: Config;
  readonly snapshot: Snapshot;
  /** Oldest first. */
  readonly views: readonly CardView[];
  readonly deals: ScoreInput['deals'];
  readonly productIssues: readonly ProductIssueFacts[];
}

/** Everything that the care of one card may depend on: what was read, with groups and scores of all cards. */
export function boardContext({ config, snapshot, views, deals, productIssues }: BoardRead): BoardContext {
  const { now, desk, project, labels, people } = snapshot;
  const directory = directoryOf(people);
  const groups = groupsOf(views, config, desk.ids);
  const movers = moversOf(config);
  const scores = scoresOf({
    cards: views,
    groups,
    deals,
    config,
    today: dayOf(config.calendar.timezone, now),
    statusOf: (view) => standingOf(view, movers, desk.ids).value,
  });
  return { config, now, desk, project, labels, directory, cards: views, groups, scores, productIssues };
}
