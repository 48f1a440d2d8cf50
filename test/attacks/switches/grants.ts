import type { Switch } from '../build/switch.ts';

const authority = 'src/run/apply/read-authority.ts';
const issue = 'src/run/apply/apply-issue.ts';

/** What is read and compared while a plan is carried out (`docs/security.md#approval`, `#promises`). */
export const grantSwitches: readonly Switch[] = [
  {
    name: 'grants: planned with an authority that stands',
    file: 'src/domain/opportunity-team/desired-rows.ts',
    from: ' && view.authority && ',
    to: ' && ',
    fells: ['the opportunity is exchanged and only the grants are run'],
  },
  {
    name: 'grants: the authority is read right before',
    file: authority,
    from: 'if (!(await standsNow(applier, issue, authority))) {',
    to: 'if (issue === 0) {',
    fells: ['an approver declines between the decision and the grant'],
  },
  {
    name: 'grants: an authority is fresh for a minute',
    file: authority,
    from: 'const freshFor = 60_000;',
    to: 'const freshFor = Number.POSITIVE_INFINITY;',
    fells: ['an approver declines between two grants a minute apart'],
  },
  {
    name: 'grants: of the approval that was planned with',
    file: authority,
    from: 'return recorded.event === authority.event && recorded.digest === authority.digest;',
    to: 'return true;',
    fells: ['the form is exchanged and approved between the plan and its grant'],
  },
  {
    name: 'seal: the events are read once more',
    file: 'src/run/apply/apply-note.ts',
    from: 'const events = await applier.clients.gitlab.labelEvents(action.issue);',
    to: 'const events: [] = [];',
    fells: ['an approver clicks between the label and the seal'],
  },
  {
    name: 'writes: nothing follows on a public issue',
    file: issue,
    from: "if (!answer.confidential) return { kind: 'moved'",
    to: "if (answer.id === 0) return { kind: 'moved'",
    fells: ['the issue is made public between two writes'],
  },
  {
    name: 'writes: words only on a confidential issue',
    file: 'src/run/apply/still-confidential.ts',
    from: 'if (issue?.confidential === true)',
    to: 'if (issue !== null)',
    fells: ['the issue is made public right before its comment'],
  },
  {
    name: 'writes: confidential is read back',
    file: issue,
    from: 'if (action.confidential === true && !answer.confidential) return',
    to: 'if (answer.id === 0) return',
    fells: ['GitLab leaves the issue public and says that all is well'],
  },
  {
    name: 'CI: the log hides what people wrote',
    file: 'src/run/carry-out.ts',
    from: "const inCi = (surroundings.variables.CI ?? '') !== '';",
    to: 'const inCi = false;',
    fells: ['a customer reads the log of the job'],
  },
];
