import { expect, it } from 'vitest';
import { exampleConfig } from '../builders/config.ts';
import type { PaperDesk } from '../builders/paper-desk.ts';
import { people, user } from '../builders/snapshot.ts';
import { quiet, standing } from '../transitions/scenes.ts';

const approved = 'request::approved';

function world(desk: PaperDesk, changes: Partial<PaperDesk['world']>): void {
  desk.world = { ...desk.world, ...changes };
}

/** Who clicks, what is wrong with it, and the condition that is named. */
const cases: readonly (readonly [string, string, (desk: PaperDesk) => void])[] = [
  ['mallory', 'not-approver', (desk) => desk.click(1, 'mallory', approved)],
  ['sam', 'author', (desk) => desk.click(1, 'sam', approved)],
  [
    'omar',
    'inactive',
    (desk) => {
      world(desk, { people: people({ omar: { active: false } }) });
      desk.click(1, 'omar', approved);
    },
  ],
  [
    'omar',
    'bot',
    (desk) => {
      world(desk, { people: people({ omar: { bot: true } }) });
      desk.click(1, 'omar', approved);
    },
  ],
  [
    'mallory',
    'unknown',
    (desk) => {
      const { mallory: _, ...others } = people();
      world(desk, { people: others });
      desk.click(1, 'mallory', approved);
    },
  ],
  [
    'omar',
    'before-reopening',
    (desk) => {
      desk.click(1, 'omar', approved);
      desk.setState(1, 'sam', 'closed');
      desk.setState(1, 'sam', 'reopened');
    },
  ],
  [
    'omar',
    'closed',
    (desk) => {
      desk.setState(1, 'sam', 'closed');
      desk.later(1000);
      desk.click(1, 'omar', approved);
    },
  ],
  [
    'omar',
    'changed',
    (desk) => {
      desk.edit(1, { 'Type of engagement': '- [x] Workshop' });
      desk.click(1, 'omar', approved);
    },
  ],
  [
    'omar',
    'renamed-label',
    (desk) => {
      const { approved: id } = desk.record(1).labels;
      desk.click(1, 'omar', 'request::agreed', id);
    },
  ],
  ['omar', 'desk-label', (desk) => desk.click(1, 'omar', 'request::assigned')],
];

it.each(cases)('a click by %s is taken back, and the comment names the condition: %s', (who, code, act) => {
  const { desk } = standing('awaiting-approval');
  desk.config = exampleConfig();
  act(desk);
  quiet({ desk, iid: 1 });
  const told = [...desk.comments(1)].filter(([key]) => key.startsWith('refused:'));
  expect(told.map(([key]) => key)).toEqual([`refused:${user(who).id}:${code}`]);
  expect(told[0]?.[1]).toContain(`Code: \`label-${code}\``);
  expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
});
