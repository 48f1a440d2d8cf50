import { begunAnew, unnamedReasons } from '../../domain/metrics/facts.ts';
import { reasonSlug } from '../../domain/workflow/decline-reason.ts';
import type { Written } from '../normalise.ts';
import type { Finding } from '../problem.ts';
import type { Rule } from './rule.ts';

function* weightsAreSaidOnce({ program: { assignment } }: Written): Iterable<Finding> {
  const { preset, weights } = assignment;
  if (weights === undefined) return;
  if (preset !== undefined) {
    yield {
      file: 'program',
      path: ['assignment', 'preset'],
      message: 'preset and weights both stand here',
      cure: 'Keep one of the two.',
    };
  }
  if (Object.values(weights).some((weight) => weight > 0)) return;
  yield {
    file: 'program',
    path: ['assignment', 'weights'],
    message: 'all weights are 0, so every SME would be as good as any other',
    cure: 'Give at least one a weight, or write preset: balanced.',
  };
}

function* preparationIsWorkingTime({ program: { assignment } }: Written): Iterable<Finding> {
  const { unit } = assignment.preparation;
  if (unit === 'minutes' || unit === 'hours') return;
  yield {
    file: 'program',
    path: ['assignment', 'preparation'],
    message: `preparation is counted in hours of work, not in ${unit}`,
    cure: 'Write minutes or hours, for example 1h.',
  };
}

function* digestIsOnAWorkday({ program }: Written): Iterable<Finding> {
  const day = program.program.digest.slice(0, 3);
  if (program.calendar.days.some((workday) => workday === day)) return;
  yield {
    file: 'program',
    path: ['program', 'digest'],
    message: `${day} is not a working day of the calendar, so the digest would never be sent`,
    cure: `Write one of: ${program.calendar.days.join(', ')}, and a time.`,
  };
}

function* remindersComeInOrder({ program: { requests } }: Written): Iterable<Finding> {
  const { feedback_reminders: reminders } = requests;
  for (const [index, reminder] of reminders.entries()) {
    const before = reminders[index - 1];
    if (before === undefined || before.unit !== reminder.unit || before.amount < reminder.amount) continue;
    yield {
      file: 'program',
      path: ['requests', 'feedback_reminders', index],
      message: 'the reminder is not later than the one before it',
      cure: 'Write the reminders in their order, each counted from the prompt.',
    };
  }
}

function* baselineIsPeriodOrFigures({ program: { metrics } }: Written): Iterable<Finding> {
  const { baseline } = metrics;
  if (baseline === undefined) return;
  const { from, to, figures } = baseline;
  const path = ['metrics', 'baseline'];
  const period = from !== undefined || to !== undefined;
  if (period === (figures !== undefined)) {
    const message = period ? 'is a period and figures at once' : 'is neither a period nor figures';
    yield { file: 'program', path, message, cure: 'Write from and to, or figures.' };
  } else if (period && (from === undefined || to === undefined))
    yield {
      file: 'program',
      path,
      message: 'has only one end',
      cure: 'Write from and to, both as year-month.',
    };
  else if (from !== undefined && to !== undefined && from > to)
    yield {
      file: 'program',
      path: [...path, 'to'],
      message: `ends in ${to}, before it begins in ${from}`,
      cure: `Write ${from} or a later month.`,
    };
}

/** Of what becomes part of the id of a figure, each has to be a part of its own (docs/rules.md#metrics). */
function* declineReasonsAreTold({ program: { requests } }: Written): Iterable<Finding> {
  const taken = new Map<string, string>(
    ['n', ...unnamedReasons, begunAnew].map((name) => [reasonSlug(name), name]),
  );
  for (const [index, reason] of requests.decline_reasons.entries()) {
    const slug = reasonSlug(reason);
    const known = taken.get(slug);
    taken.set(slug, known ?? reason);
    if (known === undefined && slug !== '') continue;
    const message =
      known === undefined ? 'has no letter and no digit' : `cannot be told from "${known}" in a report`;
    const path = ['requests', 'decline_reasons', index];
    yield { file: 'program', path, message, cure: 'Write another reason, or leave it out.' };
  }
}

/** Stage progression compares 2 to 3 and 3 to 4 (docs/rules.md#metrics): all three, and no stage in two of them. */
function* stagesAreComplete({ program: { salesforce } }: Written): Iterable<Finding> {
  if (salesforce.stages === undefined) return;
  const owner = new Map<string, string>();
  for (const number of ['2', '3', '4'] as const) {
    const names = salesforce.stages[number];
    const path = ['salesforce', 'stages', number];
    if (names === undefined)
      yield { file: 'program', path, message: 'is missing', cure: 'List the names of the stage.' };
    for (const [index, name] of (names ?? []).entries()) {
      const known = owner.get(name);
      owner.set(name, known ?? number);
      if (known === undefined) continue;
      const message = `the stage "${name}" already stands under ${known}`;
      yield { file: 'program', path: [...path, index], message, cure: 'Keep it under one number.' };
    }
  }
}

export const policyRules: readonly Rule[] = [
  weightsAreSaidOnce,
  preparationIsWorkingTime,
  digestIsOnAWorkday,
  remindersComeInOrder,
  declineReasonsAreTold,
  baselineIsPeriodOrFigures,
  stagesAreComplete,
];
