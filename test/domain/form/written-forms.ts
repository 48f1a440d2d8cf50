/** Forms as people leave them. `read` is what the desk must make of one; `codes` are its problems, in order. */
export interface WrittenForm {
  readonly who: string;
  readonly text: string;
  readonly read: Readonly<Record<string, unknown>>;
  readonly codes: readonly string[];
}

const confirmation = '- [x] I am the account SA or an SA leader for this opportunity';
const id = '006AB00000123AbYAI';

/** Headings and answers that a hurried person still gets right. */
const rest = `### Type of engagement
- [x] Customer Demo
### Proposed dates
- 2026-12-03 15:00 Europe/Madrid
### Expected duration
90 min
### Description
Duo on their own code.
### Questions for the SME
- Which models run in their own cloud?
### I confirm
${confirmation}`;

export const writtenForms: readonly WrittenForm[] = [
  {
    who: 'fills the template in, hints and all',
    text: `> Keep the title free of customer names.

## Opportunity

### Opportunity ID or link

<!-- Salesforce opportunity: the ID (begins with 006) or a link to it. -->
https://acme.lightning.force.com/lightning/r/Opportunity/${id}/view

### Opportunity name

<!-- Optional: it is read from Salesforce. -->
Acme renewal

## Expertise

### Area of expertise

<!-- Tick exactly one. -->

- [x] AI
- [ ] Security
- [ ] Other: 

## Engagement

${rest}`,
    read: { opportunity: id, opportunityName: 'Acme renewal', area: 'ai', durationMinutes: 90 },
    codes: [],
  },
  {
    who: 'leaves the template as it is',
    text: `## Opportunity

### Opportunity ID or link

<!-- hint -->


## Expertise

### Area of expertise

- [ ] AI
- [ ] Other: 

### Type of engagement

- [ ] Customer Demo
- [ ] Other: 

### Proposed dates

- 

### Expected duration

### Description

### Questions for the SME

- 

### I confirm

- [ ] I am the account SA or an SA leader for this opportunity`,
    read: {},
    codes: [
      'opportunity-missing',
      'area-missing',
      'engagement-missing',
      'date-missing',
      'duration-missing',
      'description-missing',
      'questions-missing',
      'confirmation-missing',
    ],
  },
  {
    who: 'writes nothing at all',
    text: '',
    read: {},
    codes: [
      'opportunity-missing',
      'area-missing',
      'engagement-missing',
      'date-missing',
      'duration-missing',
      'description-missing',
      'questions-missing',
      'confirmation-missing',
    ],
  },
  {
    who: 'moves the sections about',
    text: `${rest}

## Expertise
### Area of expertise
- [x] Agile

### Opportunity ID or link
006AB00000123Ab`,
    read: { opportunity: id, area: 'agile', engagement: 'Customer Demo' },
    codes: [],
  },
  {
    who: 'changes the case and numbers the headings',
    text: `# 1. OPPORTUNITY DETAILS
## 1.1 opportunity id or LINK:
${id}
## 2. area of expertise *
* [X] Security
${rest}`,
    read: { opportunity: id, area: 'appsec' },
    codes: [],
  },
  {
    who: 'deletes the field headings of groups with one field',
    text: `### Opportunity ID or link
${id}
## Expertise
- [x] AI
${rest.replace('### I confirm', '## Confirmation')}`,
    read: { area: 'ai', confirmed: true },
    codes: [],
  },
  {
    who: 'uses the program\u2019s first form',
    text: `1. Opportunity Details:
   - Opportunity Name: Acme renewal
   - Opportunity ID: 006AB00000123Ab
   - Account Name: Acme
   - Expected Close Date: 2026-12-31

2. SME Expertise Required:
   - Area of Expertise: AI
   - If Other, please specify: [Enter specific area of expertise]

3. Engagement Details:
   - Type of Engagement: Other
   - If Other, please specify: Hackathon
   - Proposed Date(s): 3 Dec 2026 15:00 CET
   - Expected Duration: 1 day

4. Technical Context:
   - Brief description of the technical challenge or opportunity: They move from Jenkins.
   - Specific questions or areas where SME input is needed: How do 400 pipelines move?

5. Requestor Information:
   - Requestor Name: Sam
   - Requestor Role: Account SA
   - Email: sam@example.com
   - Phone: +34 600 000 000

6. Additional Information:
   - Any relevant background information or documents: [Attach or provide links]

By submitting this form, you confirm that you are the account SA.
${confirmation}`,
    read: {
      opportunity: id,
      opportunityName: 'Acme renewal',
      accountName: 'Acme',
      closeDate: '2026-12-31',
      area: 'ai',
      engagement: 'Other Hackathon',
      durationMinutes: 480,
      description: 'They move from Jenkins.',
      questions: ['How do 400 pipelines move?'],
      role: 'account-sa',
    },
    codes: [],
  },
  {
    who: 'prefers bold labels',
    text: `**Opportunity:** ${id}
**Area:** AI
**Engagement type**: Workshop
**Dates:** 2026-12-03; 2026-12-04
**Duration:** 2 h
**Description:** A day on runners.
**Questions:** Which size?
**I confirm:** yes`,
    read: {
      opportunity: id,
      area: 'ai',
      engagement: 'Workshop',
      durationMinutes: 120,
      dates: 2,
      confirmed: true,
    },
    codes: [],
  },
  {
    who: 'pastes from a word processor',
    text: `Opportunity ID or link:\u00a0${id}
Area of expertise:
\u2610\u00a0AI
\u2612\u00a0Agile
Type of engagement:
\u2022\tCustomer Demo
Proposed dates:
\u2022\tThursday, December 3, 2026, 3:00 PM CET
Expected duration:\u00a090\u00a0min
Description: \u201cDuo\u201d on their own code \u2013 soon.
Questions for the SME:
\u2022\tWhich models?
\u2022\tWhich regions?
\u2612 I am the account SA or an SA leader for this opportunity`,
    read: {
      opportunity: id,
      area: 'agile',
      engagement: 'Customer Demo',
      durationMinutes: 90,
      description: '\u201cDuo\u201d on their own code \u2013 soon.',
      questions: ['Which models?', 'Which regions?'],
    },
    codes: [],
  },
  {
    who: 'pastes a table',
    text: `| Field | Answer |
| --- | --- |
| Opportunity ID | ${id} |
| Area of expertise | CI/CD |
| Type of engagement | Architecture Review |
| Proposed dates | 2026-12-03 |
| Expected duration | 2 h |
| Description | Runners on ARM |
| Questions | How many? |
| I confirm | x |`,
    read: { opportunity: id, area: 'cicd', engagement: 'Architecture Review', description: 'Runners on ARM' },
    codes: [],
  },
  {
    who: 'writes with tabs between label and answer',
    text: `Opportunity ID\t${id}\nArea\tAI\n${rest}`,
    read: { opportunity: id, area: 'ai' },
    codes: [],
  },
  {
    who: 'ticks twice and cannot decide',
    text: `### Opportunity ID or link\n${id}\n### Area of expertise\n- [x] AI\n- [x] Security\n${rest.replace('- [x] Customer Demo', '- [x] Customer Demo\n- [x] Workshop')}`,
    read: {},
    codes: ['area-several', 'engagement-several'],
  },
  {
    who: 'ticks Other for an area that exists',
    text: `### Opportunity ID or link\n${id}\n### Area of expertise\n- [ ] AI\n- [x] Other: gitlab duo\n${rest}`,
    read: { area: 'ai' },
    codes: [],
  },
  {
    who: 'ticks Other and writes below it',
    text: `### Opportunity ID or link\n${id}\n### Area of expertise\n- [ ] AI\n- [x] Other:\n\nKubernetes agents\n${rest}`,
    read: { area: 'other Kubernetes agents' },
    codes: [],
  },
  {
    who: 'sends the form twice in one issue, with the same answers',
    text: `### Opportunity ID or link\n${id}\n### Area of expertise\n- [x] AI\n${rest}\n\n### Opportunity ID or link\n${id.slice(0, 15)}\n### Area of expertise\n- [x] AI\n${rest}`,
    read: { opportunity: id, area: 'ai', durationMinutes: 90, dates: 1 },
    codes: [],
  },
  {
    who: 'sends it twice with other answers',
    text: `### Opportunity ID or link\n${id}\n### Area of expertise\n- [x] AI\n${rest}\n### Area of expertise\n- [x] Agile\n### Expected duration\n2 h`,
    read: {},
    codes: ['area-several', 'duration-unreadable'],
  },
  {
    who: 'forgets to close a hint',
    text: `### Opportunity ID or link\n${id}\n### Area of expertise\n<!-- Tick exactly one.\n- [x] AI\n${rest}`,
    read: { opportunity: id },
    codes: [
      'area-missing',
      'engagement-missing',
      'date-missing',
      'duration-missing',
      'description-missing',
      'questions-missing',
      'confirmation-missing',
      'form-comment-open',
    ],
  },
  {
    who: 'writes behind and between the hints',
    text: `### Opportunity ID or link <!-- 006… -->\n<!-- the ID --> ${id} <!-- that is it -->\n### Area of expertise\n<!--\nTick one\n--> AI\n${rest}`,
    read: { opportunity: id, area: 'ai' },
    codes: [],
  },
  {
    who: 'quotes a customer\u2019s mail with headings in it',
    text: `### Opportunity ID or link\n${id}\n### Area of expertise\n- [x] AI\n${rest.replace('Duo on their own code.', 'They say:\n\n> ### Area of expertise\n> - [x] Agile\n\n```\n### Expected duration\n5 days\n```')}`,
    read: { area: 'ai', durationMinutes: 90 },
    codes: [],
  },
  {
    who: 'adds headings of their own',
    text: `### Opportunity ID or link\n${id}\n### Area of expertise\n- [x] AI\n### Note to the desk\nplease hurry\n${rest.replace('Duo on their own code.', '#### Today\nJenkins.\n#### Tomorrow\nGitLab.')}`,
    read: { area: 'ai', description: 'Today\nJenkins.\nTomorrow\nGitLab.' },
    codes: [],
  },
  {
    who: 'writes labels into the description',
    text: `### Opportunity ID or link\n${id}\n### Area of expertise\n- [x] AI\n${rest.replace('Duo on their own code.', 'Region: eu-west-1\nDate: soon\nRole: admin\nArea: large')}`,
    read: { area: 'ai', description: 'Region: eu-west-1\nDate: soon\nRole: admin\nArea: large', dates: 1 },
    codes: [],
  },
  {
    who: 'wants a workshop of three days',
    text: `### Opportunity ID or link\n${id}\n### Area of expertise\n- [x] Agile\n${rest.replace('- 2026-12-03 15:00 Europe/Madrid', '- 2026-12-01 9:00 CET\n- 2026-12-02 9:00 CET\n- 2026-12-03 9:00 CET\n\nas a series')}`,
    read: { dates: 3, series: true },
    codes: [],
  },
  {
    who: 'writes dates as their country does',
    text: `### Opportunity ID or link\n${id}\n### Area of expertise\n- [x] Agile\n${rest.replace('- 2026-12-03 15:00 Europe/Madrid', '- 25/12/2026\n- 03/12/2026 15:00\n- 3.12. um 15 Uhr')}`,
    read: {},
    codes: ['date-ambiguous', 'date-unreadable'],
  },
  {
    who: 'asks for yesterday and for far too long',
    text: `### Opportunity ID or link\n${id}\n### Area of expertise\n- [x] Agile\n${rest.replace('2026-12-03 15:00', '2026-11-20 15:00').replace('90 min', '3 weeks')}`,
    read: {},
    codes: ['date-past', 'duration-unreadable'],
  },
  {
    who: 'is in a hurry',
    text: `### Opportunity ID or link\n${id}\n### Area of expertise\n- [x]AI\n${rest}\n### Fast track\n- [x] This cannot wait for the usual lead time\n### Reason for fast track\nThe customer decides on Thursday.`,
    read: { area: 'ai', fastTrack: true, fastTrackReason: 'The customer decides on Thursday.' },
    codes: [],
  },
  {
    who: 'replaces boxes by words and leaves old Windows line ends',
    text: `### Opportunity ID or link\n${id}\n### Area of expertise\nsecurity\n### Your role\nSA leader\n### Your region\nEMEA\n${rest}`.replaceAll(
      '\n',
      '\r\n',
    ),
    read: { area: 'appsec', role: 'sa-leader', region: 'emea' },
    codes: [],
  },
  {
    who: 'pastes a document whose headings are lines like any other',
    text: `Opportunity ID or link\n${id}\nArea of expertise\nAI\n${rest.replaceAll('### ', '')}`,
    read: {
      opportunity: id,
      area: 'ai',
      durationMinutes: 90,
      dates: 1,
      description: 'Duo on their own code.',
    },
    codes: [],
  },
  {
    who: 'answers between the quoted lines of a mail',
    text: `See below.\n\n> ### Opportunity ID or link\n\n${id}\n\n> ### Area of expertise\n\nAI\n\n${rest.replaceAll('### ', '> ### ')}`,
    read: { opportunity: id, area: 'ai', durationMinutes: 90, dates: 1, confirmed: true },
    codes: [],
  },
  {
    who: 'quotes a confirmation of somebody else',
    text: `### Opportunity ID or link\n${id}\n### Area of expertise\n- [x] AI\n${rest.replace('Duo on their own code.', `They had:\n\n> ${confirmation}`).replace(`### I confirm\n${confirmation}`, '')}`,
    read: { area: 'ai', confirmed: false },
    codes: ['confirmation-missing'],
  },
  {
    who: 'leaves the heading of the series where no box was',
    text: `Opportunity ID or link: ${id}\nArea of expertise: AI\nProposed dates: 2026-12-03; 2026-12-04\nSeries of dates:\nExpected duration: 2 h\nType of engagement: Workshop\nDescription: Runners.\nQuestions for the SME: How many?\nI confirm: yes`,
    read: { dates: 2, series: false },
    codes: [],
  },
  {
    who: 'forgets the space behind the hashes and uses another level',
    text: `#Opportunity ID or link\n${id}\n#####Area of expertise\n- [x] AI\n${rest.replaceAll('### ', '# ')}`,
    read: { opportunity: id, area: 'ai', durationMinutes: 90 },
    codes: [],
  },
];
