import { describe, expect, it } from 'vitest';
import { exampleStackOverflow } from '../../../src/sandbox/example/stack-overflow.ts';
import { exampleConfig } from '../../builders/config.ts';

const team = exampleStackOverflow();
const config = exampleConfig();

describe('the example team', () => {
  it('has the tags and the users that the example program names', () => {
    const tags = config.areas.flatMap((area) => area.stackOverflowTags);
    const users = config.roster.flatMap((sme) => sme.stackOverflowUser ?? []);

    expect(team.tags.map(({ name }) => name)).toEqual(expect.arrayContaining(tags));
    expect(team.users.map(({ id }) => id)).toEqual(expect.arrayContaining(users));
    expect([tags.length, users.length]).toEqual([5, 4]);
  });

  it('names only tags and users that it has, and each thing by a number of its own', () => {
    const answers = team.questions.flatMap((question) => question.answers);
    const owners = [...team.questions, ...answers].flatMap(({ owner }) => owner ?? []);
    const ids = [...team.questions, ...answers].map(({ id }) => id);

    expect(team.users.map(({ id }) => id)).toEqual(expect.arrayContaining(owners));
    expect(team.tags.map(({ id }) => id)).toEqual(
      expect.arrayContaining(team.questions.flatMap(({ tags }) => tags)),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is a fresh one each time', () => {
    exampleStackOverflow().questions.pop();

    expect(exampleStackOverflow()).toEqual(team);
  });
});
