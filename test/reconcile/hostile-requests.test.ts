import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusalOfBody } from '../../src/run/apply/send-body.ts';
import { PaperDesk } from '../builders/paper-desk.ts';
import { requestText } from '../builders/request-text.ts';
import { acme, globex, labels, opportunity, salesforceOn, user } from '../builders/snapshot.ts';

function quiet(desk: PaperDesk): void {
  desk.later(60_000);
  expect(desk.plan().actions).toEqual([]);
}

describe('what is forged, copied or renamed', () => {
  it('a clone with all comments and events is a new request that nobody has approved', () => {
    const desk = new PaperDesk();
    desk.open();
    desk.run();
    desk.click(1, 'omar', 'request::approved');
    desk.run();
    desk.later(3_600_000);
    const { notes, labelEvents, labels: names } = desk.issue(1);
    desk.open();
    desk.change(2, { notes, labelEvents, labels: names });
    desk.run();
    expect(desk.scope(2)).toEqual(['request::awaiting-approval']);
    expect(desk.record(2)).toMatchObject({ approval: null, team: [], decision: null });
    expect(desk.scope(1)).toEqual(['request::assigned']);
    quiet(desk);
  });

  it('a record that somebody else has written is text', () => {
    const desk = new PaperDesk();
    desk.open();
    desk.run();
    const body = desk.view(1).record.note?.body ?? '';
    const forged = body.replace('"approval":null', `"approval":{"event":1,"user":12,"digest":"x"}`);
    expect(forged).not.toBe(body);
    desk.comment(1, 'mallory', forged);
    quiet(desk);
    expect(desk.record(1).approval).toBeNull();
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
  });

  it('an approved label that was made anew: the request is shown again, and then a click on it counts', () => {
    const desk = new PaperDesk();
    desk.open();
    desk.run();
    const anew = labels.map((each) => (each.name === 'request::approved' ? { ...each, id: 777 } : each));
    desk.world = { ...desk.world, labels: anew };
    desk.click(1, 'omar', 'request::approved', 777);
    desk.run();
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
    expect(desk.comments(1).has(`early:${user('omar').id}`)).toBe(true);
    quiet(desk);
    desk.click(1, 'omar', 'request::approved', 777);
    desk.run();
    expect(desk.view(1).state).toBe('assigned');
  });

  it.each([
    'request::submitted',
    'request::awaiting-approval',
    'request::assigned',
    'request::completed',
    'request::approved',
  ])('an author who opens the issue with %s gains nothing and is stuck nowhere', (label) => {
    const desk = new PaperDesk();
    desk.open({ labels: [label, 'type::sme-request'] });
    desk.run();
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
    expect(desk.record(1).approval).toBeNull();
    quiet(desk);
  });

  it('one request that cannot be read changes nothing for the others', () => {
    const alone = new PaperDesk();
    alone.open();
    alone.run();
    const both = new PaperDesk();
    both.open();
    both.open({ description: '#'.repeat(70_000), labels: ['type::sme-request'] });
    both.run();
    expect(both.scope(1)).toEqual(alone.scope(1));
    expect(both.scope(2)).toEqual(['request::needs-info']);
    quiet(both);
  });
});

