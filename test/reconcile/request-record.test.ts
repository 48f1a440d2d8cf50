import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/types.ts';
import { exampleConfig } from '../builders/config.ts';
import { PaperDesk } from '../builders/paper-desk.ts';
import { hour, salesforceOn, user } from '../builders/snapshot.ts';

function quiet(desk: PaperDesk): void {
  for (let runs = 0; runs < 4; runs += 1) if (desk.run().actions.length === 0) return;
  expect(desk.plan().actions).toEqual([]);
}

function assigned(options: ConstructorParameters<typeof PaperDesk>[0] = {}): PaperDesk {
  const desk = new PaperDesk(options);
  const off = options.world?.salesforce?.mode === 'off';
  const names = {
    'Opportunity name': 'Acme renewal',
    'Account name': 'Acme',
    'Expected close date': '2027-01-29',
  };
  desk.open({}, off ? names : {});
  quiet(desk);
  desk.click(1, 'omar', 'request::approved');
  quiet(desk);
  expect(desk.view(1).state).toBe('assigned');
  return desk;
}

function body(desk: PaperDesk, iid = 1): string {
  return desk.view(iid).record.note?.body ?? '';
}

describe('a record that somebody has deleted or damaged', () => {
  it.each<[string, (desk: PaperDesk) => void]>([
    [
      'deleted',
      (desk) => {
        const id = desk.view(1).record.note?.id;
        desk.change(1, { notes: desk.issue(1).notes.filter((note) => note.id !== id) });
      },
    ],
    [
      'damaged',
      (desk) => {
        const id = desk.view(1).record.note?.id;
        const notes = desk
          .issue(1)
          .notes.map((note) =>
            note.id === id ? { ...note, body: '**Assigned.**\n\n<!-- sme-desk:record {"vers -->' } : note,
          );
        desk.change(1, { notes });
      },
    ],
  ])('%s while assigned: it says again what was checked, and asks for a new approval', (_, harm) => {
    const desk = assigned();
    harm(desk);
    quiet(desk);
    expect(desk.view(1).state).toBe('changed');
    expect(desk.record(1)).toMatchObject({ approval: null });
    expect(body(desk)).toContain('#### What was checked');
    expect(body(desk)).toContain('- Opportunity: Acme renewal of Acme');
    desk.click(1, 'omar', 'request::approved');
    quiet(desk);
    expect(desk.view(1).state).toBe('assigned');
  });
});

describe('requests for the same', () => {
  /** Two requests for the same; the second one is told apart by the run that sees it first. */
  function twins(): PaperDesk {
    const desk = new PaperDesk();
    desk.open();
    quiet(desk);
    desk.later(hour);
    desk.open();
    return desk;
  }

  it('the later one is linked with the earlier one, once, and the approver reads it', () => {
    const desk = twins();
    desk.run();
    const links = desk.last.filter((action) => action.kind === 'issue.link');
    expect(links).toMatchObject([{ issue: 2, target: 1 }]);
    expect(desk.record(2).links).toEqual([1]);
    expect(desk.view(2).state).toBe('awaiting-approval');
    expect(body(desk, 2)).toContain('It asks for the same as #1');
    expect(body(desk, 2)).toContain('Earlier requests: of this opportunity #1 (not decided)');
    quiet(desk);
    expect(desk.last).toEqual([]);
  });

  it('a link that GitLab refuses is tried again and holds up nothing', () => {
    const desk = twins();
    desk.later(60_000);
    desk.apply(desk.plan().actions.filter((action) => action.kind !== 'issue.link'));
    expect(desk.record(2).links).toEqual([]);
    desk.click(2, 'omar', 'request::approved');
    desk.later(60_000);
    desk.apply(desk.plan().actions.filter((action) => action.kind !== 'issue.link'));
    expect(desk.view(2).state).toBe('assigned');
  });

  it('stopped after any action, they are linked all the same, and told once', () => {
    const all = twins();
    all.later(60_000);
    const { actions } = all.plan();
    for (let done = 0; done <= actions.length; done += 1) {
      const desk = twins();
      desk.later(60_000);
      desk.apply(desk.plan().actions.slice(0, done));
      quiet(desk);
      expect(desk.record(2)).toMatchObject({ links: [1] });
      expect(desk.view(2).state).toBe('awaiting-approval');
      const round = [...desk.comments(2).keys()].filter((key) => key.startsWith('shown:'));
      expect([done, round.length]).toEqual([done, 0]);
    }
  });
});

