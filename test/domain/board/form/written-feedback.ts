import { readFileSync } from 'node:fs';
import { exampleFeedbackTemplate } from '../../../../src/sandbox/example/example-project.ts';

/** Feedback as people leave it. `read` is what the desk must make of it; `codes` are its problems, in order. */
export interface WrittenFeedback {
  readonly who: string;
  readonly text: string;
  readonly read: Readonly<Record<string, unknown>>;
  readonly codes: readonly string[];
}

/** The form as the example program hands it out. */
export const printedFeedback = readFileSync(exampleFeedbackTemplate, 'utf8');

const id = '006AB00000123AbYAI';
const account = '001A0000006Vm9rIAC';

/** The printed form with answers under some of its headings, above what the template has there. */
function answered(answers: Readonly<Record<string, string>>): string {
  return Object.entries(answers).reduce((text, [heading, answer]) => {
    const title = `### ${heading}\n`;
    if (!text.includes(title)) throw new Error(`no heading ${heading}`);
    return text.replace(title, `${title}\n${answer}\n`);
  }, printedFeedback);
}

/** Ticks a box of the printed form. */
function ticked(text: string, ...names: readonly string[]): string {
  return names.reduce((before, name) => {
    if (!before.includes(`- [ ] ${name}\n`)) throw new Error(`no box ${name}`);
    return before.replace(`- [ ] ${name}\n`, `- [x] ${name}\n`);
  }, text);
}

const stories = {
  'Current challenge': 'Approvals are kept in lists by hand.',
  'Proposed solution': 'One page with every approval.',
  'Expected impact': 'The audit takes two days.',
};
const told = {
  challenge: 'Approvals are kept in lists by hand.',
  solution: 'One page with every approval.',
  benefit: 'The audit takes two days.',
};

/** What a hurried person still gets right behind the use case. */
const rest = `### Kind of feedback
- [x] Bug
### Product area
- [x] Security
### Impact on the customer
- [x] Major`;

const nothingTicked = ['feedback-kind-missing', 'feedback-area-missing', 'feedback-impact-missing'];
const noStory = ['feedback-challenge-missing', 'feedback-solution-missing', 'feedback-benefit-missing'];

