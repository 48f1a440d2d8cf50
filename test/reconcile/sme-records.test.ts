import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/types.ts';
import { commandLines } from '../../src/domain/markdown/command-lines.ts';
import { foreignHtml } from '../../src/domain/markdown/foreign-html.ts';
import { mentionsIn } from '../../src/domain/markdown/mentions-in.ts';
import { monthPeriod } from '../../src/domain/metrics/month.ts';
import { directoryOf } from '../../src/domain/people.ts';
import { placeStanding } from '../../src/domain/record/standing-part.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import type { OpenStanding, StandingAction } from '../../src/plan/standing-action.ts';
import { type RecordIssue, smeRecordLabel, smeRecords } from '../../src/reconcile/sme-records.ts';
import { readJsonTables } from '../../src/report/json-table.ts';
import { exampleConfig } from '../builders/config.ts';
import { generatedHistory } from '../builders/program-history.ts';
import { desk, people, user } from '../builders/snapshot.ts';

const example = exampleConfig();
/** Two SMEs are enough to see that each has their own. */
const config: Config = { ...example, roster: example.roster.slice(0, 2) };
const history = generatedHistory({ config });
const october = monthPeriod('2026-10', config.calendar.timezone);
if (october === null) throw new Error('October is a month');
const ines = user('ines');

interface World {
  readonly config?: Config;
  readonly issues?: readonly RecordIssue[];
  readonly members?: Snapshot['people'];
  readonly labels?: readonly string[];
  readonly month?: typeof october;
}

function records({ issues = [], members = people(), labels = [smeRecordLabel], ...world }: World = {}) {
  const wanted = world.config ?? config;
  return smeRecords({
    config: wanted,
    history: { ...history, config: wanted },
    month: world.month ?? october ?? { from: 0, to: 0, name: '' },
    issues,
    directory: directoryOf(members),
    project: { id: 7 },
    deskIds: [desk.id],
    labels,
  });
}

function opening(username: string, actions: readonly StandingAction[]): OpenStanding {
  const found = actions.find(
    ({ kind, assignees }) => kind === 'standing.open' && assignees[0] === user(username).id,
  );
  if (found?.kind !== 'standing.open') throw new Error(`no record is opened for ${username}`);
  return found;
}

/** The record of Ines as the desk has opened it, with changes. */
function opened(changes: Partial<RecordIssue> = {}): RecordIssue {
  const { key, description } = opening('ines', records().actions);
  const placed = placeStanding(null, description, { project: 7, key });
  if (placed.kind === 'damaged') throw new Error('nothing is there to be damaged');
  return {
    iid: 40,
    author: desk,
    labels: [smeRecordLabel],
    assignees: [ines],
    state: 'opened',
    confidential: true,
    description: placed.content,
    ...changes,
  };
}

/** What is done about Ines. */
function aboutInes(world: World) {
  const { actions, problems } = records(world);
  return { actions: actions.filter(({ assignees }) => assignees.includes(ines.id)), problems };
}

