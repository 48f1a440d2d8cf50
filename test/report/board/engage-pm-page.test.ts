import { describe, expect, it } from 'vitest';
import { mentionsIn } from '../../../src/domain/markdown/mentions-in.ts';
import { engagePmPage } from '../../../src/report/board/engage-pm-page.ts';
import { exampleConfig } from '../../builders/config.ts';

const config = exampleConfig();
const page = engagePmPage(config);

describe('the page of the product managers', () => {
  it('says what goes to SMEs first and what to product managers directly', () => {
    const [smes = '', managers = ''] = page.split('## To product managers directly');

    expect(smes).toMatch(/best practice[\s\S]*Demos[\s\S]*known behaviour[\s\S]*competitors/);
    expect(managers).toMatch(/Roadmap[\s\S]*Dates of releases[\s\S]*Commitments[\s\S]*Exceptions/);
  });

  it('names product managers and leads of the formal areas, and the leads of the others', () => {
    expect(page).toContain('| AI | `petra` | `omar` |');
    expect(page).not.toContain('| CI/CD |');
    expect(page).toMatch(/Areas of interest: CI\/CD \(`omar`\); /);
    expect(page).toContain('the program leads (`priya`)');
  });

  it('sends people to the lead where an area has no product manager', () => {
    const areas = config.areas.map((area) => ({ ...area, productManagers: [] }));

    expect(engagePmPage({ ...config, areas })).toContain('| AI | nobody yet: ask the lead | `omar` |');
  });

  it('says how the answers come back, and after how long', () => {
    const tellAfter = { amount: 3, unit: 'business days' } as const;

    expect(page).toContain('are told after 1 business day;');
    expect(engagePmPage({ ...config, feedback: { ...config.feedback, tellAfter } })).toContain(
      'are told after 3 business days;',
    );
  });

  it('calls upon nobody', () => {
    expect(mentionsIn(page)).toEqual([]);
  });

  it('is a page before there is any area', () => {
    expect(engagePmPage({ ...config, areas: [] })).toContain('No area is formal yet.');
  });
});
