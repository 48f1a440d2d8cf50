import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/plan/action.ts';
import { renderTerminal } from '../../../src/plan/render/render-terminal.ts';
import { expected, names, oneOfEach, plan } from './builders.ts';

function lineOf(action: Action): string {
  return renderTerminal(plan({ actions: [action] }), { names }).split('\n')[2] ?? '';
}

describe('a plan on the terminal', () => {
  it.each([
    [
      'issue.set',
      '#12 set request::assigned, assign ines, remove request::approved — because Ines is free on 2 December',
    ],
    ['record.write', '#12 write the record, mentioning omar — because the form is complete'],
    [
      'record.seal',
      '#12 read the label events again and note in the record from which one on an approval counts — because approvals count from now on',
    ],
    ['note.create', '#12 write a comment assigned-1, mentioning sam, ines'],
    ['note.delete', "#12 delete the desk's own comment 77 — because it says the same as comment 76"],
    [
      'team.add',
      '#12 GRANT: add ines (005AB000001InesYAC) to the opportunity team of 006AB000001AcmeYAC as SME — because omar approved it (label event 55)',
    ],
    [
      'team.remove',
      '#12 remove 005AB000001JonaYAC from the opportunity team of 006AB000001AcmeYAC (row 00qAB0000001RowYAC) — because jonas handed back',
    ],
    [
      'slack.post',
      '#12 GRANT: post to #ai-sme-request (C0AIREQ001): message announce — because omar approved it (label event 55)',
    ],
    ['slack.edit', '#12 edit a message in #ai-sme-request (C0AIREQ001): message announce'],
    ['slack.delete', '#12 delete the second message announce in #ai-sme-request (C0AIREQ001)'],
    [
      'slack.invite',
      '#12 GRANT: invite U0INES0001 to C0OPPACME1 — because omar approved it (label event 55)',
    ],
    ['slack.remove', '#12 remove U0JONAS001 from C0OPPACME1 — because jonas handed back'],
    ['wiki.write', 'project: create the wiki page metrics'],
    ['label.create', 'project: create the label request::approved (#00b140)'],
    [
      'board.ensure',
      'project: create the board Requests with the lists request::submitted, request::approved',
    ],
    [
      'schedule.ensure',
      'project: create the pipeline schedule reconcile: */15 * * * * UTC on main, variables DESK_JOB',
    ],
    ['webhook.ensure', 'project: create the webhook that starts a pipeline on main'],
  ] as const)('tells %s as "%s"', (kind, words) => {
    expect(lineOf(oneOfEach[kind])).toBe(`    1  ${words}`);
  });

  it.each([
    [{ assignees: [31] }, [32], 'assign ines, unassign jonas'],
    [{ assignees: [] }, [31], 'unassign ines'],
    [{ assignees: [31] }, [31], 'keep the assignees'],
    [{ assignees: [99] }, [], 'assign user 99'],
    [{ confidential: true }, [], 'make it confidential'],
    [{ state: 'close' }, [], 'close the issue'],
    [{ state: 'reopen' }, [], 'reopen the issue'],
    [{}, [], 'change nothing'],
  ] as const)('tells the change %o of an issue with assignees %o as "%s"', (change, assignees, words) => {
    const action: Action = {
      kind: 'issue.set',
      issue: 12,
      expect: { ...expected, assignees },
      add: [],
      remove: [],
      why: 'x',
      ...change,
    };

    expect(lineOf(action)).toBe(`    1  #12 ${words} — because x`);
  });

  it.each([
    [{ ...oneOfEach['record.write'], note: 5 }, 'edit the record'],
    [{ ...oneOfEach['note.create'], internal: true }, 'write an internal comment'],
    [{ ...oneOfEach['wiki.write'], exists: true }, 'edit the wiki page metrics'],
    [
      { ...oneOfEach['board.ensure'], board: 3 },
      'add to the board Requests: request::submitted, request::approved',
    ],
    [{ ...oneOfEach['schedule.ensure'], schedule: 3 }, 'correct the pipeline schedule reconcile'],
    [{ ...oneOfEach['webhook.ensure'], hook: 3 }, 'correct the webhook that starts a pipeline'],
  ])('tells an edit from a creation: %o', (action, words) => {
    expect(lineOf(action)).toContain(words);
  });

  it('groups the lines by issue and numbers them in the order in which they are applied', () => {
    const other = { ...oneOfEach['note.create'], issue: 9 };
    const actions = [oneOfEach['issue.set'], other, oneOfEach['slack.edit'], oneOfEach['label.create']];

    const text = renderTerminal(plan({ actions }), { bodies: 'hidden' });

    const order = [...text.matchAll(/^ +(\d+) {2}(\S+)/gm)].map(
      ([, place, subject]) => `${place} ${subject}`,
    );
    expect(order).toEqual(['1 #12', '3 #12', '2 #9', '4 project:']);
  });

  it('says first how much it writes and how much of it grants something, and last the totals and the digest', () => {
    const actions = [oneOfEach['issue.set'], oneOfEach['team.add'], { ...oneOfEach['slack.edit'], issue: 9 }];

    const lines = renderTerminal(plan({ actions })).trimEnd().split('\n');

    expect(lines[0]).toBe(
      'Plan of 2026-11-23T08:00:00.000Z: 3 writes on 2 issues; 1 of them grants access or names an SME.',
    );
    expect(lines.at(-2)).toBe('Totals: 1 issue change, 1 team addition, 1 Slack edit.');
    expect(lines.at(-1)).toBe(`Digest: ${'ab'.repeat(32)}`);
  });

  it('says that there is nothing to do, but not while something is held back', () => {
    expect(renderTerminal(plan())).toContain('Nothing to write: everything is as it should be.');
    expect(renderTerminal(plan({ problems: ['#4 cannot be read.'] }))).toContain(
      'but not everything is as it should be',
    );
  });

  it('tells what is held back, left over or broken, and what to do about it', () => {
    const text = renderTerminal(
      plan({
        held: [{ kind: 'team.remove', count: 9, allow: '--allow removals=9' }],
        leftOver: [{ kind: 'team.add', count: 2 }],
        problems: ['#4 cannot be read. Run again.'],
      }),
    );

    expect(text).toContain('Held back: 9 team removals. If that is right, run again with --allow removals=9');
    expect(text).toContain(
      'Left over: 2 team additions. The cap of this run is reached; the next run goes on.',
    );
    expect(text).toContain('Problem: #4 cannot be read. Run again.');
  });

  it('shows the beginning of a body on one line, or none of it', () => {
    const actions = [{ ...oneOfEach['note.create'], body: `First line.\n\n${'word '.repeat(100)}` }];

    const shown = renderTerminal(plan({ actions }));
    const hidden = renderTerminal(plan({ actions }), { bodies: 'hidden' });

    expect(shown).toMatch(/^ {9}“First line\. ⏎ word word .{60,80}…”$/m);
    expect(hidden).not.toContain('First line');
  });

  it('never shows values of variables', () => {
    expect(renderTerminal(plan({ actions: Object.values(oneOfEach) }))).not.toContain('reconcile-value');
  });
});