export const writtenFeedback: readonly WrittenFeedback[] = [
  {
    who: 'fills the template in, hints and all',
    text: ticked(
      answered({ 'Opportunity or account': id, ...stories, 'Product issue': 'acme/product#12' }),
      ...['Enhancement', 'Reporting', 'Security', 'Minor'],
    ),
    read: {
      ...told,
      asking: { kind: 'opportunity', id },
      kind: 'enhancement',
      theme: { theme: 'Reporting', other: null },
      area: { key: 'appsec', other: null },
      impact: 'minor',
      productIssue: { project: 'acme/product', iid: 12 },
    },
    codes: [],
  },
  {
    who: 'leaves the template as it is',
    text: printedFeedback,
    read: {},
    codes: ['feedback-asking-missing', ...noStory, ...nothingTicked],
  },
  {
    who: 'deletes half of the form, groups and hints',
    text: `### Opportunity or account\n${account}\n### Current challenge\n${stories['Current challenge']}\n${rest}`,
    read: { asking: { kind: 'account', id: account }, kind: 'bug', area: { key: 'appsec', other: null } },
    codes: ['feedback-solution-missing', 'feedback-benefit-missing'],
  },
  {
    who: 'writes the whole use case under its group and deletes the three headings',
    text: `## Customer\n${id}\n## Use case\nThey want one page with every approval.\n\nIt would save days.\n${rest}`,
    read: {
      asking: { kind: 'opportunity', id },
      challenge: 'They want one page with every approval.\n\nIt would save days.',
    },
    codes: ['feedback-solution-missing', 'feedback-benefit-missing'],
  },
  {
    who: 'writes labels instead of headings',
    text: `**Account:** ${account}
**Current challenge:** Approvals are kept in lists by hand.
**Proposed solution:** One page with every approval.
**Expected impact:** The audit takes two days.
**Type:** Bug
**Area:** AI
**Impact:** blocker
**Requests:** #7, #9`,
    read: {
      ...told,
      asking: { kind: 'account', id: account },
      kind: 'bug',
      area: { key: 'ai', other: null },
      impact: 'blocker',
      requests: [7, 9],
    },
    codes: [],
  },
  {
    who: 'answers in a table',
    text: `| Field | Answer |
| --- | --- |
| Opportunity | ${id} |
| Challenge | Approvals are kept in lists by hand. |
| Solution | One page with every approval. |
| Benefit | The audit takes two days. |
| Kind | Feature request |
| Product area | CI/CD |
| Severity | Major |`,
    read: {
      asking: { kind: 'opportunity', id },
      kind: 'feature-request',
      area: { key: 'cicd', other: null },
      impact: 'major',
    },
    codes: [],
  },
  {
    who: 'pastes the form from a word processor, so that headings lose their marks',
    text: `Opportunity or account
${id}

Current challenge
Approvals are kept in lists by hand.

Proposed solution
One page with every approval.

Expected impact
The audit takes two days.

Kind of feedback
\u2610 Feature request
\u2612 Bug

Product area
\u2612 AI
\u2610 Security

Impact on the customer
\u2611 Blocker`,
    read: {
      ...told,
      asking: { kind: 'opportunity', id },
      kind: 'bug',
      area: { key: 'ai', other: null },
      impact: 'blocker',
    },
    codes: [],
  },
  {
    who: 'writes names where ids belong',
    text: `### Opportunity or account\nAcme Corporation\n### Use case\n${stories['Current challenge']}\n${rest}`,
    read: { kind: 'bug' },
    codes: ['feedback-asking-malformed', 'feedback-solution-missing', 'feedback-benefit-missing'],
  },
  {
    who: 'ticks everything, to be safe',
    text: answered({ 'Opportunity or account': id, ...stories }).replaceAll('- [ ]', '- [x]'),
    read: { asking: { kind: 'opportunity', id } },
    codes: [
      'feedback-kind-several',
      'feedback-theme-several',
      'feedback-area-several',
      'feedback-impact-several',
    ],
  },
  {
    who: 'writes the choice behind the boxes instead of ticking one',
    text: `### Opportunity or account
${id}
### Current challenge
Approvals are kept in lists by hand.
### Proposed solution
One page with every approval.
### Expected impact
The audit takes two days.
### Kind of feedback
- [ ] Feature request
- [ ] Bug
Bug
### Theme
- [ ] Other: Colours
### Product area
- [ ] AI
- [ ] Other: Pages
### Impact on the customer
Major`,
    read: {
      kind: 'bug',
      theme: { theme: null, other: 'Colours' },
      area: { key: 'other', other: 'Pages' },
      impact: 'major',
    },
    codes: [],
  },
  {
    who: 'changes the level, the case and the numbers of headings',
    text: `# 1. OPPORTUNITY / ACCOUNT
${id}
# 2. current challenge:
Approvals are kept in lists by hand.
#### 3) Proposed Solution(s)
One page with every approval.
## **Expected impact**
The audit takes two days.
## Kind of feedback?
bug
## Product area(s)
App Security, as far as I know
## Impact on the customer
minor`,
    read: { ...told, asking: { kind: 'opportunity', id }, kind: 'bug', impact: 'minor' },
    codes: ['feedback-area-unknown'],
  },
  {
    who: 'tells a story with labels, quotes and headings of its own in it',
    text: `### Opportunity or account
${id}
### Current challenge
Impact: they lose days.
> Area: somewhere in CI
#### Background of it
Type: manual
### Proposed solution
1. Collect
2. Export
### Expected impact
Two days
${rest}`,
    read: {
      challenge: 'Impact: they lose days.\nArea: somewhere in CI\nBackground of it\nType: manual',
      solution: '- Collect\n- Export',
      kind: 'bug',
      area: { key: 'appsec', other: null },
      impact: 'major',
    },
    codes: [],
  },
  {
    who: 'answers between the quoted lines of a mail',
    text: `> ### Opportunity or account
${id}
> ### Current challenge
Approvals are kept in lists by hand.
> ### Proposed solution
One page with every approval.
> ### Expected impact
The audit takes two days.
> ### Kind of feedback
Bug
> ### Product area
AI
> ### Impact on the customer
Blocker`,
    read: { ...told, asking: { kind: 'opportunity', id }, kind: 'bug', impact: 'blocker' },
    codes: [],
  },
  {
    who: 'sends the form twice, with different answers',
    text: `### Opportunity or account\n${id}\n${rest}\n### Kind of feedback\n- [x] Enhancement\n### Opportunity or account\n${account}`,
    read: { impact: 'major' },
    codes: ['feedback-asking-several', ...noStory, 'feedback-kind-several'],
  },
  {
    who: 'leaves a fence open',
    text: `### Opportunity or account\n${id}\n### Current challenge\n\`\`\`\nerror: no such list\n### Proposed solution\nA list.\n${rest}`,
    read: { asking: { kind: 'opportunity', id } },
    codes: ['feedback-solution-missing', 'feedback-benefit-missing', ...nothingTicked, 'form-fence-open'],
  },
  {
    who: 'writes n/a wherever something is wanted',
    text: answered({
      'Opportunity or account': 'n/a',
      'Current challenge': 'TBD',
      'Proposed solution': '-',
      'Expected impact': '...',
      'Product issue': 'none yet',
      'Requests it came from': 'n/a',
    }),
    read: {},
    codes: ['feedback-asking-missing', ...noStory, ...nothingTicked],
  },
  {
    who: 'puts everything into one line each, with links of all kinds',
    text: `### Opportunity or account: <https://acme.lightning.force.com/lightning/r/Account/${account}/view>
### Opportunity or account
<https://acme.lightning.force.com/lightning/r/Account/${account}/view>
### Use case
Lists by hand.
### Product issue
[#12 in the product](https://gitlab.example.com/acme/product/-/issues/12)
### Requests it came from
https://gitlab.example.com/acme/sme-desk/-/issues/7 and #9
${rest}`,
    read: {
      asking: { kind: 'account', id: account },
      challenge: 'Lists by hand.',
      productIssue: { project: 'acme/product', iid: 12 },
      requests: [7, 9],
    },
    codes: ['feedback-solution-missing', 'feedback-benefit-missing'],
  },
  {
    who: 'writes a mail and no form at all',
    text: 'Hi, Acme would love to have one page with every approval. Who can I talk to?',
    read: {},
    codes: ['feedback-asking-missing', ...noStory, ...nothingTicked],
  },
];
