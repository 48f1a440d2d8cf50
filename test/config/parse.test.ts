import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import * as z from 'zod';
import { edited, lineOf, parse, problemsOf, shipped } from './shipped-files.ts';

const fileName = z.enum(['program', 'roster']);
const mistake = z.strictObject({
  about: z.string(),
  file: fileName,
  replace: z.string(),
  by: z.string(),
  at: z.string(),
  in: fileName.optional(),
  path: z.string(),
  message: z.string(),
  cure: z.string(),
});
const { values, across } = z
  .strictObject({ values: z.array(mistake), across: z.array(mistake) })
  .parse(parseYaml(readFileSync('test/config/mistakes.yml', 'utf8')));

function check(row: z.output<typeof mistake>): void {
  const texts = { ...shipped, [row.file]: edited(row.file, row.replace, row.by) };
  const where = row.in ?? row.file;
  expect(problemsOf(parse(texts))).toContainEqual({
    file: `config/${where}.yml`,
    line: lineOf(texts[where], row.at),
    path: row.path,
    message: row.message,
    cure: row.cure,
  });
}

describe('the configuration names every mistake with its line and what to write instead', () => {
  it.each(values)('for $about', check);
  it.each(across)('across fields, for $about', check);
});

describe('all problems are told at once', () => {
  it('a misspelt key, a wrong value and an unknown area in the other file together', () => {
    const program = edited('program', 'lead_time: 48h', 'lead_tme: 48h').replace('adds: 25', 'adds: no');
    const roster = edited('roster', '{ ai: sme, cicd: sme }', '{ ai: sme, cidc: sme }');

    const paths = problemsOf(parse({ program, roster })).map(({ path }) => path);

    expect(paths).toEqual(['requests.lead_tme', 'guards.team_adds', 'areas[4].live', 'smes[1].areas.cidc']);
  });

  it('and a wrong list is not called empty as well', () => {
    const program = edited('program', 'approvers: [lena]\n', 'approvers: [3]\n');

    const paths = problemsOf(parse({ program })).map(({ path }) => path);

    expect(paths).toEqual(['areas[3].approvers[0]']);
  });
});

describe('the smallest program', () => {
  const program = [
    'program: { leads: [priya] }',
    'regions: [{ key: emea, name: EMEA }]',
    'areas: [{ key: ai, name: AI, approvers: [priya] }]',
    'requesters: { groups: { account-sa: acme/sa } }',
  ];
  const roster =
    'smes: [{ gitlab: ines, name: Ines, email: ines@example.com, region: emea, timezone: Europe/Madrid, areas: { ai: sme } }]';

  it('needs nothing that has a default', () => {
    expect(problemsOf(parse({ program: program.join('\n'), roster }))).toEqual([]);
  });

  it('is no program if nobody may request', () => {
    const problems = problemsOf(
      parse({ program: [...program.slice(0, 3), 'requesters: {}'].join('\n'), roster }),
    );

    expect(problems).toEqual([
      {
        file: 'config/program.yml',
        line: 4,
        path: 'requesters',
        message: 'nobody may request',
        cure: 'Add a GitLab group under groups, or people.',
      },
    ]);
  });

  it('says what is missing for each SME without areas', () => {
    const problems = problemsOf(
      parse({ program: program.join('\n'), roster: roster.replace('{ ai: sme }', '{}') }),
    );

    expect(problems.map(({ path, message }) => [path, message])).toEqual([
      ['areas[0].live', 'the area "ai" is live and the roster has no SME for it'],
      ['smes[0].areas', 'lists no area'],
    ]);
  });
});
