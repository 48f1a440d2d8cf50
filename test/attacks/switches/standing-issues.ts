import type { Switch } from '../build/switch.ts';

const file = 'src/run/apply/apply-standing.ts';

/** What an SME is told alone (`docs/rules.md#sme-record`). */
export const standingSwitches: readonly Switch[] = [
  {
    name: 'records: the desk has opened them',
    file: 'src/reconcile/sme-records.ts',
    from: 'deskIds.includes(author.id) &&',
    to: '(deskIds.length > 0 || author.id > 0) &&',
    fells: ['an issue that passes for the record of an SME'],
  },
  {
    name: 'records: the desk has opened them, looked at again',
    file,
    from: "if (!deskIds.includes(issue.author.id)) return 'somebody else has opened it';",
    to: '',
    fells: ['an issue that passes for the record of an SME, at the last moment'],
  },
  {
    name: 'records: confidential',
    file,
    from: "if (!issue.confidential) return 'somebody has made it public; make it confidential again';",
    to: '',
    fells: ['the record of an SME, made public'],
  },
  {
    name: 'records: nobody else is assigned',
    file,
    from: 'const same = !others && issue.assignees.length === assignees.length;',
    to: 'const same = others || !others;',
    fells: [
      'the record of an SME, assigned to somebody else too',
      'the record of an SME, given to somebody else',
    ],
  },
  {
    name: 'records: no command of others is sent along',
    file,
    from: 'if (commandLines(placed.content).length > 0) return left(on, command);',
    to: '',
    fells: ['a command beside the desk’s part of a record'],
  },
];
