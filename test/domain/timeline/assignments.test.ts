import { expect, it } from 'vitest';
import { assignmentsOf } from '../../../src/domain/timeline/assignments.ts';
import { issue, monday, user } from '../../builders/snapshot.ts';

function told(body: string, changes: { system?: boolean } = {}) {
  const note = { id: 7, author: user('omar'), at: monday, updatedAt: monday, internal: false };
  return assignmentsOf(issue({ notes: [{ ...note, body, system: changes.system ?? true }] }));
}

it.each<[string, readonly string[], readonly string[]]>([
  ['assigned to @ines', ['ines'], []],
  ['unassigned @ines', [], ['ines']],
  ['assigned to @jonas and unassigned @ines', ['jonas'], ['ines']],
  ['assigned to @a.b, @c-d, and @e_f and unassigned @g and @h', ['a.b', 'c-d', 'e_f'], ['g', 'h']],
])('%j is a change of assignees', (body, came, went) => {
  expect(told(body)).toEqual([{ note: 7, by: user('omar'), at: monday, came, went }]);
});

it.each([
  'changed the description',
  'mentioned in issue #4',
  'assigned to nobody',
  'was assigned to @ines',
  '',
])('%j is none', (body) => {
  expect(told(body)).toEqual([]);
});

it('what a person writes in the same words is talk', () => {
  expect(told('assigned to @jonas', { system: false })).toEqual([]);
});
