import { describe, expect, it } from 'vitest';
import { monthNames } from '../../src/domain/metrics/month.ts';
import { sidebarPage } from '../../src/report/sidebar-page.ts';
import { reportInput } from './sample-pages.ts';
import { smallProgram } from './small-program.ts';

const input = reportInput(smallProgram());
const months = monthNames('2025-06', '2026-10');
const quarters = ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];
const page = sidebarPage(input, months, quarters);
const [newest = '', ...older] = page.split('<details>');

describe('the sidebar', () => {
  it('leads to the standing pages first', () => {
    expect([...page.matchAll(/\]\((?<to>[^)]*)\)/g)].slice(0, 4).map(({ groups }) => groups?.to)).toEqual([
      '/home',
      '/dashboard',
      '/smes',
      '/metrics',
    ]);
  });

  it('leads to the pages of customer feedback, those of formal areas first', () => {
    const feedback = page.split('**Customer feedback**')[1]?.split('**Reports**')[0] ?? '';

    expect(
      [...feedback.matchAll(/\[(?<title>[^\]]*)\]\((?<to>[^)]*)\)/g)].map(({ groups }) => groups),
    ).toEqual([
      { title: 'Top requests: AI', to: '/feedback/ai' },
      { title: 'Top requests: Security', to: '/feedback/appsec' },
      { title: 'Top requests: Agile', to: '/feedback/agile' },
      { title: 'Top requests: Dedicated', to: '/feedback/dedicated' },
      { title: 'Improvements', to: '/feedback/improvements' },
      { title: 'Product managers', to: '/engage-pm' },
    ]);
  });

  it('lists the newest twelve reports and four reviews, newest first, and folds the rest', () => {
    expect(newest.match(/\/reports\//g)).toHaveLength(12);
    expect(newest).toMatch(/October 2026[\s\S]*September 2026/);
    expect(older[0]).toContain('[October 2025](/reports/2025-10)');
    expect(older[0]?.match(/\/reviews\//g)).toHaveLength(4);
    expect(older[1]).toContain('[Q3 2025](/reviews/2025-Q3)');
  });

  it('takes no page that people have put beside the reports', () => {
    expect(sidebarPage(input, ['2026-10', 'NOTES](x)', '2026-13'], [])).not.toMatch(/NOTES|2026-13/);
  });

  it('is short before there is a report', () => {
    expect(sidebarPage(input, [], [])).not.toContain('Reports');
  });
});
