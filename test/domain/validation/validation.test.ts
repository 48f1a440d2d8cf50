import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.ts';
import { requestContext, viewRequest } from '../../../src/domain/request/request-view.ts';
import type { IssueFacts, LabelEvent, Snapshot } from '../../../src/domain/snapshot.ts';
import { checkRequest } from '../../../src/domain/validation/check-request.ts';
import { exampleConfig } from '../../builders/config.ts';
import { requestText } from '../../builders/request-text.ts';
import {
  acme,
  channel,
  closedDeal,
  desk,
  globex,
  issue,
  labelId,
  monday,
  opportunity,
  people,
  salesforceOn,
  slackOn,
  snapshot,
  user,
} from '../../builders/snapshot.ts';

interface Case {
  readonly answers?: Readonly<Record<string, string | null>>;
  readonly issue?: Partial<IssueFacts>;
  readonly world?: Partial<Snapshot>;
  readonly config?: Config;
  readonly others?: readonly IssueFacts[];
}

/** The desk has recognised a request. */
function byDesk(id: number): LabelEvent {
  const name = 'request::submitted';
  return { id, user: desk, at: monday, label: { id: labelId(name), name }, action: 'add' };
}

function check({
  answers = {},
  issue: changes = {},
  world = {},
  config = exampleConfig(),
  others = [],
}: Case) {
  const mine = issue({ description: requestText(answers), ...changes });
  const context = requestContext(config, snapshot({ issues: [mine, ...others], ...world }));
  const views = context.snapshot.issues.map((each) => viewRequest(context, each));
  const [view] = views;
  if (view === undefined) throw new Error('no request');
  return checkRequest(view, context, { views, engagements: [] });
}

function shown(given: Case) {
  const result = check(given);
  if (result.kind !== 'clean') throw new Error(`not clean: ${JSON.stringify(result)}`);
  return result.shown;
}

function codes(given: Case): readonly string[] {
  const result = check(given);
  return result.kind === 'problems' ? result.problems.map((each) => each.code) : [result.kind];
}

