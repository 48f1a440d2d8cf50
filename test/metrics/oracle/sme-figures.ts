import { type Asked, countedArea, countedRegion } from './question.ts';
import type { RequestAt } from './request-at.ts';
import { engagementHours, serving } from './smes.ts';
import { count, mean, nothing, share, type Told, total } from './told.ts';

type Entries = readonly (readonly [string, Told])[];

/** The areas, or the regions, that a group is one of. */
function siblings({ kind, config }: Asked): Pick<Asked, 'area' | 'region'>[] {
  if (kind === 'area') {
    return [...config.areas.map(({ key }) => key), 'other'].map((area) => ({ area, region: null }));
  }
  return [...config.regions.map(({ key }) => key), 'none'].map((region) => ({ area: null, region }));
}

/** How many engagements begin in an area or a region. */
function engagementsOf(asked: Asked, { area, region }: Pick<Asked, 'area' | 'region'>): number {
  const requestsAt = (instant: number): RequestAt[] =>
    asked
      .allRequestsAt(instant)
      .filter(({ history }) =>
        area === null
          ? countedRegion(asked.config, history.region) === region
          : countedArea(asked.config, history.areaKey) === area,
      );
  return engagementHours({ ...asked, requestsAt }).length;
}

/** Whether the load of a group would be that of one SME, or would tell it. */
function tellsOfOne(asked: Asked): boolean {
  if (asked.kind === 'overall') return false;
  if (asked.kind === 'cell') return true;
  const groups = siblings(asked).map((group) => ({
    key: group.area ?? group.region ?? '',
    isOfOne: serving({ ...asked, ...group }).length === 1,
    many: engagementsOf(asked, group),
  }));
  const own = groups.find(({ key }) => key === (asked.area ?? asked.region));
  const ofOne = groups.filter(({ isOfOne, many }) => isOfOne && many > 0);
  const others = groups
    .filter(({ key, many }) => many > 0 && key !== ofOne[0]?.key)
    .toSorted((one, other) => one.many - other.many || (one.key < other.key ? -1 : 1));
  return own?.isOfOne === true || (ofOne.length === 1 && others[0]?.key === own?.key);
}

/** Utilisation: hours of engagements against the hours that the program may ask for. */
export function utilisation(asked: Asked): Entries {
  const smes = serving(asked);
  const engagements = engagementHours(asked);
  const hours = total(engagements.map((each) => each.hours));
  const budget = total(smes.map((each) => each.budget));
  const weeks = total(smes.map(({ days }) => days / 7));
  const n = smes.length;
  const isTold = !tellsOfOne(asked);
  return [
    ['utilisation.hours', { value: isTold ? hours : null, n: engagements.length }],
    ['utilisation.budget', { value: n === 0 ? null : budget, n }],
    ['utilisation.share', { value: isTold ? share(hours, budget).value : null, n }],
    ['utilisation.of-week', { value: isTold ? share(hours, 40 * weeks).value : null, n }],
  ];
}

/** Fairness: the largest load against the mean, and the mean difference of all pairs ÷ twice the mean. */
export function fairness(asked: Asked): Entries {
  const engagements = engagementHours(asked);
  const loads = serving(asked).map(({ sme, budget }) => {
    const own = engagements.filter(({ username }) => username === sme.gitlab.toLowerCase());
    return total(own.map(({ hours }) => hours)) / budget;
  });
  const n = loads.length;
  const middle = mean(loads).value ?? 0;
  const differences = loads.flatMap((one) => loads.map((other) => Math.abs(one - other)));
  const isDefined = n >= 3 && middle > 0;
  return [
    ['fairness.smes', count(n)],
    ['fairness.max-to-mean', { value: isDefined ? Math.max(...loads) / middle : null, n }],
    ['fairness.gini', { value: isDefined ? (mean(differences).value ?? 0) / (2 * middle) : null, n }],
  ];
}

const questionIds = ['8.questions', '8.answered.n', '8.answered', '8.answers', '8.upvotes'];

/** Metric 8. */
export function stackOverflow(asked: Asked): Entries {
  const { config, facts, kind } = asked;
  const area = config.areas.find(({ key }) => key === asked.area);
  if (kind !== 'overall' && (kind !== 'area' || area === undefined)) return [];
  const users = config.roster
    .map(({ stackOverflowUser }) => stackOverflowUser)
    .filter((user) => user !== null);
  const unknown: Entries =
    kind === 'overall' ? [['8.smes.unknown', count(config.roster.length - users.length)]] : [];
  const isAsked = facts.questions.kind === 'read' && users.length > 0;
  if (facts.questions.kind !== 'read' || !isAsked || area?.stackOverflowTags.length === 0) {
    return [...questionIds.map((id) => [id, nothing] as const), ...unknown];
  }
  const tags = (area === undefined ? config.areas : [area]).flatMap((each) => each.stackOverflowTags);
  const questions = facts.questions.value.filter(
    (question) =>
      question.at >= asked.from &&
      question.at < asked.cutOff &&
      question.tags.some((tag) => tags.includes(tag.toLowerCase())),
  );
  const answers = questions.map((question) =>
    question.answers.filter(({ user }) => user !== null && users.includes(user)),
  );
  const answered = answers.filter((each) => each.length > 0).length;
  return [
    ['8.questions', count(questions.length)],
    ['8.answered.n', count(answered)],
    ['8.answered', share(answered, questions.length)],
    ['8.answers', count(answers.flat().length)],
    ['8.upvotes', mean(answers.flat().map(({ score }) => score))],
    ...unknown,
  ];
}