describe('a request that came in by e-mail', () => {
  function mailed(changes: Parameters<PaperDesk['open']>[0] = {}): PaperDesk {
    const desk = new PaperDesk();
    desk.open({ author: { id: 900, username: 'support-bot' }, confidential: false, ...changes });
    return desk;
  }

  it.each([
    ['in words', { description: 'Hello, we need somebody for Acme.' }],
    ['with a whole form in it', {}],
  ])('%s is made confidential, answered with the link, closed, and never labelled', (_, changes) => {
    const desk = mailed(changes);
    desk.run();
    expect(desk.last.map((action) => action.kind)).toEqual(['issue.set', 'note.create', 'issue.set']);
    const issue = desk.issue(1);
    expect(issue).toMatchObject({ state: 'closed', confidential: true, labels: [] });
    const answer = issue.notes.at(-1)?.body ?? '';
    expect(answer).toContain(
      'https://gitlab.example.com/acme/sme-desk/-/issues/new?issuable_template=SME%20Request&issue%5Bconfidential%5D=true',
    );
    quiet(desk);
    expect(desk.issue(1).notes).toHaveLength(1);
  });

  it('stopped after any action it is answered once', () => {
    for (let done = 0; done <= 3; done += 1) {
      const desk = mailed();
      desk.apply(desk.plan().actions.slice(0, done));
      quiet(desk);
      expect(desk.issue(1).notes).toHaveLength(1);
      expect(desk.issue(1).state).toBe('closed');
    }
  });

  it('stays open when somebody opens it again, and one of another type is nobody’s mistake', () => {
    const desk = mailed();
    quiet(desk);
    desk.setState(1, 'lena', 'reopened');
    quiet(desk);
    expect(desk.issue(1).state).toBe('opened');
    const feedback = mailed({ labels: ['type::customer-feedback'], author: user('sam') });
    expect(feedback.plan().actions.some((action) => action.kind === 'note.create')).toBe(false);
  });
});

describe('with Salesforce off', () => {
  it('the record asks for the SME on the team, and is done when the requester says so', () => {
    const desk = assigned({ world: { salesforce: { mode: 'off' } } });
    expect(body(desk)).toContain('Salesforce is off, please add the SME by hand and answer `team: done`');
    desk.comment(1, 'mallory', 'team: done');
    desk.run();
    expect(body(desk)).toContain('please add the SME by hand');
    desk.comment(1, 'sam', 'Team: done');
    quiet(desk);
    expect(body(desk)).toContain('- Salesforce opportunity team: done, the requester says');
    expect(desk.view(1).state).toBe('assigned');
  });
});

describe('an outage of Salesforce', () => {
  it('is told in the record with its beginning, and no more when it is over', () => {
    const desk = new PaperDesk();
    desk.open({}, { 'Questions for the SME': null });
    quiet(desk);
    desk.world = { ...desk.world, salesforce: { mode: 'down', reason: 'no answer' } };
    desk.edit(1, {});
    quiet(desk);
    expect(body(desk)).toMatch(/\n- Salesforce has not answered since Mon 23 Nov 2026, 09:0\d CET;/);
    desk.world = { ...desk.world, salesforce: salesforceOn({ opportunities: {} }) };
    quiet(desk);
    expect(desk.view(1).state).toBe('needs-info');
    expect(body(desk)).not.toContain('has not answered');
  });
});

describe('an area or type that leaves the configuration', () => {
  /** The program without the area AI; its SMEs have no other one left that matters here. */
  function without(desk: PaperDesk): Config {
    return {
      ...desk.config,
      areas: desk.config.areas.filter((area) => area.key !== 'ai'),
      engagementTypes: desk.config.engagementTypes.filter((type) => type !== 'Customer Demo'),
    };
  }

  it('changes nothing of a request that was shown with it', () => {
    const desk = new PaperDesk({ config: exampleConfig({ program: [['mode: assign', 'mode: recommend']] }) });
    desk.open();
    quiet(desk);
    desk.click(1, 'omar', 'request::approved');
    quiet(desk);
    const { approval } = desk.record(1);
    desk.config = without(desk);
    quiet(desk);
    expect(desk.view(1)).toMatchObject({ state: 'approved', areaKey: 'ai', authority: true });
    expect(desk.view(1).form.problems).toEqual([]);
    expect(desk.record(1).approval).toEqual(approval);
  });

  it('is still read when the request is shown again', () => {
    const desk = new PaperDesk();
    desk.open();
    quiet(desk);
    desk.config = without(desk);
    for (const duration of ['2 h', '3 h']) {
      desk.edit(1, { 'Expected duration': duration });
      quiet(desk);
      expect(desk.view(1).state).toBe('awaiting-approval');
    }
    expect(body(desk)).toContain('AI, Customer Demo.');
  });

  it('renamed, it is the same area; its old name for another one means the other one', () => {
    const desk = new PaperDesk();
    desk.open();
    quiet(desk);
    const renamed = desk.config.areas.map((area) =>
      area.key === 'ai' ? { ...area, name: 'AI and data', aliases: [] } : area,
    );
    desk.config = { ...desk.config, areas: renamed };
    expect(desk.view(1).areaKey).toBe('ai');
    const taken = without(desk).areas.map((area) =>
      area.key === 'cicd' ? { ...area, aliases: ['AI'] } : area,
    );
    desk.config = { ...desk.config, areas: taken };
    expect(desk.view(1).areaKey).toBe('cicd');
  });

  it('is a mistake to mend in a request that nobody was shown', () => {
    const desk = new PaperDesk();
    desk.open();
    desk.config = without(desk);
    quiet(desk);
    expect(desk.view(1).state).toBe('needs-info');
  });
});
