import { describe, expect, it } from 'vitest';
import { recordText } from '../../../src/domain/notifications/record-text.ts';
import { emptyRecord } from '../../../src/domain/record/record-state.ts';
import { requestContext } from '../../../src/domain/request/request-view.ts';
import { requestStates } from '../../../src/domain/workflow/request-state.ts';
import type { WriteRecord } from '../../../src/plan/action.ts';
import { refusalOfBody } from '../../../src/run/apply/send-body.ts';
import { PaperDesk } from '../../builders/paper-desk.ts';
import { hour, salesforceOn } from '../../builders/snapshot.ts';
import { standing } from '../../transitions/scenes.ts';

/** What people read in the record of a request. */
function textOf(desk: PaperDesk, iid = 1): string {
  const body = desk.view(iid).record.note?.body ?? '';
  return body.slice(0, body.indexOf('<!-- sme-desk:record')).trimEnd();
}

function waiting(answers: Readonly<Record<string, string | null>> = {}): PaperDesk {
  const desk = new PaperDesk();
  desk.open({}, answers);
  desk.run();
  expect(desk.view(1).state).toBe('awaiting-approval');
  return desk;
}

function records(desk: PaperDesk): WriteRecord[] {
  return desk.last.filter((action) => action.kind === 'record.write');
}

const nothing = emptyRecord({ project: 7, issue: 5001, labels: { approved: 104, declined: 111 } });

describe('the record as people read it', () => {
  it('says while a decision is awaited who decides, until when, how, and on what', () => {
    const text = textOf(waiting());
    expect(text).toMatch(
      /^\*\*Waiting for an approval\.\*\* @priya and @omar: please decide on this request for AI, /,
    );
    expect(text).toContain('✓ submitted → ✓ checked → **now: approval** → assignment');
    expect(text).toContain(
      '- Waiting for priya or omar since Mon 23 Nov 2026, 09:02 CET; usually decided by',
    );
    expect(text).toContain('this line: `/label ~"request::approved"`');
    expect(text).toContain('priya or omar decides, usually within 8 business hours');
    expect(text).toContain(
      '- Opportunity: Acme renewal of Acme, stage 3-Technical Evaluation, closes 2027-01-29',
    );
    expect(text).not.toContain('Please look at');
  });

  it('shows differences to Salesforce side by side, and everything unusual', () => {
    const text = textOf(
      waiting({
        'Account name': 'Acme | Holding',
        'Proposed dates': '- 2026-11-24 15:00 Europe/Madrid',
        'Fast track': '- [x] Fast track',
        'Reason for the fast track': `They decide *tomorrow*. ${'x'.repeat(1000)}`,
      }),
    );
    expect(text).toContain('| Account name | Acme \\| Holding | Acme |');
    expect(text).toMatch(/- Fast track: They decide \\\*tomorrow\\\*\. x{200,300} …$/m);
  });

  it('says when somebody could take it where nobody can at the proposed times', () => {
    const text = textOf(waiting({ 'Proposed dates': '- 2026-11-28 03:00 Europe/Madrid' }));
    expect(text).toMatch(
      /Nobody could take it .* Next possible: Wed 25 Nov 2026, 09:30 CET; Thu 26 .*; Fri 27 /,
    );
  });

  it('repeats what was checked until it is void, word for word', () => {
    const desk = waiting();
    const checked = desk.record(1).checked.join('\n');
    desk.click(1, 'omar', 'request::approved');
    desk.world = { ...desk.world, salesforce: salesforceOn({ users: [] }) };
    desk.run();
    expect(textOf(desk)).toContain(checked);
    expect(textOf(desk)).toContain('- Approved by omar on Mon 23 Nov 2026, 09:02 CET');
    desk.edit(1, { 'Opportunity ID or link': null });
    desk.run();
    expect(textOf(desk)).not.toContain('What was checked');
  });

  it('mentions people when it is made and never in an edit', () => {
    const desk = waiting();
    expect(records(desk).map((action) => action.mentions)).toEqual([['priya', 'omar']]);
    desk.edit(1, { 'Expected duration': '2 h' });
    desk.run();
    expect(records(desk).map((action) => action.mentions)).toEqual([[]]);
    expect(textOf(desk)).not.toContain('@');
    expect([...desk.comments(1).keys()].some((key) => key.startsWith('shown:'))).toBe(true);
  });

  it('is the same text for the same facts', () => {
    const desk = waiting();
    const context = requestContext(desk.config, { ...desk.world, now: desk.world.now + hour });
    const text = recordText(desk.view(1), context, desk.record(1), 'awaiting-approval', ['priya', 'omar']);
    expect(text).toBe(textOf(desk));
  });

  it.each(requestStates)('has in %s a headline, and nothing that a gate would hold back', (state) => {
    const { desk, iid } = standing(state);
    const context = requestContext(desk.config, desk.world);
    const text = recordText(desk.view(iid), context, desk.view(iid).record.state ?? nothing, state);
    expect(text).toMatch(/^\*\*[A-Z][^*]+\.\*\* /);
    expect(refusalOfBody(text, [])).toBeNull();
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['the account', { 'Account name': '/approve @all <img src=x> #1 !2 \u2028/close' }],
    [
      'the reason',
      { 'Fast track': '- [x] Fast track', 'Reason for the fast track': '@lena\n\n/close\n\n`x' },
    ],
    ['the type', { 'Type of engagement': '- [x] Other: @lena /close | <b>' }],
  ])('lets nothing through that people have written into %s', (_, answers) => {
    const desk = waiting({ ...answers, 'Proposed dates': '- 2026-12-01 15:00 Europe/Madrid' });
    expect(refusalOfBody(textOf(desk), ['priya', 'omar'])).toBeNull();
  });
});
