import { describe, expect, it } from 'vitest';
import { notifiedBy } from '../../../src/sandbox/slack/notified.ts';

const people = new Map([
  ['ines', 'U0INES0001'],
  ['sam', 'U0SAM00001'],
]);
const nobody = { users: [], groups: [], broadcasts: [] };

function notified(text: string, more: { blocks?: readonly unknown[]; linkNames?: boolean } = {}) {
  return notifiedBy({ text, blocks: more.blocks ?? null, linkNames: more.linkNames ?? false }, people);
}

describe('a Slack text', () => {
  it.each([
    ['<@U0INES0001> please', { ...nobody, users: ['U0INES0001'] }],
    [
      '<@U0INES0001|ines>, <@U0SAM00001> and <@U0INES0001>',
      { ...nobody, users: ['U0INES0001', 'U0SAM00001'] },
    ],
    ['<!channel> look', { ...nobody, broadcasts: ['channel'] }],
    ['<!group>', { ...nobody, broadcasts: ['channel'] }],
    ['<!here|@here> and <!everyone>', { ...nobody, broadcasts: ['here', 'everyone'] }],
    ['<!subteam^S0LEADERS1|@leaders>', { ...nobody, groups: ['S0LEADERS1'] }],
    ['`<@U0INES0001>` in code', { ...nobody, users: ['U0INES0001'] }],
  ])('%s notifies whom its tokens name', (text, expected) => {
    expect(notified(text)).toEqual(expected);
  });

  it.each([
    '&lt;@U0INES0001&gt; and &lt;!channel&gt;',
    '@channel @here @ines',
    '<@U0NOBODY01>',
    '<#C0GENERAL1|general> <https://example.com|@channel> <!date^1392734382^{date}|today>',
    'ines@example.com',
    '',
  ])('%s notifies nobody', (text) => {
    expect(notified(text)).toEqual(nobody);
  });

  it('makes plain names into mentions only when it was sent so', () => {
    expect(notified('@channel: @ines, not mail@sam', { linkNames: true })).toEqual({
      ...nobody,
      users: ['U0INES0001'],
      broadcasts: ['channel'],
    });
  });

  it('notifies through its blocks as well, except through plain text', () => {
    const blocks = [
      { type: 'section', text: { type: 'mrkdwn', text: '<!here>' } },
      { type: 'section', fields: [{ type: 'plain_text', text: '<!channel>' }] },
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'user', user_id: 'U0SAM00001' }] }],
      },
      {
        type: 'rich_text',
        elements: [
          { type: 'broadcast', range: 'everyone' },
          { type: 'usergroup', usergroup_id: 'S0LEADERS1' },
        ],
      },
    ];

    expect(notified('', { blocks })).toEqual({
      users: ['U0SAM00001'],
      groups: ['S0LEADERS1'],
      broadcasts: ['here', 'everyone'],
    });
  });
});
