import { type Asked, isInPeriod } from './question.ts';
import type { RequestAt } from './request-at.ts';
import { serving } from './smes.ts';
import { count, mean, nothing, share, type Told, total } from './told.ts';

type Entries = readonly (readonly [string, Told])[];

const hour = 3_600_000;

/** The requests that were submitted in the period. */
function submitted(asked: Asked): RequestAt[] {
  return asked.requestsAt(asked.cutOff).filter(({ history }) => isInPeriod(asked, history.submittedAt));
}

function median(values: readonly number[]): Told {
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted.length / 2;
  const middle = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  return { value: mean(middle).value, n: values.length };
}

/** The smallest value that nine tenths of them do not exceed. */
function ninetieth(values: readonly number[]): Told {
  const enough = (limit: number): boolean =>
    values.filter((value) => value <= limit).length * 10 >= values.length * 9;
  const limits = values.filter(enough);
  return { value: limits.length === 0 ? null : Math.min(...limits), n: values.length };
}

function waiting(
  requests: readonly RequestAt[],
  id: string,
  when: (request: RequestAt) => number | null,
): Entries {
  const there = requests.filter((request) => when(request) !== null);
  const times = there.map(
    (request) => request.openBetween(request.history.submittedAt, when(request) ?? 0) / hour,
  );
  const raw = there.map((request) => ((when(request) ?? 0) - request.history.submittedAt) / hour);
  const missing = requests.filter((request) => when(request) === null);
  return [
    [`${id}.n`, count(there.length)],
    [`${id}.mean`, mean(times)],
    [`${id}.median`, median(times)],
    [`${id}.p90`, ninetieth(times)],
    [`${id}.waiting`, count(missing.filter(({ isOpen }) => isOpen).length)],
    [`${id}.ended`, count(missing.filter(({ isOpen }) => !isOpen).length)],
    [
      `${id}.literal`,
      { value: there.length === 0 ? null : total(raw) / requests.length, n: requests.length },
    ],
  ];
}

/** Metric 5. */
export function engagementEfficiency(asked: Asked): Entries {
  const requests = submitted(asked);
  const inNeedsInfo = requests.map(({ openIn }) => openIn('needs-info') / hour).filter((time) => time > 0);
  return [
    ['5.requests', count(requests.length)],
    ...waiting(requests, '5.assigned', ({ firstSet }) => firstSet('assigned')),
    ...waiting(requests, '5.engaged', ({ firstSet, tookPlaceAt }) => firstSet('engaged') ?? tookPlaceAt),
    ['5.needs-info.n', count(inNeedsInfo.length)],
    ['5.needs-info.mean', mean(inNeedsInfo)],
    ['5.needs-info.median', median(inNeedsInfo)],
  ];
}

/** Metric 6. */
export function customerSatisfaction(asked: Asked): Entries {
  const { facts, config } = asked;
  const salesforce =
    facts.pipeline.kind === 'read' && config.salesforce.nps !== null ? facts.pipeline.value : null;
  const isAnswer = (value: number | null | undefined): value is number =>
    typeof value === 'number' && value >= 0 && value <= 10;
  const engagements = asked
    .requestsAt(asked.cutOff)
    .filter(({ tookPlaceAt }) => isInPeriod(asked, tookPlaceAt))
    .map(({ history }) => history)
    .toSorted((one, other) => other.submittedAt - one.submittedAt || other.iid - one.iid);
  const customers = new Set(engagements.map(({ opportunityId, iid }) => opportunityId ?? iid));
  const surveyed: number[] = [];
  const reported: number[] = [];
  for (const customer of customers) {
    const isKnown = salesforce?.opportunities.some(({ id }) => id === customer) === true;
    const survey = isKnown ? salesforce?.nps[customer] : null;
    const told = engagements
      .filter(({ opportunityId, iid }) => (opportunityId ?? iid) === customer)
      .map(({ nps }) => nps)
      .find(isAnswer);
    if (isAnswer(survey)) surveyed.push(survey);
    else if (told !== undefined) reported.push(told);
  }
  const answers = [...surveyed, ...reported];
  const nps = answers.filter((value) => value >= 9).length - answers.filter((value) => value <= 6).length;
  return [
    ['6.n', count(answers.length)],
    ['6.salesforce.n', salesforce === null ? nothing : count(surveyed.length)],
    ['6.form.n', count(reported.length)],
    ['6.nps', share(nps, answers.length)],
  ];
}

/** Ratings, waitlists, declines, answers in time, fast track. */
export function operation(asked: Asked): Entries {
  const { cutOff } = asked;
  const all = asked.requestsAt(cutOff);
  const requests = submitted(asked);
  const completed = all.filter(
    ({ tookPlaceAt, firstSet }) => tookPlaceAt !== null && isInPeriod(asked, firstSet('completed')),
  );
  const ratings = completed.flatMap(({ history }) => history.rating ?? []);
  const waitlisted = requests.filter(({ firstSet }) => firstSet('waitlisted') !== null);
  const open = all.filter(
    ({ history, openBetween }) => openBetween(Math.max(asked.from, history.submittedAt), cutOff) > 0,
  );
  const escalations = open.map((request) => request.escalations.filter((at) => isInPeriod(asked, at)).length);
  const late = escalations.filter((many) => many > 0).length;
  const fast = requests.filter(({ history }) => history.fastTrack).length;
  return [
    ['unmet-demand.waitlisted', count(waitlisted.length)],
    [
      'unmet-demand.waiting',
      count(waitlisted.filter(({ isOpen, state }) => isOpen && state === 'waitlisted').length),
    ],
    [
      'unmet-demand.never-served',
      count(waitlisted.filter(({ isOpen, firstSet }) => !isOpen && firstSet('assigned') === null).length),
    ],
    ...declines(asked),
    ['service-level.requests', count(open.length)],
    ['service-level.late', count(late)],
    ['service-level.kept', share(open.length - late, open.length)],
    ['service-level.escalations', count(total(escalations))],
    ['fast-track.n', count(fast)],
    ['fast-track.share', share(fast, requests.length)],
    ['ratings.n', count(ratings.length)],
    ['ratings.answered', share(ratings.length, completed.length)],
    [
      'ratings.mean',
      asked.kind === 'area' && ratings.length > 0 && serving(asked).length === 1
        ? { ...mean(ratings), value: null }
        : mean(ratings),
    ],
  ];
}

function declines(asked: Asked): Entries {
  const declined = asked
    .requestsAt(asked.cutOff)
    .filter(({ declinedAt }) => isInPeriod(asked, declinedAt))
    .map(({ history }) => history.declineReason ?? 'begun anew since');
  const reasons = [
    ...asked.config.requests.declineReasons,
    ...['in other words', 'no reason given', 'begun anew since'],
  ];
  const slug = (reason: string): string =>
    reason
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
      .replaceAll(' ', '-');
  return [
    ['declines.n', count(declined.length)],
    ...reasons.map((reason): readonly [string, Told] => [
      `declines.${slug(reason)}`,
      count(declined.filter((each) => each === reason).length),
    ]),
  ];
}
