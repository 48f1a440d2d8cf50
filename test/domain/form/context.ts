import type { Area } from '../../../src/config/types.ts';
import type { FormContext } from '../../../src/domain/form/parse-request-form.ts';

function area(key: string, name: string, aliases: readonly string[] = []): Area {
  return {
    key,
    name,
    aliases,
    tier: 'formal',
    live: true,
    leads: [],
    approvers: [],
    productManagers: [],
    slack: { request: null, team: null, area: null, field: null },
    stackOverflowTags: [],
  };
}

const config: FormContext['config'] = {
  areas: [
    area('ai', 'AI', ['Artificial Intelligence', 'GitLab Duo']),
    area('appsec', 'App Security & Compliance', ['Security']),
    area('agile', 'Agile Planning', ['Agile']),
    area('cicd', 'CI/CD'),
  ],
  engagementTypes: ['Customer Demo', 'Technical Presentation', 'Architecture Review', 'Workshop'],
  roles: { 'account-sa': 'Account SA', 'sa-leader': 'SA Leader' },
  regions: [
    { key: 'emea', name: 'EMEA', near: [], timezone: 'Europe/Madrid', holidays: [] },
    { key: 'amer', name: 'AMER', near: [], timezone: 'America/Chicago', holidays: [] },
  ],
  salesforce: {
    teamRole: 'SME',
    stages: {},
    nps: null,
    slackChannelField: null,
    opportunityId: { label: 'Salesforce opportunity', pattern: null },
  },
  calendar: { timezone: 'UTC', days: [1, 2, 3, 4, 5], startMinute: 540, endMinute: 1020, holidays: [] },
};

/** A Monday in November, a requester in Madrid, Salesforce on. */
export function context(changes: Partial<FormContext> = {}): FormContext {
  return {
    config,
    salesforceOn: true,
    now: Date.parse('2026-11-23T08:00:00Z'),
    timezone: 'Europe/Madrid',
    ...changes,
  };
}

/** The context while Salesforce is off, with the pattern that the program uses instead. */
export function withoutSalesforce(pattern: string | null, label = 'Deal'): FormContext {
  const salesforce = { ...config.salesforce, opportunityId: { label, pattern } };
  return context({ salesforceOn: false, config: { ...config, salesforce } });
}

/** The answers of a complete form, by heading. */
const complete: Readonly<Record<string, string>> = {
  'Opportunity ID or link': '006AB00000123Ab',
  'Area of expertise': '- [x] AI\n- [ ] Security\n- [ ] Other: ',
  'Type of engagement': '- [x] Customer Demo\n- [ ] Workshop\n- [ ] Other: ',
  'Proposed dates': '- 2026-12-03 15:00 Europe/Madrid',
  'Expected duration': '90 min',
  'Slack channel of the opportunity': '#opp-acme',
  Description: 'They want to see Duo on their own code.',
  'Questions for the SME': '- Which models run in their own cloud?',
  'I confirm': '- [x] I am the account SA or an SA leader for this opportunity',
};

/** A form as the template makes it, with these answers; null leaves the whole section out. */
export function formWith(changes: Readonly<Record<string, string | null>> = {}): string {
  const sections = Object.entries({ ...complete, ...changes });
  return sections
    .flatMap(([heading, answer]) =>
      answer === null ? [] : [`### ${heading}\n\n<!-- a hint -->\n\n${answer}\n`],
    )
    .join('\n');
}