describe('the steps of validation', () => {
  it('a complete request is clean', () => {
    expect(codes({})).toEqual(['clean']);
    expect(shown({}).role).toBe('account-sa');
  });

  it('all problems of one step are told together, and those of a later step wait', () => {
    const unknown = { 'Expected duration': 'long', 'Questions for the SME': null };
    expect(codes({ answers: unknown, issue: { author: user('mallory') } })).toHaveLength(2);
    expect(
      codes({ answers: { 'Opportunity ID or link': closedDeal }, issue: { author: user('mallory') } }),
    ).toEqual(['requester-unknown']);
  });

  it.each<[string, Case]>([
    ['requester-unknown', { issue: { author: user('mallory') } }],
    ['requester-role-wrong', { answers: { 'Your role': '- [x] SA Leader' } }],
    [
      'requester-role-open',
      { world: { groups: { 'acme/solutions-architects': ['sam'], 'acme/sa-leaders': ['sam'] } } },
    ],
    ['opportunity-unknown', { world: { salesforce: salesforceOn({ opportunities: {} }) } }],
    ['opportunity-closed', { answers: { 'Opportunity ID or link': closedDeal } }],
    ['lead-time-short', { answers: { 'Proposed dates': '- 2026-11-24 15:00 Europe/Madrid' } }],
    ['lead-time-short', { answers: { 'Proposed dates': '- 2026-11-24 15:00 Europe/Madrid\n- 2026-12-07' } }],
    ['held', { world: { salesforce: { mode: 'down', reason: 'no answer' } } }],
    [
      'clean',
      {
        world: { salesforce: { mode: 'off' } },
        answers: {
          'Opportunity name': 'Acme renewal',
          'Account name': 'Acme',
          'Expected close date': '2027-01-29',
        },
      },
    ],
    ['clean', { answers: { 'Proposed dates': '- 2026-11-25' } }],
    [
      'clean',
      {
        answers: {
          'Proposed dates': '- 2026-11-24 15:00 Europe/Madrid',
          'Fast track': '- [x] Fast track',
          'Reason for the fast track': 'They decide tomorrow.',
        },
      },
    ],
    ['clean', { issue: { author: { id: 21, username: 'Sam' } } }],
  ])('%s', (code, given) => {
    expect(codes(given)).toEqual([code]);
  });

  it.each<[string, Case]>([
    ['owner', {}],
    ['leader', { issue: { author: user('sofia') } }],
    [
      'not on the team',
      {
        answers: { 'Opportunity ID or link': globex },
        world: {
          salesforce: salesforceOn({
            opportunities: { [globex]: opportunity({ id: globex, ownerId: '005AB000001TomBYAS' }) },
          }),
        },
      },
    ],
    ['not matched', { world: { salesforce: salesforceOn({ users: [] }) } }],
    [
      'team member',
      {
        world: {
          salesforce: salesforceOn({
            opportunities: { [acme]: opportunity({ ownerId: '005AB000001TomBYAS' }) },
            teamRows: [
              {
                id: 'r',
                opportunityId: acme,
                userId: '005AB000001SamOYAS',
                role: null,
                createdById: 'x',
                createdAt: monday,
              },
            ],
          }),
        },
      },
    ],
  ])('the requester is %s', (standing, given) => {
    expect(shown(given).opportunity).toMatchObject({ kind: 'fine', standing });
  });

  it('two Salesforce users with one e-mail are nobody for certain, and never a refusal', () => {
    const twins = [1, 2].map((each) => ({ id: `005${each}`, email: 'sam@example.com', name: 'Sam' }));
    const config = exampleConfig({ program: [['must_be_on_team: warn', 'must_be_on_team: refuse']] });
    const given = { config, world: { salesforce: salesforceOn({ users: twins }) } };
    expect(shown(given).opportunity).toMatchObject({ standing: 'several match' });
  });

  it('the role that may ask for any opportunity is a configured one', () => {
    const config = exampleConfig({ program: [['leader_role: sa-leader', 'leader_role: account-sa']] });
    const opportunities = { [acme]: opportunity({ ownerId: '005AB000001TomBYAS' }) };
    const world = { salesforce: salesforceOn({ opportunities }) };
    expect(shown({ world }).opportunity).toMatchObject({ standing: 'not on the team' });
    expect(shown({ world, config }).opportunity).toMatchObject({ standing: 'leader' });
  });

  it('everything that step 3 finds is told at once', () => {
    const config = exampleConfig({ program: [['must_be_on_team: warn', 'must_be_on_team: refuse']] });
    const opportunities = { [acme]: opportunity({ ownerId: '005AB000001TomBYAS', closed: true }) };
    expect(codes({ config, world: { salesforce: salesforceOn({ opportunities }) } })).toEqual([
      'opportunity-closed',
      'requester-not-on-team',
    ]);
  });

  it('an author nobody has listed reads which role was claimed', () => {
    const result = check({ issue: { author: user('mallory') }, answers: { 'Your role': '- [x] SA Leader' } });
    expect(result).toMatchObject({
      problems: [{ code: 'requester-unknown', found: expect.stringContaining('SA Leader') }],
    });
  });

  it('being on the team can be made a must; not being matched never refuses', () => {
    const config = exampleConfig({ program: [['must_be_on_team: warn', 'must_be_on_team: refuse']] });
    const opportunities = { [acme]: opportunity({ ownerId: '005AB000001TomBYAS' }) };
    expect(codes({ config, world: { salesforce: salesforceOn({ opportunities }) } })).toEqual([
      'requester-not-on-team',
    ]);
    expect(codes({ config, world: { salesforce: salesforceOn({ opportunities, users: [] }) } })).toEqual([
      'clean',
    ]);
  });

  it('what was filled in is compared as people read it', () => {
    const same = {
      'Opportunity name': '  acme   RENEWAL ',
      'Account name': '\u2067Ａc\u200bme\u2069',
      'Expected close date': '2027-01-29',
    };
    expect(shown({ answers: same }).opportunity).toMatchObject({ differences: [] });
    const other = { ...same, 'Account name': 'Acme Holding' };
    expect(shown({ answers: other }).opportunity).toMatchObject({
      differences: [{ form: 'Acme Holding', salesforce: 'Acme' }],
    });
  });

  it('a duplicate is the same opportunity, area and a common date of another open request', () => {
    const twin = (iid: number, answers: Case['answers'], changes: Partial<IssueFacts> = {}) =>
      issue({ iid, description: requestText(answers), ...changes });
    const others = [
      twin(2, {}),
      twin(3, { 'Proposed dates': '- 2026-12-02 10:00 Europe/Madrid' }),
      twin(4, { 'Proposed dates': '- 2026-12-03 10:00 Europe/Madrid' }),
      twin(5, { 'Area of expertise': '- [x] Security' }),
      twin(6, { 'Opportunity ID or link': globex }),
      twin(7, {}, { state: 'closed' }),
      twin(8, { 'Proposed dates': 'some time' }),
    ];
    expect(shown({ others }).duplicates).toEqual([2, 3]);
  });

  it('earlier live requests for the same opportunity and account are shown, the newest first', () => {
    const other = (iid: number, answers: Case['answers']) =>
      issue({
        iid,
        description: requestText(answers),
        labels: ['request::submitted'],
        labelEvents: [byDesk(iid)],
      });
    const others = [
      other(2, {}),
      other(3, { 'Opportunity ID or link': globex }),
      other(4, {}),
      other(5, { 'Opportunity ID or link': closedDeal }),
      other(12, {}),
    ];
    const accounts = { [acme]: 'a', [globex]: 'a', [closedDeal]: 'b' };
    const opportunities = Object.fromEntries(
      Object.entries(accounts).map(([id, accountId]) => [id, opportunity({ id, accountId })]),
    );
    const world = { salesforce: salesforceOn({ opportunities }) };
    expect(shown({ issue: { iid: 9 }, others, world }).earlier).toEqual({
      opportunity: [
        { iid: 4, state: 'submitted' },
        { iid: 2, state: 'submitted' },
      ],
      account: [{ iid: 3, state: 'submitted' }],
    });
  });

  it('where nobody could take it, the next possible dates are given; else nobody looks for them', () => {
    expect(
      shown({ answers: { 'Proposed dates': '- 2026-11-28 03:00 Europe/Madrid' } }).nextDates,
    ).toHaveLength(3);
    expect(shown({}).nextDates).toEqual([]);
    expect(shown({ answers: { 'Expected duration': '9 days' } }).nextDates).toEqual([]);
  });

  it('nobody available or too large is shown, and never a problem', () => {
    const night = shown({ answers: { 'Proposed dates': '- 2026-11-28 03:00 Europe/Madrid' } });
    expect(night.candidates.map((each) => each.kind)).toEqual(['ineligible', 'ineligible', 'ineligible']);
    expect(shown({ answers: { 'Expected duration': '9 days' } }).tooLarge).toBe(true);
  });

  it.each<[string, Parameters<typeof channel>[1], boolean]>([
    ['as it should be', {}, true],
    ['by its id', {}, true],
    ['archived', { archived: true }, false],
    ['shared with another company', { shared: true }, false],
    ['without the desk', { deskIsMember: false }, false],
    ['of another name', { name: 'general' }, false],
  ])('the channel of a request is used only as the rules allow: %s', (title, changes, used) => {
    const mine = channel('opp-acme', { id: 'C0OPPACME1', ...changes });
    const written = title === 'by its id' ? 'https://acme.slack.com/archives/C0OPPACME1' : `#${mine.name}`;
    const result = shown({
      answers: { 'Slack channel of the opportunity': written },
      world: { slack: slackOn({ channels: [mine] }) },
    });
    expect(result.channel !== null).toBe(used);
  });

  it('an inactive author is still the author: groups and lists decide', () => {
    expect(codes({ world: { people: people({ sam: { active: false } }) } })).toEqual(['clean']);
  });
});
