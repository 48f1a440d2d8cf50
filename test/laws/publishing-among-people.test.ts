import { describe, expect, it } from 'vitest';
import { person } from '../../src/sandbox/people.ts';
import type { World } from '../../src/sandbox/world.ts';
import {
  everythingDue,
  everythingPublished,
  type Publishing,
  publishing,
  publishTwice,
  smallConfig,
} from './publishing.ts';

describe('people and the wiki', () => {
  const pageOf = (desk: Publishing, slug: string) => {
    const page = desk.sandbox.world.gitlab.projects[7]?.wiki.find((each) => each.slug === slug);
    if (page === undefined) throw new Error(`no page ${slug}`);
    return page;
  };
  const remove = ({ sandbox }: Publishing, ...slugs: string[]) => {
    const project = sandbox.world.gitlab.projects[7];
    if (project !== undefined) project.wiki = project.wiki.filter(({ slug }) => !slugs.includes(slug));
  };

  it('pages that were deleted are written anew as they were', async () => {
    await using desk = await everythingPublished();
    const before = desk.wiki();
    remove(desk, 'reports/2026-12', 'reviews/2026-Q4', 'dashboard', 'smes', 'metrics', '_sidebar');
    remove(desk, 'feedback/improvements');
    const { first } = await publishTwice(desk);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(desk.wiki()).toEqual(before);
  });

  it('a living page alone is written anew on the next day, and tells the newest month', async () => {
    await using desk = await everythingPublished();
    remove(desk, 'smes');
    const { written } = await desk.publishAndTell();
    expect(written).toEqual(['POST /api/v4/projects/7/wikis']);
    expect(desk.wiki().smes).toContain('(/reports/2026-12)');
  });

  it('where the oldest report was deleted, reports begin with the next one', async () => {
    await using desk = await everythingPublished();
    remove(desk, 'reports/2026-11');
    await publishTwice(desk);
    expect(desk.wiki()['reports/2026-11']).toBeUndefined();
  });

  it('what a person writes on a report stays, and nothing is corrected', async () => {
    await using desk = await everythingPublished();
    const page = pageOf(desk, 'reports/2026-12');
    page.content = `Read this, @priya!\n\n${page.content}\n\n/close\n<b>x</b>`;
    const { written } = await desk.publishAndTell();
    expect(written).toEqual([]);
  });

  it('a page of a person under the name of a report is kept, and the figures are added', async () => {
    await using desk = await everythingDue();
    desk.sandbox.world.gitlab.projects[7]?.wiki.push({
      id: 999,
      slug: 'reports/2026-12',
      title: '2026 12',
      content: 'My notes',
      format: 'markdown',
      frontMatter: {},
    });
    const { first } = await publishTwice(desk);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(desk.wiki()['reports/2026-12']).toMatch(/^My notes\n\n## Correction of 2027-01-02/);
  });

  it('what a person writes on a report, mentions and HTML too, keeps no correction away', async () => {
    await using desk = await everythingDue();
    pageOf(desk, 'reports/2026-11').content += '\n\nSee @omar and <b>this</b>.';
    const { first } = await publishTwice(desk);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(desk.wiki()['reports/2026-11']).toMatch(
      /See @omar and <b>this<\/b>\.\n\n## Correction of 2027-01-02/,
    );
  });

  it('pages in another case are the same pages', async () => {
    await using desk = await everythingPublished();
    pageOf(desk, 'reports/2026-12').slug = 'Reports/2026-12';
    pageOf(desk, 'reviews/2026-Q4').slug = 'reviews/2026-q4';
    expect((await desk.publishAndTell()).written).toEqual([]);
  });
});

describe('people and the issues', () => {
  it('a review issue that is closed at once, and lost its text, stays the only one', async () => {
    await using desk = await everythingPublished();
    const [issue] = desk.issues('type::cadence');
    if (issue === undefined) throw new Error('no review');
    const omar = person(desk.sandbox.origin, 'omar');
    await omar.editIssue(issue.iid, { description: 'Our decisions.' });
    await omar.close(issue.iid);
    await publishTwice(desk);
    expect(desk.issues('type::cadence')).toHaveLength(1);
  });

  it.each<[string, (desk: Publishing, iid: number) => void]>([
    [
      'made public',
      ({ sandbox }, iid) => {
        sandboxIssue(sandbox.world, iid).confidential = false;
      },
    ],
    [
      'assigned to two',
      ({ sandbox }, iid) => {
        sandboxIssue(sandbox.world, iid).assigneeIds.push(66);
      },
    ],
    [
      'damaged',
      ({ sandbox }, iid) => {
        const issue = sandboxIssue(sandbox.world, iid);
        issue.description = (issue.description ?? '').replace(/<!-- sme-desk:standing-end.*/, '');
      },
    ],
  ])(
    'a record that somebody has %s is left, the others are written, and the run says what to do',
    async (_, harm) => {
      await using desk = await everythingDue();
      const [record] = desk.issues('type::sme-record');
      if (record === undefined) throw new Error('no record');
      harm(desk, record.iid);
      const before = sandboxIssue(desk.sandbox.world, record.iid).description;
      const { first } = await publishTwice(desk);
      expect(first.code).toBe(2);
      expect(first.out).toContain(`#${record.iid}`);
      expect(sandboxIssue(desk.sandbox.world, record.iid).description).toBe(before);
      expect(desk.issues('type::sme-record')).toHaveLength(3);
      expect(desk.posts()).toHaveLength(2);
    },
  );

  it.each([
    ['type::sme-record', 3],
    ['type::cadence', 1],
  ])('an issue that has lost the label %s is not opened again, and the run says so', async (label, count) => {
    await using desk = await everythingPublished();
    const issues = desk.issues(label);
    const [issue] = issues;
    if (issue === undefined) throw new Error('no issue');
    issue.labelIds = [];
    const { result, written } = await desk.publishAndTell();
    expect(issues).toHaveLength(count);
    expect(written).toEqual([]);
    expect(result.code).toBe(2);
    expect(result.out).toContain(`#${issue.iid}: somebody has taken ${label} off it; set it again`);
  });

  it('an SME who is renamed in GitLab and roster keeps the record', async () => {
    await using desk = await everythingPublished();
    const user = desk.sandbox.world.gitlab.users[31];
    if (user === undefined) throw new Error('no Ines');
    user.username = 'ines.new';
    const roster = smallConfig.roster.map((sme) =>
      sme.gitlab === 'ines' ? { ...sme, gitlab: 'ines.new', name: 'Ines New' } : sme,
    );
    const { first } = await publishTwice(desk, { config: { ...smallConfig, roster } });
    expect(first.code).toBe(0);
    expect(desk.issues('type::sme-record')).toHaveLength(3);
  });

  it('names as hostile as the configuration allows keep nothing from being published', async () => {
    await using desk = await everythingDue();
    const name = '/close @all |*_~"label" !1 #2 $3 %m {x} & R&D \\ :smile: ::include';
    const named = <T extends { readonly name: string }>(each: T): T => ({ ...each, name });
    const { program, areas, regions, roster } = smallConfig;
    const config = {
      ...smallConfig,
      program: named(program),
      areas: areas.map(named),
      regions: regions.map(named),
      roster: roster.map(named),
    };
    const { first } = await publishTwice(desk, { config });
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(desk.sandbox.world.gitlab.executed.filter(({ userId }) => userId === 900)).toEqual([]);
  });

  it('an archived program channel: the report is there, and the run says what to do', async () => {
    await using desk = await everythingDue();
    const channel = desk.sandbox.world.slack.conversations.find(({ id }) => id === smallConfig.slack.program);
    if (channel === undefined) throw new Error('no channel');
    channel.isArchived = true;
    const said = await desk.publish();
    expect(said.code).toBe(2);
    expect(said.out).toContain('slack-channel-archived');
    expect(Object.keys(desk.wiki())).toContain('reports/2026-12');
  });
});

describe('hostile histories', () => {
  const record = /<!-- sme-desk:record (.*) -->/;

  /** Request 1 with a record that whoever may edit the desk's comments has changed. */
  function forge(desk: Publishing, change: (marker: string) => string): void {
    for (const note of sandboxIssue(desk.sandbox.world, 1).notes) {
      const marker = record.exec(note.body)?.[1];
      if (marker !== undefined) note.body = note.body.replace(marker, () => change(marker));
    }
    sandboxIssue(desk.sandbox.world, 1).updatedAt += 1;
  }

  it.each<[string, (marker: string) => string]>([
    ['no number', (marker) => marker.replace(/"hours":[\d.]+/, '"hours":NaN')],
    ['a rating that nobody can give', (marker) => marker.replace('"rating":4', '"rating":-400')],
    ['an infinite number', (marker) => marker.replace(/"hours":[\d.]+/, '"hours":1e999')],
    ['a huge number', (marker) => marker.replace(/"hours":[\d.]+/, '"hours":1e308')],
    ['negative hours', (marker) => marker.replace(/"hours":[\d.]+/, '"hours":-500')],
    ['a beginning that no calendar has', (marker) => marker.replace(/"start":\d+/g, '"start":1e300')],
  ])('a record with %s: no figure tells of it', async (what, change) => {
    await using desk = await publishing();
    forge(desk, change);
    const said = await desk.publish();
    expect(said, what).toMatchObject({ code: 0, err: '' });
    const page = desk.wiki()['reports/2026-11'] ?? '';
    expect(page).toMatch(/"value":0,.*"key":"overall\/utilisation.hours"/);
    expect(page).not.toMatch(/NaN|Infinity|undefined|\d{15}/);
  });

  it('a record that nobody has forged counts', async () => {
    await using desk = await publishing();
    await desk.publish();
    expect(desk.wiki()['reports/2026-11']).toMatch(/"value":2.5,.*"key":"overall\/utilisation.hours"/);
  });

  it('events without users, of a far future and of a past before the request, and a deleted label', async () => {
    await using desk = await publishing();
    const issue = sandboxIssue(desk.sandbox.world, 1);
    const [first] = issue.labelEvents;
    if (first === undefined) throw new Error('no events');
    for (const event of issue.labelEvents) event.userId = null;
    issue.labelEvents.push(
      { ...first, id: 999_001, createdAt: Date.parse('9999-12-31T23:59:59Z'), userId: 31 },
      { ...first, id: 999_002, createdAt: Date.parse('1971-01-01T00:00:00Z'), userId: 31 },
      { ...first, id: 999_003, labelId: 123_456 },
    );
    issue.stateEvents.push({
      id: 999_004,
      userId: null,
      createdAt: Date.parse('9999-01-01T00:00:00Z'),
      state: 'closed',
    });
    issue.updatedAt += 1;
    const { first: said } = await publishTwice(desk);
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(desk.wiki()['reports/2026-11']).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('a description of a megabyte, and 3,000 comments', async () => {
    await using desk = await publishing();
    const issue = sandboxIssue(desk.sandbox.world, 3);
    const lines = [
      '### ',
      '- [x] ',
      '<!-- ',
      '`'.repeat(9),
      '> '.repeat(30),
      '| a ',
      '*'.repeat(70),
      '&#64;',
      `- ${'\t'.repeat(60)}`,
      '[a](',
    ];
    let text = issue.description ?? '';
    for (let index = 0; text.length < 1_000_000; index += 1)
      text += `\n${lines[index % lines.length]}${index}`;
    issue.description = text;
    issue.updatedAt += 1;
    const [note] = sandboxIssue(desk.sandbox.world, 2).notes;
    if (note === undefined) throw new Error('no notes');
    for (let index = 0; index < 3000; index += 1) {
      sandboxIssue(desk.sandbox.world, 2).notes.push({
        ...note,
        id: 500_000 + index,
        body: 'word '.repeat(20),
      });
    }
    sandboxIssue(desk.sandbox.world, 2).updatedAt += 1;
    const { first } = await publishTwice(desk);
    expect(first).toMatchObject({ code: 0, err: '' });
  });
});

function sandboxIssue(world: World, iid: number) {
  const issue = world.gitlab.projects[7]?.issues[iid];
  if (issue === undefined) throw new Error(`no issue ${iid}`);
  return issue;
}
