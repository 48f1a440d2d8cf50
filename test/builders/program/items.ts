import type { Config } from '../../../src/config/types.ts';
import type {
  CollateralItem,
  FeedbackItem,
  Question,
  RequestHistory,
} from '../../../src/domain/metrics/facts.ts';
import type { Instant, UserRef } from '../../../src/domain/snapshot.ts';
import type { Dice } from './dice.ts';
import type { EventWriter } from './event-writer.ts';

const day = 86_400_000;
const productManager: UserRef = { id: 31, username: 'petra' };

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** Feedback from about a third of the requests, some of it as far as resolved. */
export function generatedFeedback(
  dice: Dice,
  writer: EventWriter,
  requests: readonly RequestHistory[],
  { to }: Span,
): FeedbackItem[] {
  return requests
    .filter(() => dice.chance(0.3))
    .map((request, index) => {
      const submittedAt = Math.min(request.submittedAt + dice.between(10, 30) * day, to - 1);
      const values = ['new', 'reviewed', 'accepted', 'roadmap', 'resolved'].slice(0, dice.whole(1, 5));
      let at = submittedAt;
      const steps = values.map((value, step) => {
        at += step === 0 ? 0 : dice.between(4, 30) * day;
        return [value, at, step === 0 ? undefined : productManager] as const;
      });
      return {
        iid: 100_000 + index,
        areaKey: request.areaKey,
        submittedAt,
        labelEvents: writer.steps(
          'feedback',
          steps.map(([value, when, user]) => (user === undefined ? [value, when] : [value, when, user])),
        ),
        stateEvents: [],
        requests: [request.iid],
      };
    });
}

/** Collateral of every configured kind, most of it published. */
export function generatedCollateral(
  dice: Dice,
  writer: EventWriter,
  config: Config,
  { count, from, to }: Span & { readonly count: number },
): CollateralItem[] {
  return Array.from({ length: count }, (_, index) => {
    const submittedAt = from + ((index + dice.next()) / count) * (to - from);
    const published = submittedAt + dice.between(3, 40) * day;
    const owner = dice.one(config.roster);
    return {
      iid: 200_000 + index,
      areaKey: Object.keys(owner.areas)[0] ?? 'other',
      submittedAt,
      labelEvents: writer.steps('collateral', [
        ['requested', submittedAt],
        ...(dice.chance(0.85) ? ([['published', published]] as const) : []),
      ]),
      stateEvents: [],
      kindKey: dice.one(config.collateral.kinds).key,
      owners: [owner.gitlab],
    };
  });
}

/** Questions with the areas' tags; SMEs answer most of them. */
export function generatedQuestions(
  dice: Dice,
  config: Config,
  { count, from, to }: Span & { readonly count: number },
): Question[] {
  const tags = config.areas.flatMap((area) => area.stackOverflowTags);
  const smes = config.roster.flatMap((sme) => sme.stackOverflowUser ?? []);
  return Array.from({ length: tags.length === 0 ? 0 : count }, (_, index) => {
    const at = from + ((index + dice.next()) / count) * (to - from);
    const answers = Array.from({ length: dice.whole(0, 3) }, (__, answer) => ({
      id: index * 10 + answer,
      at: at + dice.between(0.1, 5) * day,
      user: smes.length > 0 && dice.chance(0.8) ? dice.one(smes) : dice.whole(5000, 5020),
      score: dice.whole(0, 9),
    }));
    return { id: index + 1, at, tags: [dice.one(tags)], answers: answers.filter((each) => each.at < to) };
  });
}
