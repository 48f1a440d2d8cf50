import type { Switch } from '../build/switch.ts';

const repair = 'src/reconcile/request/repair-scope.ts';
const claims = 'src/reconcile/request/answer-claims.ts';
const size = 'src/domain/form/form-size.ts';

/** What comes in, and what people do with labels that are not theirs (`docs/security.md#approval`, `#sinks`). */
export const formSwitches: readonly Switch[] = [
  {
    name: 'forms: 64 KiB at most',
    file: size,
    from: 'if (description.length * 3 <= formLimit) return false;',
    to: 'if (description !== formLimit) return false;',
    fells: ['a description of 70,000 characters'],
  },
  {
    name: 'forms: bytes are counted',
    file: size,
    from: ' || new TextEncoder().encode(description).length > formLimit',
    to: '',
    fells: ['a description of few characters and many bytes'],
  },
  {
    name: 'forms: nobody is mentioned by a text',
    file: 'src/domain/markdown/escape-markdown.ts',
    from: ".replace(/@/g, '\\uff20')",
    to: '',
    fells: ['a form that names everybody'],
  },
  {
    name: 'confidential first',
    file: 'src/reconcile/request/recognise.ts',
    from: 'if (view.issue.confidential) return [];',
    to: 'if (view.issue.confidential !== null) return [];',
    fells: ['a request is opened in public'],
  },
  {
    name: 'labels: what nobody may set is taken back',
    file: repair,
    from: 'if (strays.length === 0 && missing.length === 0) return [];',
    to: 'if (strays.length < 99) return [];',
    fells: ['a Planner without a role in the program sets the label'],
  },
  {
    name: 'labels: the desk’s own are the desk’s',
    file: claims,
    from: "return 'desk-label';",
    to: 'return null;',
    fells: ['a Planner sets a label of the desk’s own'],
  },
  {
    name: 'labels: who insists is told once',
    file: 'src/reconcile/request/actions-on.ts',
    from: 'if (view.notes.has(comment.key)) return [];',
    to: '',
    fells: ['a Planner sets the label again and again'],
  },
];
