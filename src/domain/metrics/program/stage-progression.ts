import type { Instant } from '../../snapshot.ts';
import { countFigure, type Figure, figure, missingFigure, percent, shareFigure } from '../figure.ts';
import type { Goal, Metric, MetricResult, Scope } from '../metric.ts';
import type { Pipeline } from '../opportunity-timeline.ts';
import { passagesOfPeriod } from '../passages-of-period.ts';
import type { RequestTimes } from '../request-times.ts';
import { type Entries, entriesOf, type StagePassage } from '../stage-passages.ts';
import type { StageStep } from '../stage-stays.ts';

const steps = [
  { id: '4.2to3', from: '2', to: '3' },
  { id: '4.3to4', from: '3', to: '4' },
] as const;

type Step = (typeof steps)[number];

function goal({ id, from, to }: Step): Goal {
  return {
    figure: `${id}.advantage`,
    name: `stage ${from} to ${to}`,
    span: 'month',
    target: { kind: 'fixed', direction: 'higher', value: 25 },
  };
}

/** Metric 4: whether opportunities with an SME get on faster than the rest. */
export const stageProgression: Metric = {
  definition: {
    key: 'stage-progression',
    number: 4,
    name: 'Stage progression',
    formula:
      'entered the next stage ÷ were in the stage during the period, for stages 2 to 3 and 3 to 4; opportunities with an SME against the rest',
    details: [
      'The stages and when they changed are read from the history of every opportunity in Salesforce (OpportunityHistory), up to the cut-off. `salesforce.stages` says which stage names are 2, 3 and 4; to change from one name of a stage to another is not to leave it. Of several changes at one moment only the last, by id, counts.',
      'In the stage during the period: in it right before the period began, or came into it before the cut-off. Entered: a change in the period took it from the stage straight to the next one. Each opportunity counts once, however often it went back and forth.',
      'With an SME: a request that names the opportunity has an SME at the cut-off (as in metric 3), and its first SME was assigned before the opportunity first entered the next stage in the period; if it did not enter, before it left the stage last; if it is still in it, before the cut-off.',
      'The rest: every opportunity of Salesforce that was in the stage during the period and had no SME in that sense, of whatever area. In the figures of an area or a region it is still the rest of the whole organisation.',
      'Advantage = rate with an SME ÷ rate of the rest − 1, in percent. It is not available where nothing of the rest was in the stage, or none of it entered. Its n is the smaller number of opportunities of the two.',
      'Beside it: those that went from the stage straight to a later one that `salesforce.stages` names, or to a stage that counts as won, count as well. It is never compared with a goal.',
      'Opportunities that Salesforce does not know any more are in no figure; before its first entry an opportunity is in no stage.',
      'Without Salesforce, or without `salesforce.stages`, it is not available, never 0.',
    ],
    goal: '25 % better than the rest',
    goals: steps.map(goal),
    columns: steps.flatMap(({ id, from, to }) => [
      { figure: `${id}.in`, head: `In stage ${from}` },
      { figure: `${id}.rate`, head: `Entered ${to}` },
      { figure: `${id}.rest.in`, head: 'Rest' },
      { figure: `${id}.rest.rate`, head: `Rest entered ${to}` },
      { figure: `${id}.advantage`, head: `Advantage ${from} to ${to}` },
    ]),
    chart: '4.2to3.rate',
  },
  measure,
};

function measure(scope: Scope): MetricResult {
  const { pipeline } = scope;
  if (pipeline.kind === 'not available') {
    return { figures: steps.flatMap((step) => missing(step, pipeline.reason)), inputs: [] };
  }
  const results = steps.map((step) => progression(step, scope, pipeline.value));
  return {
    figures: results.flatMap(({ figures }) => figures),
    inputs: [...new Set(results.flatMap(({ inputs }) => inputs))],
  };
}

function progression(
  step: Step,
  { config, period, cutOff, requests, allRequests }: Scope,
  pipeline: Pipeline,
): MetricResult {
  const { stages } = config.salesforce;
  const unnamed = [step.from, step.to].find((number) => (stages[number] ?? []).length === 0);
  if (unnamed !== undefined) {
    return { figures: missing(step, `salesforce.stages names no stage ${unnamed}`), inputs: [] };
  }
  const span = { from: period.from, to: cutOff };
  const { byId, total } = passagesOfPeriod(pipeline, namesOf(step, stages), span);
  const inTime = inTimeOf(requests, byId);
  const passages = inTime.map(({ passage }) => passage);
  const reached = passages.filter(({ entered, skipped }) => entered || skipped).length;
  const cohort = { ...entriesOf(passages), reached };
  const everywhere = entriesOf(inTimeOf(allRequests, byId).map(({ passage }) => passage));
  const rest = { in: total.in - everywhere.in, entered: total.entered - everywhere.entered };
  return { figures: figuresOf(step, cohort, rest), inputs: inTime.flatMap(({ issues }) => issues) };
}

