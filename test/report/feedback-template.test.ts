import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { feedbackFields } from '../../src/domain/board/form/feedback-fields.ts';
import { feedbackTemplate, feedbackTemplatePath } from '../../src/report/feedback-template.ts';
import { exampleFeedbackTemplate } from '../../src/sandbox/example/example-project.ts';
import { exampleConfig } from '../builders/config.ts';

const template = feedbackTemplate(exampleConfig());

/** The lines under a level-3 heading, without comments and blanks. */
function under(text: string, heading: string): readonly string[] {
  const [, after = ''] = text.split(`### ${heading}\n`);
  const [section = ''] = after.split(/\n#/);
  return section.split('\n').filter((line) => line !== '' && !line.startsWith('<!--'));
}

describe('the template Customer Feedback', () => {
  it('of the example is the generated one, and that of the repository is made from its own configuration', async () => {
    const own = await loadConfig('config');

    expect(readFileSync(exampleFeedbackTemplate, 'utf8')).toBe(template);
    expect(own.ok ? feedbackTemplate(own.config) : own.problems).toBe(
      readFileSync(feedbackTemplatePath, 'utf8'),
    );
  });

  it('has one heading per field, each once and in the order of the form', () => {
    const headings = template.split('\n').filter((line) => line.startsWith('#'));

    expect(headings).toEqual(
      feedbackFields.flatMap((group) => [
        `## ${group.heading}`,
        ...group.fields.map((field) => `### ${field.heading}`),
      ]),
    );
    expect(new Set(headings).size).toBe(headings.length);
  });

  it('offers the configured themes and areas, unticked', () => {
    const changed = feedbackTemplate({
      ...exampleConfig(),
      feedback: { ...exampleConfig().feedback, themes: ['Colours'] },
    });

    expect(under(changed, 'Theme')).toEqual(['- [ ] Colours', '- [ ] Other: ']);
    expect(under(template, 'Product area')).toEqual([
      ...exampleConfig().areas.map(({ name }) => `- [ ] ${name}`),
      '- [ ] Other: ',
    ]);
    expect(under(template, 'Impact on the customer')).toEqual([
      '- [ ] Blocker',
      '- [ ] Major',
      '- [ ] Minor',
    ]);
    expect(template).not.toMatch(/\[x\]/i);
  });

  it('asks for an id in place of a name, in the title as well', () => {
    expect(template).toContain('Keep the title free of customer names');
    expect(template).toContain('Never the name of the customer.');
  });

  it('holds no line that GitLab would run but the two hints at its end', () => {
    const commands = template.split('\n').filter((line) => /^\s*\//.test(line));

    expect(commands).toEqual(['/label ~"type::customer-feedback" ~"feedback::new"', '/confidential']);
    expect(template.endsWith(`${commands.join('\n')}\n`)).toBe(true);
  });

  it('keeps its comments closed whatever the configuration quotes in them', () => {
    const config = exampleConfig();
    const salesforce = { ...config.salesforce, opportunityId: { label: 'a --> <b>', pattern: null } };
    const comments = feedbackTemplate({ ...config, salesforce })
      .split('\n')
      .filter((line) => line.startsWith('<!--'));

    expect(comments.length).toBeGreaterThan(5);
    for (const comment of comments) expect(comment.indexOf('-->')).toBe(comment.length - 3);
  });
});
