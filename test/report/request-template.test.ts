import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import type { Config } from '../../src/config/types.ts';
import { requestFields } from '../../src/domain/form/fields.ts';
import { lineDifference } from '../../src/report/line-difference.ts';
import { requestTemplate, requestTemplatePath } from '../../src/report/request-template.ts';
import { exampleTemplate } from '../../src/sandbox/example/example-project.ts';
import { edited, parse } from '../config/shipped-files.ts';

function config(texts: Parameters<typeof parse>[0] = {}): Config {
  const parsed = parse(texts);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.config;
}

/** The lines under a level-3 heading, without comments and blanks. */
function under(template: string, heading: string): readonly string[] {
  const [, after = ''] = template.split(`### ${heading}\n`);
  const [section = ''] = after.split(/\n#/);
  return section.split('\n').filter((line) => line !== '' && !line.startsWith('<!--'));
}

const template = requestTemplate(config());

describe('the template SME Request', () => {
  it('of the example is the generated one, and that of the repository is made from its own configuration', async () => {
    const own = await loadConfig('config');

    expect(readFileSync(exampleTemplate, 'utf8')).toBe(template);
    expect(own.ok ? requestTemplate(own.config) : own.problems).toBe(
      readFileSync(requestTemplatePath, 'utf8'),
    );
  });

  it('has one heading per field, each once and in the order of the form', () => {
    const headings = template.split('\n').filter((line) => line.startsWith('#'));

    expect(headings).toEqual(
      requestFields.flatMap((group) => [
        `## ${group.heading}`,
        ...group.fields.map((field) => `### ${field.heading}`),
      ]),
    );
    expect(new Set(headings).size).toBe(headings.length);
  });

  it('offers the configured choices, unticked', () => {
    expect(under(template, 'Area of expertise')).toEqual([
      '- [ ] AI',
      '- [ ] Security',
      '- [ ] Agile',
      '- [ ] Dedicated',
      '- [ ] CI/CD',
      '- [ ] Observability',
      '- [ ] Embedded',
      '- [ ] Other: ',
    ]);
    expect(under(template, 'Your role')).toEqual(['- [ ] Account SA', '- [ ] SA Leader']);
    expect(under(template, 'Your region')).toEqual(['- [ ] EMEA', '- [ ] AMER', '- [ ] APAC']);
    expect(under(template, 'I confirm')).toEqual([
      '- [ ] I am the account SA or an SA leader for this opportunity',
      '/label ~"type::sme-request"',
      '/confidential',
    ]);
    expect(template).not.toMatch(/\[x\]/i);
  });

  it('says when an answer comes, that feedback is asked for, and asks for a title without customer names', () => {
    const [introduction = ''] = template.split('\n## ');

    expect(introduction).toContain('An approver answers within 8 business hours.');
    expect(introduction).toContain('you are asked for short feedback');
    expect(introduction).toContain('Keep the title free of customer names');
  });

  it('follows the configured clocks', () => {
    const program = edited('program', 'approval_within: 8 business hours', 'approval_within: 1 business day');

    expect(requestTemplate(config({ program }))).toContain('An approver answers within 1 business day.');
  });

  it('does not offer an area that nobody can serve', () => {
    const program = edited('program', 'name: Observability', 'name: Observability\n    live: false');
    const roster = edited('roster', ', observability: sme', '');

    expect(requestTemplate(config({ program, roster }))).not.toContain('- [ ] Observability');
  });

  it('holds no line that GitLab would run but the two hints at its end', () => {
    const commands = template.split('\n').filter((line) => /^\s*\//.test(line));

    expect(commands).toEqual(['/label ~"type::sme-request"', '/confidential']);
  });

  it('keeps its comments closed whatever the configuration quotes in them', () => {
    const program = edited('program', '"^opp-"', '"^opp--> <b>"');

    const comments = requestTemplate(config({ program }))
      .split('\n')
      .filter((line) => line.startsWith('<!--'));

    for (const comment of comments) expect(comment.indexOf('-->')).toBe(comment.length - 3);
  });
});

describe('a difference of lines', () => {
  it.each([
    ['a\nb\nc', 'a\nb\nc', []],
    ['a\nb\nc', 'a\nx\nc', ['@@ line 2 @@', '-b', '+x']],
    ['a\nc', 'a\nb\nc', ['@@ line 2 @@', '+b']],
    ['a\na', 'a', ['@@ line 2 @@', '-a']],
  ])('from %j to %j', (before, after, lines) => {
    expect(lineDifference(before, after)).toEqual(lines);
  });
});
