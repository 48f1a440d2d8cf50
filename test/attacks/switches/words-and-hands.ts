import type { Switch } from '../build/switch.ts';

const answer = 'src/domain/engagement/answer-of-sme.ts';
const claim = 'src/domain/engagement/assignee-claim.ts';
const feedback = 'src/domain/feedback/feedback-of.ts';

/** Whose words, reactions and assignments the desk acts on (`docs/rules.md#commands`, `#assignment`). */
export const wordSwitches: readonly Switch[] = [
  {
    name: 'words: only the SME answers with a reaction',
    file: answer,
    from: 'note === told && user.id === sme && ',
    to: 'note === told && ',
    fells: ['somebody else accepts with a reaction', 'somebody else hands back with a reaction'],
  },
  {
    name: 'words: only the SME answers with a comment',
    file: answer,
    from: 'comment.author.id !== sme || ',
    to: '',
    fells: ['somebody else accepts in a comment', 'the requester accepts for the SME'],
  },
  {
    name: 'words: an answer comes after what it answers',
    file: answer,
    from: ' || comment.id <= told)',
    to: ')',
    fells: ['the SME accepted before anything was decided'],
  },
  {
    name: 'words: only the two agree on a date',
    file: 'src/domain/dates/agreed-comment.ts',
    from: ' || !entitled.includes(comment.author.id)',
    to: '',
    fells: ['somebody else agrees on a date'],
  },
  {
    name: 'words: only who may decide asks a question',
    file: 'src/domain/request/open-question.ts',
    from: 'unfitToDecide(facts.directory.byId(comment.author.id), request, facts) === null',
    to: 'true',
    fells: ['a Planner asks a question as an approver does', 'an approver of another area asks a question'],
  },
  {
    name: 'words: only the requester rates with a comment',
    file: feedback,
    from: 'comment.author.id !== author.id || ',
    to: '',
    fells: ['somebody else gives the feedback'],
  },
  {
    name: 'words: only the requester rates with a reaction',
    file: feedback,
    from: ' && user.id === issue.author.id && ',
    to: ' && ',
    fells: ['somebody else gives the feedback'],
  },
  {
    name: 'words: only the requester says that the team is done',
    file: 'src/reconcile/request/team-done.ts',
    from: 'comment.author.id === view.issue.author.id &&',
    to: 'true &&',
    fells: ['somebody else says that the team is done'],
  },
  {
    name: 'hands: only who may assigns',
    file: claim,
    from: 'return mayAssign(',
    to: 'return true || mayAssign(',
    fells: ['a Planner assigns another SME'],
  },
  {
    name: 'hands: a closing by anybody else is undone',
    file: 'src/domain/request/closing.ts',
    from: "? 'sme' : 'somebody else';",
    to: "? 'sme' : 'entitled';",
    fells: ['a Planner closes a request that is under way'],
  },
];