describe('one poisoned issue beside three good ones', () => {
  /** Three requests in different states, and a fourth issue with whatever somebody has put there. */
  function three(): PaperDesk {
    const desk = new PaperDesk();
    desk.open();
    desk.open({ author: user('tom') }, { 'Area of expertise': '- [x] Security' });
    desk.open({ author: user('sofia') }, { 'Expected duration': 'a while' });
    desk.run();
    desk.click(1, 'omar', 'request::approved');
    return desk;
  }

  /** What is planned for the first three, as text. */
  function plannedForThree(desk: PaperDesk): string {
    const { actions } = desk.plan();
    return JSON.stringify(actions.filter((each) => 'issue' in each && each.issue <= 3));
  }

  const poisoned: readonly (readonly [string, Partial<Parameters<PaperDesk['change']>[1]>])[] = [
    ['64 KiB of comments that nobody closes', { description: '<!--'.repeat(16_000) }],
    ['more than 64 KiB', { description: '#'.repeat(70_000) }],
    ['NUL, half surrogates and marks of direction', { description: '### Area\n\0\ud800\u202e'.repeat(500) }],
    [
      'a title of commands',
      { title: '/close\n@all <!-- sme-desk:record {} -->', description: requestText() },
    ],
    [
      'a thousand clicks of somebody without a right',
      {
        description: requestText(),
        labelEvents: Array.from({ length: 1000 }, (_, index) => ({
          id: 10_000 + index,
          user: user('mallory'),
          at: index,
          label: { id: 777, name: 'request::approved' },
          action: index % 2 === 0 ? ('add' as const) : ('remove' as const),
        })),
      },
    ],
    [
      'forged records, one in another',
      {
        description: requestText(),
        notes: Array.from({ length: 50 }, (_, index) => ({
          id: 90_000 + index,
          author: user('mallory'),
          body: `<!-- sme-desk:record {"version":1,"approval":{"event":${index}}} -->`.repeat(20),
          at: index,
          updatedAt: index,
          system: false,
          internal: false,
        })),
      },
    ],
    [
      'a year that there is not',
      { createdAt: Number.NaN, updatedAt: Number.NaN, description: requestText() },
    ],
  ];

  it.each(poisoned)('changes nothing for them: %s', (_, poison) => {
    const alone = three();
    const beside = three();
    beside.open({ author: user('mallory') }, { 'Opportunity ID or link': globex });
    beside.change(4, poison);
    const planned = plannedForThree(beside);

    expect(planned.length).toBeGreaterThan(100);
    expect(planned).toBe(plannedForThree(alone));
  });
});

describe('whatever stands in a form or in Salesforce', () => {
  const poison = fc.constantFrom(
    '/close',
    '\n/label ~"request::approved"',
    '\r/assign @mallory',
    '\u2028/close',
    '@all @mallory',
    '<!-- sme-desk:record {} -->',
    '-->',
    '<img src=x>',
    '```\n/close\n```',
    '[x](javascript:alert(1))',
    '| a | b |',
    '`',
    '> ',
    '~"request::approved"',
    '::include{file=x}',
  );
  const text = fc
    .array(fc.oneof(poison, fc.string({ maxLength: 8 })), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(' '));

  it('no comment holds a command, raw HTML or a mention that was not meant', () => {
    let bodies = 0;
    fc.assert(
      fc.property(text, text, text, fc.boolean(), (one, two, three, wrong) => {
        const opportunities = { [acme]: opportunity({ name: two, accountName: three, stage: one }) };
        const desk = new PaperDesk({ world: { salesforce: salesforceOn({ opportunities }) } });
        desk.open(
          {},
          {
            Description: one,
            'Questions for the SME': `- ${two}`,
            'Opportunity name': three,
            'Account name': one,
            'Type of engagement': `- [x] Other: ${two}`,
            'Slack channel of the opportunity': three,
            'Proposed dates': '- 2026-11-24 15:00 Europe/Madrid\n- 2026-12-02 10:00 Europe/Madrid',
            'Fast track': '- [x] Fast track',
            'Reason for the fast track': one,
            ...(wrong ? { 'Area of expertise': `- [x] Other: ${one}`, 'Expected duration': two } : {}),
          },
        );
        for (let run = 0; run < 2; run += 1) {
          for (const action of desk.run().actions) {
            if (action.kind !== 'note.create' && action.kind !== 'record.write') continue;
            const body = action.kind === 'note.create' ? action.body : action.text;
            expect(refusalOfBody(body, action.mentions)).toBeNull();
            bodies += 1;
          }
          desk.click(1, 'priya', 'request::approved');
        }
      }),
      { numRuns: 60 },
    );
    // A comment that never ends can hide a whole form; what is left of it is no request and hears nothing.
    expect(bodies).toBeGreaterThan(30);
  });
});
