import { acme } from './snapshot.ts';

const complete: Readonly<Record<string, string>> = {
  'Opportunity ID or link': acme,
  'Area of expertise': '- [x] AI',
  'Type of engagement': '- [x] Customer Demo',
  'Proposed dates': '- 2026-11-30 15:00 Europe/Madrid\n- 2026-12-02 10:00 Europe/Madrid',
  'Expected duration': '90 min',
  'Slack channel of the opportunity': '#opp-acme',
  Description: 'They compare our suggestions with what they have.',
  'Questions for the SME': '- What leaves their network?',
  'I confirm': '- [x] I am the account SA or an SA leader for this opportunity',
};

/** The description of a complete request for a demo of AI; null leaves a section out. */
export function requestText(changes: Readonly<Record<string, string | null>> = {}): string {
  return Object.entries({ ...complete, ...changes })
    .flatMap(([heading, answer]) => (answer === null ? [] : [`### ${heading}\n\n${answer}\n`]))
    .join('\n');
}
