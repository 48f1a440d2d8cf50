import type { Written } from '../normalise.ts';
import type { Finding, Path } from '../problem.ts';
import { type Rule, repeats, sameName } from './rule.ts';

function repeated(file: Finding['file'], path: Path, names: readonly string[]): Finding[] {
  return [...repeats(names)].map(({ text, index }) => ({
    file,
    path: [...path, index],
    message: `"${text}" stands here twice`,
    cure: 'Remove one of them.',
  }));
}

function* namesStandOnce({ program }: Written): Iterable<Finding> {
  yield* repeated('program', ['program', 'leads'], program.program.leads);
  yield* repeated('program', ['desk', 'former_users'], program.desk.former_users);
  for (const [index, area] of program.areas.entries()) {
    for (const list of ['leads', 'approvers', 'product_managers'] as const)
      yield* repeated('program', ['areas', index, list], area[list]);
  }
}

/** GitLab usernames do not differ by case, so neither may these. */
function* peopleStandOnce({ program, roster }: Written): Iterable<Finding> {
  const lists = [
    { file: 'roster', path: ['smes'], names: roster.smes.map(({ gitlab }) => gitlab) },
    {
      file: 'program',
      path: ['requesters', 'people'],
      names: program.requesters.people.map(({ gitlab }) => gitlab),
    },
  ] as const;
  for (const { file, path, names } of lists) {
    for (const { text, index } of repeats(names)) {
      yield {
        file,
        path: [...path, index, 'gitlab'],
        message: `the username "${text}" stands here twice`,
        cure: 'Join the two entries into one.',
      };
    }
  }
}

type Identity = 'email' | 'salesforce_user' | 'slack_user' | 'stack_overflow_user';

interface Claim {
  readonly file: Finding['file'];
  readonly path: Path;
  readonly gitlab: string;
  readonly value: string | number | undefined;
}

function* claims({ program, roster }: Written, field: Identity): Iterable<Claim> {
  for (const [index, sme] of roster.smes.entries())
    yield { file: 'roster', path: ['smes', index, field], gitlab: sme.gitlab, value: sme[field] };
  if (field === 'slack_user' || field === 'stack_overflow_user') return;
  for (const [index, person] of program.requesters.people.entries()) {
    const path = ['requesters', 'people', index, field];
    yield { file: 'program', path, gitlab: person.gitlab, value: person[field] };
  }
}

/** Two people behind one e-mail address or id would be granted what only one of them was approved for. */
function* identitiesBelongToOnePerson(written: Written): Iterable<Finding> {
  for (const field of ['email', 'salesforce_user', 'slack_user', 'stack_overflow_user'] as const) {
    const owner = new Map<string, string>();
    for (const { file, path, gitlab, value } of claims(written, field)) {
      if (value === undefined) continue;
      const id = field === 'email' ? sameName(String(value)) : String(value);
      const known = owner.get(id) ?? gitlab;
      owner.set(id, known);
      if (sameName(known) === sameName(gitlab)) continue;
      yield { file, path, message: `"${value}" is already ${known}'s`, cure: `Write ${gitlab}'s own.` };
    }
  }
}

function* daysAreInOrder({ roster }: Written): Iterable<Finding> {
  for (const [index, sme] of roster.smes.entries()) {
    const spans = sme.time_off.map((days, at) => ({ days, path: ['smes', index, 'time_off', at] as Path }));
    if (sme.term !== undefined) spans.push({ days: sme.term, path: ['smes', index, 'term'] });
    for (const { days, path } of spans) {
      if (days.from <= days.to) continue;
      const message = `ends on ${days.to}, before it begins on ${days.from}`;
      yield { file: 'roster', path: [...path, 'to'], message, cure: `Write ${days.from} or a later day.` };
    }
  }
}

export const peopleRules: readonly Rule[] = [
  namesStandOnce,
  peopleStandOnce,
  identitiesBelongToOnePerson,
  daysAreInOrder,
];
