import { expect } from 'vitest';
import type { RequestState } from '../../../src/domain/workflow/request-state.ts';
import { salesforceOn, user } from '../../builders/snapshot.ts';
import type { RowStory, Scene } from '../row-story.ts';
import { answersIn, salesforceBack, standing } from '../scenes.ts';

const checked: readonly RowStory[] = [
  {
    from: 'none',
    event: 'recognised',
    to: 'submitted',
    through: true,
    given: () => standing('none'),
    when: ({ desk, iid }) => desk.change(iid, { confidential: false, author: user('tom') }),
    then: ({ desk, iid }) => {
      expect(desk.issue(iid).confidential).toBe(true);
      expect(desk.issue(iid).labels).toEqual(expect.arrayContaining(['type::sme-request', 'area::ai']));
    },
  },
  {
    from: 'submitted',
    event: 'checked clean',
    to: 'awaiting-approval',
    given: () => standing('submitted'),
    when: salesforceBack,
    then: ({ desk, iid }) => {
      expect(desk.record(iid).checked.join('\n')).toContain('Opportunity: Acme renewal');
      expect(desk.view(iid).record.note?.body).not.toContain('has not answered');
    },
  },
  {
    from: 'needs-info',
    event: 'checked clean',
    to: 'awaiting-approval',
    given: () => standing('needs-info'),
    when: ({ desk, iid }) => desk.edit(iid, {}),
  },
  {
    from: 'submitted',
    event: 'problems found',
    to: 'needs-info',
    given: () => standing('submitted'),
    when: ({ desk }) => {
      desk.world = { ...desk.world, salesforce: salesforceOn({ opportunities: {} }) };
    },
    then: ({ desk, iid }) => {
      const lists = [...desk.comments(iid)].filter(([key]) => key.startsWith('problems:'));
      expect(lists.map(([, body]) => body)).toEqual([expect.stringContaining('`opportunity-unknown`')]);
    },
  },
];

const openStates: readonly RequestState[] = [
  'submitted',
  'needs-info',
  'awaiting-approval',
  'approved',
  'waitlisted',
  'assigned',
  'changed',
  'engaged',
  'awaiting-feedback',
];

/** The answers that a request stands with, so that an edit changes the questions alone. */
function answersOf({ desk, iid }: Scene): Readonly<Record<string, string | null>> {
  const { state } = desk.view(iid);
  if (state === 'none') return {};
  return state === 'changed' ? { 'Type of engagement': '- [x] Workshop' } : answersIn(state);
}

/** What there was to see before the edit, by request: nothing of it may change. */
const before = new WeakMap<Scene['desk'], { readonly comments: number; readonly approval: unknown }>();

const edited: readonly RowStory[] = openStates.map((from) => ({
  from,
  event: 'open field edited',
  to: from,
  given: () => standing(from),
  when: (scene) => {
    const { desk, iid } = scene;
    before.set(desk, { comments: desk.comments(iid).size, approval: approvalOf(scene) });
    desk.edit(iid, { ...answersOf(scene), 'Questions for the SME': '- What stays inside, really?' });
  },
  then: (scene) => {
    const { desk, iid } = scene;
    expect({ comments: desk.comments(iid).size, approval: approvalOf(scene) }).toEqual(before.get(desk));
  },
}));

function approvalOf({ desk, iid }: Scene): unknown {
  return desk.view(iid).record.state?.approval ?? null;
}

/** Recognising and checking a request, and edits that change nothing of what was approved. */
export const validation: readonly RowStory[] = [...checked, ...edited];