/** An opportunity that was in the stage and has an SME. */
interface Involved {
  readonly passage: StagePassage;
  /** Since when it has had one. */
  readonly since: Instant;
  /** Numbers of the requests. */
  readonly issues: readonly number[];
}

const kept = new WeakMap<readonly RequestTimes[], WeakMap<object, readonly Involved[]>>();

/** Those whose SME came before they left; computed once for some requests and passages, which every group asks of. */
function inTimeOf(
  requests: readonly RequestTimes[],
  passages: ReadonlyMap<string, StagePassage>,
): readonly Involved[] {
  const known = kept.get(requests) ?? new WeakMap<object, readonly Involved[]>();
  const found =
    known.get(passages) ??
    involvedIn(requests, passages).filter(({ since, passage }) => since < passage.until);
  kept.set(requests, known.set(passages, found));
  return found;
}

function involvedIn(
  requests: readonly RequestTimes[],
  passages: ReadonlyMap<string, StagePassage>,
): Involved[] {
  const involved = new Map<string, Involved>();
  for (const { involvedSince, history } of requests) {
    if (involvedSince === null || history.opportunityId === null) continue;
    const passage = passages.get(history.opportunityId);
    if (passage === undefined) continue;
    const { since, issues } = involved.get(history.opportunityId) ?? { since: involvedSince, issues: [] };
    involved.set(history.opportunityId, {
      passage,
      since: Math.min(since, involvedSince),
      issues: [...issues, history.iid],
    });
  }
  return [...involved.values()];
}

/** How many of the opportunities with an SME were in the stage, and how far they came. */
interface Cohort extends Entries {
  /** Entered the next stage, went to a later one, or were won. */
  readonly reached: number;
}

function namesOf({ from, to }: Step, stages: Scope['config']['salesforce']['stages']): StageStep {
  const later = Object.keys(stages).filter((number) => Number(number) > Number(to));
  return {
    from: stages[from] ?? [],
    to: stages[to] ?? [],
    later: later.flatMap((number) => stages[number] ?? []),
  };
}

/** What the figures of one step are called, in the order in which they stand. */
function namesFor({ from, to }: Step) {
  return {
    in: `With an SME: in stage ${from}`,
    entered: `With an SME: entered stage ${to}`,
    rate: `With an SME: entered stage ${to} ÷ in stage ${from}`,
    'rest.in': `Rest: in stage ${from}`,
    'rest.entered': `Rest: entered stage ${to}`,
    'rest.rate': `Rest: entered stage ${to} ÷ in stage ${from}`,
    advantage: `Advantage with an SME, stage ${from} to ${to}`,
    'skips.rate': `With an SME: reached stage ${to} or a later one ÷ in stage ${from}`,
  } as const;
}

const counted: readonly string[] = ['in', 'entered', 'rest.in', 'rest.entered'];

function missing(step: Step, reason: string): Figure[] {
  return Object.entries(namesFor(step)).map(([key, name]) =>
    missingFigure(`${step.id}.${key}`, name, counted.includes(key) ? 'count' : 'percent', reason),
  );
}

function figuresOf(step: Step, cohort: Cohort, rest: Entries): Figure[] {
  const { id, from } = step;
  const names = namesFor(step);
  const nobody = `no opportunity with an SME was in stage ${from}`;
  const noRest = `no other opportunity was in stage ${from}`;
  return [
    countFigure(`${id}.in`, names.in, cohort.in),
    countFigure(`${id}.entered`, names.entered, cohort.entered),
    shareFigure(`${id}.rate`, names.rate, cohort.entered, cohort.in, nobody),
    countFigure(`${id}.rest.in`, names['rest.in'], rest.in),
    countFigure(`${id}.rest.entered`, names['rest.entered'], rest.entered),
    shareFigure(`${id}.rest.rate`, names['rest.rate'], rest.entered, rest.in, noRest),
    advantage(step, names.advantage, cohort, rest, { nobody, noRest }),
    shareFigure(`${id}.skips.rate`, names['skips.rate'], cohort.reached, cohort.in, nobody),
  ];
}

function advantage(
  { id, to }: Step,
  name: string,
  cohort: Entries,
  rest: Entries,
  { nobody, noRest }: { readonly nobody: string; readonly noRest: string },
): Figure {
  const rate = percent(cohort.entered, cohort.in);
  const ofRest = percent(rest.entered, rest.in);
  const parts = { id: `${id}.advantage`, name, unit: 'percent', n: Math.min(cohort.in, rest.in) } as const;
  if (rate === null) return figure({ ...parts, value: null, note: nobody });
  if (ofRest === null) return figure({ ...parts, value: null, note: noRest });
  if (ofRest === 0) return figure({ ...parts, value: null, note: `none of the rest entered stage ${to}` });
  return figure({ ...parts, value: 100 * (rate / ofRest - 1) });
}