describe('the record of an SME', () => {
  it('is opened for each SME, assigned to them alone, with the label it is found by', () => {
    const { actions, problems } = records();

    expect(problems).toEqual([]);
    expect(actions.map(({ kind, key, labels, assignees }) => [kind, key, labels, assignees])).toEqual(
      ['ines', 'jonas'].map((name) => {
        const { id } = user(name);
        return ['standing.open', `sme-record:${id}`, [smeRecordLabel], [id]];
      }),
    );
    expect(opening('ines', actions)).toMatchObject({ title: 'My SME record: Ines Ferrer', mentions: [] });
  });

  it('is left alone as long as it says what it should', () => {
    expect(aboutInes({ issues: [opened()] })).toEqual({ actions: [], problems: [] });
    const windows = opened().description.replaceAll('\n', '\r\n');
    expect(aboutInes({ issues: [opened({ description: windows })] }).actions).toEqual([]);
  });

  it('is written anew for another month, whatever people wrote around it', () => {
    const september = monthPeriod('2026-09', 'UTC') ?? october;
    const description = `My goals for 2027: …\n\n${opened().description}\n\n- [ ] talk with Priya`;
    const issues = [opened({ description })];

    expect(aboutInes({ issues }).actions).toEqual([]);
    expect(aboutInes({ issues, month: september }).actions).toMatchObject([
      { kind: 'standing.edit', on: 40, key: `sme-record:${ines.id}`, assignees: [ines.id] },
    ]);
  });

  it('is written back where the SME has changed the figures', () => {
    const description = opened().description.replace(
      /\| Engagements that took place \| \d+/,
      '| Engagements that took place | 99',
    );

    expect(aboutInes({ issues: [opened({ description })] }).actions).toMatchObject([
      { kind: 'standing.edit' },
    ]);
  });

  it('that somebody has closed is left closed, and no other is opened', () => {
    expect(aboutInes({ issues: [opened({ state: 'closed' })] })).toEqual({ actions: [], problems: [] });
  });

  it('of somebody who has left the roster, or the term of whom is over, is left as it is', () => {
    const [first, second] = config.roster;
    if (first === undefined || second === undefined) throw new Error('there are two');
    const stale = [opened({ description: 'old' })];

    expect(aboutInes({ config: { ...config, roster: [second] }, issues: stale }).actions).toEqual([]);
    const over = { ...first, term: { from: '2025-01-01', to: '2026-09-30' } };
    expect(aboutInes({ config: { ...config, roster: [over] }, issues: stale }).actions).toEqual([]);
  });

  it.each([
    ['is not a member of the project', { accessLevel: null }],
    ['is blocked', { active: false }],
  ])('of an SME who %s does not come about, and the run says so', (_, change) => {
    const { actions, problems } = aboutInes({ members: people({ ines: change }) });

    expect(actions).toEqual([]);
    expect(problems).toEqual([
      expect.stringMatching(/no active account in the project: ines\. Make them members/),
    ]);
  });

  it('waits for the label that it is found by', () => {
    expect(records({ labels: [] })).toEqual({
      actions: [],
      problems: [expect.stringContaining('lacks the label type::sme-record. Run setup.')],
    });
  });

  it.each<[string, Partial<RecordIssue>, string]>([
    ['made public', { confidential: false }, 'Make it confidential again'],
    ['assigned to others too', { assignees: [ines, user('mallory')] }, 'Take them off'],
    [
      'given a second pair of marks',
      { description: `${opened().description}\n${opened().description}` },
      'Delete both',
    ],
  ])('that somebody has %s is not written, and the run says what to do', (_, change, cure) => {
    const { actions, problems } = aboutInes({ issues: [opened(change)] });

    expect(actions).toEqual([]);
    expect(problems).toEqual([expect.stringContaining(cure)]);
    expect(problems[0]).toContain('#40');
  });

  it('is not what somebody else has opened, labelled and assigned', () => {
    const forged = opened({ iid: 3, author: user('mallory') });

    expect(aboutInes({ issues: [forged] }).actions).toMatchObject([{ kind: 'standing.open' }]);
    expect(aboutInes({ issues: [forged, opened()] }).actions).toEqual([]);
  });

  it('is not the record of somebody else who has put the marker of Ines into it', () => {
    const jonas = opened({ iid: 3, assignees: [user('jonas')] });

    const { actions } = records({ issues: [jonas] });

    const { description } = opening('ines', actions);
    const edited = actions.filter(({ kind }) => kind === 'standing.edit');
    expect(edited).toMatchObject([{ on: 3, key: `sme-record:${user('jonas').id}` }]);
    expect(edited[0]?.description).not.toBe(description);
  });
});

describe('what stands in the record', () => {
  const { description } = opening('ines', records().actions);

  it('passes every gate, and names nobody', () => {
    expect([commandLines(description), foreignHtml(description), mentionsIn(description)]).toEqual([
      [],
      [],
      [],
    ]);
    for (const secret of ['Ines', 'ines', 'Acme', '006', '#', '@']) {
      expect(description.replaceAll(/^## /gm, ''), secret).not.toContain(secret);
    }
  });

  it('is a table of month, quarter and year, and the same as JSON', () => {
    expect(description).toContain('| October 2026 | Q4 2026 so far | 12 months |');
    const [items] = readJsonTables(description);
    expect(items?.map((each) => each.figure)).toContain('sme.thanks');
    expect(items?.map((each) => Object.keys(each))).toEqual(
      items?.map(() => ['figure', 'month', 'quarter', 'year']),
    );
  });

  it('tells no mean of fewer ratings than privacy.minimum_n, and counts always', () => {
    const careful = { ...config, privacy: { minimumN: 1000 } };

    const told = opening('ines', records({ config: careful }).actions).description;

    const [items] = readJsonTables(told);
    const of = (id: string) => items?.find((each) => each.figure === id);
    expect(of('sme.ratings.n')?.year).toBeGreaterThan(0);
    expect(of('sme.ratings.mean')?.year).toMatch(/^n = \d+, too few$/);
    expect(of('sme.thanks')?.year).toMatch(/^n = \d+, too few$/);
  });

  it('keeps a hostile name in its title, as text', () => {
    const [first] = config.roster;
    if (first === undefined) throw new Error('there is one');
    const roster = [{ ...first, name: 'Ines @all\n/close' }];

    const { title, description: told } = opening('ines', records({ config: { ...config, roster } }).actions);

    expect(title).toBe('My SME record: Ines \uff20all /close');
    expect(told).not.toContain('/close');
  });
});
