import { describe, expect, it } from 'vitest';
import { exampleConfig } from '../builders/config.ts';
import { PaperDesk } from '../builders/paper-desk.ts';
import { acme, globex, salesforceOn, user } from '../builders/snapshot.ts';

/** A request that waits for its approval, after a first run. */
function waiting(options: ConstructorParameters<typeof PaperDesk>[0] = {}): PaperDesk {
  const desk = new PaperDesk(options);
  desk.open();
  desk.run();
  expect(desk.view(1).state).toBe('awaiting-approval');
  return desk;
}

/** A request that was approved by omar and has an SME. */
function assigned(options: ConstructorParameters<typeof PaperDesk>[0] = {}): PaperDesk {
  const desk = waiting(options);
  desk.click(1, 'omar', 'request::approved');
  desk.run();
  expect(desk.view(1).state).toBe('assigned');
  return desk;
}

function quiet(desk: PaperDesk): void {
  desk.later(60_000);
  expect(desk.plan().actions).toEqual([]);
}

/** A program in which the desk proposes and people assign: an approved request stays approved. */
function recommending() {
  return exampleConfig({ program: [['mode: assign', 'mode: recommend']] });
}

const tiers = [{ tier: 'free' }, { tier: 'premium' }] as const;

describe.each(tiers)('a request on GitLab $tier', ({ tier }) => {
  it('is shown to its approvers in one run, and then nothing more is written', () => {
    const desk = waiting({ tier });
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
    quiet(desk);
  });

  it('is assigned in the run that sees the approval, and then nothing more is written', () => {
    const desk = assigned({ tier });
    expect(desk.scope(1)).toEqual(['request::assigned']);
    expect(desk.record(1).approval).toMatchObject({ user: user('omar').id });
    quiet(desk);
  });

  it('with problems goes back once, and is told again only when the list has changed', () => {
    const desk = new PaperDesk({ tier });
    desk.open({}, { 'Expected duration': 'long' });
    desk.run();
    expect(desk.scope(1)).toEqual(['request::needs-info']);
    expect(desk.comments(1).size).toBe(1);
    quiet(desk);
    desk.edit(1, { 'Expected duration': 'very long' });
    desk.run();
    expect(desk.comments(1).size).toBe(2);
    quiet(desk);
    desk.edit(1, {});
    desk.run();
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
    quiet(desk);
  });

  it('a click by somebody without the right is undone, and told once however often it comes', () => {
    const desk = waiting({ tier });
    for (const label of ['request::approved', 'request::approved', 'request::engaged']) {
      desk.click(1, 'mallory', label);
      desk.run();
      expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
    }
    expect([...desk.comments(1).keys()]).toEqual([
      `refused:${user('mallory').id}:not-approver`,
      `refused:${user('mallory').id}:desk-label`,
    ]);
    quiet(desk);
  });

  it('an early approval is thanked after a clean check, once, and does not count', () => {
    const desk = new PaperDesk({ tier });
    desk.open();
    desk.click(1, 'omar', 'request::approved');
    desk.run();
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
    expect([...desk.comments(1).keys()]).toEqual([`early:${user('omar').id}`]);
    quiet(desk);
    desk.click(1, 'omar', 'request::approved');
    desk.run();
    expect(desk.scope(1)).toEqual(['request::assigned']);
  });

  it('an approval while the request is with its requester is thanked once the form is mended', () => {
    const desk = new PaperDesk({ tier });
    desk.open({}, { 'Questions for the SME': null });
    desk.run();
    desk.click(1, 'omar', 'request::approved');
    desk.run();
    expect(desk.scope(1)).toEqual(['request::needs-info']);
    desk.edit(1, {});
    desk.run();
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
    expect(desk.comments(1).has(`early:${user('omar').id}`)).toBe(true);
    quiet(desk);
  });

  it('the approved label taken off by somebody without the right changes nothing, and the desk never sets it', () => {
    const desk = waiting({ tier, config: recommending() });
    desk.click(1, 'omar', 'request::approved');
    desk.run();
    desk.unclick(1, 'mallory', 'request::approved');
    desk.run();
    const byDesk = desk.issue(1).labelEvents.filter((event) => event.user?.id === desk.world.desk.id);
    expect(byDesk.filter((event) => event.action === 'add').map((event) => event.label?.name)).not.toContain(
      'request::approved',
    );
    expect(desk.view(1).state).toBe('approved');
    quiet(desk);
  });

  it('a declined request that is reopened begins anew: what was decided before is void', () => {
    const desk = waiting({ tier });
    desk.comment(1, 'omar', 'We have a recording of that.');
    desk.click(1, 'omar', 'request::declined');
    desk.run();
    desk.later(60_000);
    desk.setState(1, 'sam', 'reopened');
    desk.later(60_000);
    desk.run();
    expect(desk.transitions(1)).toEqual(['submitted', 'awaiting-approval', 'submitted', 'awaiting-approval']);
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
    expect(desk.issue(1).state).toBe('opened');
    quiet(desk);
    desk.click(1, 'omar', 'request::approved');
    desk.run();
    expect(desk.scope(1)).toEqual(['request::assigned']);
    quiet(desk);
  });

  it('an approval between the label and the seal is early and thanked', () => {
    const desk = new PaperDesk({ tier });
    desk.open();
    desk.later(60_000);
    const { actions } = desk.plan();
    const seal = actions.findIndex((action) => action.kind === 'record.seal');
    desk.apply(actions.slice(0, seal));
    desk.click(1, 'omar', 'request::approved');
    desk.apply(actions.slice(seal));
    desk.run();
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
    expect([...desk.comments(1).keys()]).toEqual([`early:${user('omar').id}`]);
    quiet(desk);
  });

  it('an approval while the first run was under way is early and thanked, also after a crash before the seal', () => {
    const desk = new PaperDesk({ tier });
    desk.open();
    desk.later(60_000);
    const { actions } = desk.plan();
    desk.click(1, 'omar', 'request::approved');
    desk.apply(
      actions.slice(
        0,
        actions.findIndex((action) => action.kind === 'record.seal'),
      ),
    );
    desk.run();
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
    expect(desk.comments(1).has(`early:${user('omar').id}`)).toBe(true);
    quiet(desk);
  });

  it('a decline with a reason ends it, closes it and tells the requester once', () => {
    const desk = waiting({ tier });
    desk.comment(1, 'omar', 'We have a recording of that.');
    desk.click(1, 'omar', 'request::declined');
    desk.run();
    expect(desk.issue(1).state).toBe('closed');
    expect(desk.scope(1)).toEqual(['request::declined']);
    quiet(desk);
  });

  it('a decline without a reason asks for it once, grants nothing, and ends the request when the reason comes', () => {
    const desk = waiting({ tier });
    desk.click(1, 'omar', 'request::declined');
    desk.run();
    expect(desk.issue(1).state).toBe('opened');
    expect([...desk.comments(1).keys()].filter((key) => key.startsWith('reason:'))).toHaveLength(1);
    quiet(desk);
    desk.comment(1, 'omar', 'We have a recording of that.');
    desk.run();
    expect(desk.view(1).state).toBe('declined');
    quiet(desk);
  });

  it('a decline without a reason after the approval leaves the state alone and shows nothing again', () => {
    const desk = assigned({ tier });
    const before = desk.comments(1).size;
    desk.click(1, 'omar', 'request::declined');
    desk.run();
    expect(desk.view(1).state).toBe('assigned');
    expect(desk.comments(1).size).toBe(before + 1);
    expect(desk.last.map((action) => action.kind)).not.toContain('record.seal');
    quiet(desk);
  });

  it('a decline without a reason on an approved request that nobody could take is not shown again', () => {
    const desk = waiting({ tier });
    desk.click(1, 'omar', 'request::approved');
    desk.run({ steps: ['validate'] });
    desk.click(1, 'lena', 'request::approved');
    desk.click(1, 'omar', 'request::declined');
    desk.run();
    expect(desk.last.map((action) => action.kind)).not.toContain('record.seal');
    expect([...desk.comments(1).keys()].filter((key) => key.startsWith('reason:'))).toHaveLength(1);
    quiet(desk);
  });

  it('a decline that is withdrawn before its reason came leaves the request waiting for a new approval', () => {
    const desk = waiting({ tier });
    desk.click(1, 'omar', 'request::declined');
    desk.run();
    desk.unclick(1, 'omar', 'request::declined');
    desk.run();
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
    desk.click(1, 'priya', 'request::approved');
    desk.run();
    expect(desk.view(1).state).toBe('assigned');
  });

  it('a decline before the request was checked counts as well', () => {
    const desk = new PaperDesk({ tier });
    desk.open({}, { 'Expected duration': 'long' });
    desk.run();
    desk.comment(1, 'omar', 'Please talk to me first.');
    desk.click(1, 'omar', 'request::declined');
    desk.run();
    expect(desk.view(1).state).toBe('declined');
    expect(desk.issue(1).state).toBe('closed');
    quiet(desk);
  });

  it('a binding edit while it waits shows it again, tells the approvers once, and makes older clicks void', () => {
    const desk = waiting({ tier });
    desk.edit(1, { 'Opportunity ID or link': globex });
    desk.click(1, 'omar', 'request::approved');
    desk.run();
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
    expect(desk.record(1).approval).toBeNull();
    quiet(desk);
    desk.click(1, 'omar', 'request::approved');
    desk.run();
    expect(desk.view(1).state).toBe('assigned');
  });

  it('a binding edit with problems while it waits sends it back, and no approval counts meanwhile', () => {
    const desk = waiting({ tier });
    desk.edit(1, { 'Expected duration': 'long' });
    desk.run();
    expect(desk.scope(1)).toEqual(['request::needs-info']);
    expect(desk.view(1).record.note?.body).not.toContain('Waiting for an approval');
    quiet(desk);
    desk.click(1, 'omar', 'request::approved');
    desk.run();
    expect(desk.scope(1)).toEqual(['request::needs-info']);
    desk.edit(1, {});
    desk.run();
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
    quiet(desk);
  });

  it('an approval while the form in needs-info reads like the one that was shown is early', () => {
    const desk = waiting({ tier });
    desk.edit(1, { 'Expected duration': 'long' });
    desk.run();
    desk.edit(1, { 'Questions for the SME': null });
    desk.click(1, 'omar', 'request::approved');
    desk.run();
    expect(desk.scope(1)).toEqual(['request::needs-info']);
    quiet(desk);
  });

  it('an open edit while it waits changes nothing', () => {
    const desk = waiting({ tier });
    desk.edit(1, { 'Questions for the SME': '- What stays in their network, really?' });
    quiet(desk);
  });

  it('the approver takes the label off before anybody was assigned: it waits again', () => {
    const desk = waiting({ tier });
    desk.click(1, 'omar', 'request::approved');
    desk.run({ steps: ['validate'] });
    expect(desk.view(1).state).toBe('approved');
    desk.unclick(1, 'omar', 'request::approved');
    desk.run();
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
    expect(desk.record(1)).toMatchObject({ approval: null, pastApprovals: [{ user: user('omar').id }] });
    quiet(desk);
  });

  it('approved, taken off and approved once more in one go: the newest click is the authority', () => {
    const desk = waiting({ tier });
    desk.click(1, 'omar', 'request::approved');
    desk.run({ steps: ['validate'] });
    const first = desk.record(1).approval?.event ?? 0;
    desk.unclick(1, 'omar', 'request::approved');
    desk.click(1, 'omar', 'request::approved');
    desk.run();
    expect(desk.view(1).state).toBe('assigned');
    expect(desk.record(1).approval?.event).toBeGreaterThan(first);
    quiet(desk);
  });

  it('a binding edit after the assignment: changed, kept as it is, and back to the same SME with a new approval', () => {
    const desk = assigned({ tier });
    const { decision } = desk.record(1);
    desk.edit(1, { 'Expected duration': '2 h' });
    desk.run();
    expect(desk.scope(1)).toEqual(['request::changed']);
    expect(desk.record(1)).toMatchObject({ approval: null, decision, team: [{ opportunity: acme }] });
    quiet(desk);
    desk.click(1, 'omar', 'request::approved');
    desk.run();
    expect(desk.scope(1)).toEqual(['request::assigned']);
    quiet(desk);
  });

  it('another area after the assignment: the SME of the old one is let go, and one of the new one is found', () => {
    const desk = assigned({ tier });
    desk.edit(1, {
      'Area of expertise': '- [x] Dedicated',
      'Proposed dates': '- 2026-11-30 16:00 Europe/Madrid',
    });
    desk.run();
    expect(desk.scope(1)).toEqual(['request::changed']);
    desk.click(1, 'lena', 'request::approved');
    desk.run();
    expect(desk.scope(1)).toEqual(['request::assigned']);
    expect(['carlos', 'hannah']).toContain(desk.record(1).decision?.username);
    expect(desk.record(1).team).toHaveLength(1);
    expect(desk.record(1).invitations).toHaveLength(1);
    quiet(desk);
  });

  it('a binding edit of a request on the waiting list: changed, approved again, and tried again', () => {
    const night = { 'Proposed dates': '- 2026-11-28 03:00 Europe/Madrid' };
    const desk = new PaperDesk({ tier });
    desk.open({}, night);
    desk.run();
    desk.click(1, 'omar', 'request::approved');
    desk.run();
    expect(desk.scope(1)).toEqual(['request::waitlisted']);
    quiet(desk);
    desk.edit(1, { ...night, 'Type of engagement': '- [x] Workshop' });
    desk.run();
    expect(desk.scope(1)).toEqual(['request::changed']);
    quiet(desk);
    desk.click(1, 'omar', 'request::approved');
    desk.run({ steps: ['validate'] });
    expect(desk.view(1).state).toBe('approved');
    desk.run();
    expect(desk.scope(1)).toEqual(['request::waitlisted']);
    quiet(desk);
  });

  it('a binding edit with problems after the assignment: listed once, changed, nothing granted, nothing taken', () => {
    const desk = assigned({ tier });
    desk.edit(1, { 'Opportunity ID or link': null });
    desk.run({ steps: ['validate'] });
    expect(desk.scope(1)).toEqual(['request::changed']);
    const told = desk.comments(1).size;
    desk.run({ steps: ['validate'] });
    expect(desk.comments(1).size).toBe(told);
    desk.click(1, 'omar', 'request::approved');
    desk.run({ steps: ['validate'] });
    expect(desk.scope(1)).toEqual(['request::changed']);
  });

  it.each([
    ['awaiting-approval', 'request::awaiting-approval'],
    ['assigned', 'request::changed'],
  ] as const)('a lost record while %s is made anew and asks for a new approval', (state, label) => {
    const desk = state === 'assigned' ? assigned({ tier }) : waiting({ tier });
    desk.change(1, { notes: desk.issue(1).notes.filter((note) => note.id !== desk.view(1).record.note?.id) });
    desk.run();
    expect(desk.scope(1)).toEqual([label]);
    expect(desk.record(1).approval).toBeNull();
    quiet(desk);
  });

  it('a damaged record is written anew in place', () => {
    const desk = assigned({ tier });
    const id = desk.view(1).record.note?.id;
    desk.change(1, {
      notes: desk
        .issue(1)
        .notes.map((note) => (note.id === id ? { ...note, body: `${note.body.slice(0, -9)}-->` } : note)),
    });
    desk.run();
    expect(desk.view(1).record.note?.id).toBe(id);
    expect(desk.scope(1)).toEqual(['request::changed']);
    quiet(desk);
  });

  it('the approver is deactivated before anybody was assigned: it waits for somebody else', () => {
    const desk = waiting({ tier });
    desk.click(1, 'omar', 'request::approved');
    desk.run({ steps: ['validate'] });
    const { omar } = desk.world.people;
    if (omar === undefined) throw new Error('omar is gone');
    desk.world = { ...desk.world, people: { ...desk.world.people, omar: { ...omar, active: false } } };
    desk.run();
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
    quiet(desk);
  });

  it('authority lost and the form has problems: sent back in one run, and then nothing more', () => {
    const desk = waiting({ tier });
    desk.click(1, 'omar', 'request::approved');
    desk.run({ steps: ['validate'] });
    desk.unclick(1, 'omar', 'request::approved');
    desk.edit(1, { 'Questions for the SME': null });
    desk.run();
    expect(desk.scope(1)).toEqual(['request::needs-info']);
    quiet(desk);
  });

  it('an approver who clicks approved on an assigned request leaves one label behind', () => {
    const desk = assigned({ tier });
    desk.click(1, 'omar', 'request::approved');
    desk.run();
    expect(desk.scope(1)).toEqual(['request::assigned']);
    quiet(desk);
  });

  it('confidentiality is set again before anything else', () => {
    const desk = assigned({ tier });
    desk.change(1, { confidential: false });
    desk.click(1, 'mallory', 'request::engaged');
    desk.run();
    expect(desk.last[0]).toMatchObject({ kind: 'issue.set', confidential: true });
    expect(desk.view(1).state).toBe('assigned');
    quiet(desk);
  });

  it('while Salesforce is down it stays submitted, says so and since when, and goes on by itself', () => {
    const desk = new PaperDesk({ tier, world: { salesforce: { mode: 'down', reason: 'no answer' } } });
    desk.open();
    desk.run();
    expect(desk.issue(1).labels).toContain('salesforce::failed');
    expect(desk.view(1).record.note?.body).toMatch(/since .*2026/);
    quiet(desk);
    desk.world = { ...desk.world, salesforce: salesforceOn() };
    desk.run();
    expect(desk.issue(1).labels).not.toContain('salesforce::failed');
    expect(desk.view(1).state).toBe('awaiting-approval');
    expect([...desk.comments(1).keys()].some((key) => key.startsWith('shown:'))).toBe(true);
    quiet(desk);
  });

  it('Salesforce answers again and the opportunity is unknown: the outbox label goes with the problems', () => {
    const desk = new PaperDesk({ tier, world: { salesforce: { mode: 'down', reason: 'no answer' } } });
    desk.open();
    desk.run();
    desk.world = { ...desk.world, salesforce: salesforceOn({ opportunities: {} }) };
    desk.run();
    expect(desk.view(1).state).toBe('needs-info');
    expect(desk.issue(1).labels).not.toContain('salesforce::failed');
    quiet(desk);
  });
});
