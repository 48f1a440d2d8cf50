import * as z from 'zod';
import { otherChoice } from '../../domain/form/form-definition.ts';
import { writeOneOf } from '../did-you-mean.ts';
import type { Written } from '../normalise.ts';
import type { Finding } from '../problem.ts';
import { email } from '../schema/scalars.ts';
import { type Rule, repeats, sameName } from './rule.ts';

function* rolesExist({ program }: Written): Iterable<Finding> {
  const keys = Object.keys(program.roles);
  for (const role of Object.keys(program.requesters.groups)) {
    if (keys.includes(role)) continue;
    const path = ['requesters', 'groups', role];
    yield { file: 'program', path, message: `no role "${role}"`, cure: writeOneOf(role, keys) };
  }
  for (const [index, { role }] of program.requesters.people.entries()) {
    if (keys.includes(role)) continue;
    const path = ['requesters', 'people', index, 'role'];
    yield { file: 'program', path, message: `no role "${role}"`, cure: writeOneOf(role, keys) };
  }
}

/** A role that is gone would leave nobody who may ask for any opportunity, without a word. */
function* leaderRoleExists({ program }: Written): Iterable<Finding> {
  const role = program.requests.leader_role;
  const keys = Object.keys(program.roles);
  if (keys.includes(role)) return;
  const path = ['requests', 'leader_role'];
  yield { file: 'program', path, message: `no role "${role}"`, cure: writeOneOf(role, keys) };
}

function* somebodyMayRequest({ program: { requesters } }: Written): Iterable<Finding> {
  if (requesters.people.length > 0 || Object.keys(requesters.groups).length > 0) return;
  yield {
    file: 'program',
    path: ['requesters'],
    message: 'nobody may request',
    cure: 'Add a GitLab group under groups, or people.',
  };
}

/** The form offers these names as choices: each must mean one thing, and "Other" is the form's own. */
function* choicesAreDistinct({ program }: Written): Iterable<Finding> {
  const roleKeys = Object.keys(program.roles);
  for (const { text, index } of repeats(Object.values(program.roles))) {
    const path = ['roles', roleKeys[index] ?? ''];
    yield {
      file: 'program',
      path,
      message: `a second role is named "${text}"`,
      cure: 'Give each role its own name.',
    };
  }
  for (const { text, index } of repeats(program.engagement_types)) {
    const path = ['engagement_types', index];
    yield { file: 'program', path, message: `"${text}" stands here twice`, cure: 'Remove one of them.' };
  }
  for (const [index, text] of program.engagement_types.entries()) {
    if (sameName(text) !== sameName(otherChoice)) continue;
    const path = ['engagement_types', index];
    yield { file: 'program', path, message: `"${text}" is always offered`, cure: 'Remove it from the list.' };
  }
}

function* emailPatternMakesAddresses({ program }: Written): Iterable<Finding> {
  const pattern = program.identity.email_pattern;
  if (pattern === undefined) return;
  const parts = pattern.split('{gitlab}');
  if (parts.length === 2 && z.safeParse(email, parts.join('ines')).success) return;
  yield {
    file: 'program',
    path: ['identity', 'email_pattern'],
    message: `"${pattern}" does not make an e-mail address of a username`,
    cure: 'Write {gitlab} once, for example "{gitlab}@example.com".',
  };
}

export const requesterRules: readonly Rule[] = [
  rolesExist,
  leaderRoleExists,
  somebodyMayRequest,
  choicesAreDistinct,
  emailPatternMakesAddresses,
];
