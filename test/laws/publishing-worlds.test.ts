import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { everythingDue, everythingPublished, publishing, publishTwice, smallConfig } from './publishing.ts';

const off = {
  Salesforce: { SALESFORCE_LOGIN_URL: null, SALESFORCE_CLIENT_ID: null, SALESFORCE_CLIENT_SECRET: null },
  Slack: { SLACK_BOT_TOKEN: null, SLACK_API_URL: null },
  'Stack Overflow': { STACK_OVERFLOW_API_URL: null, STACK_OVERFLOW_TOKEN: null },
};

describe('publishing in other installations', () => {
  it.each(Object.entries(off))(
    '%s off: all is published, and the next run writes nothing',
    async (_, variables) => {
      await using desk = await everythingDue();
      const { first } = await publishTwice(desk, { variables });
      expect(first).toMatchObject({ code: 0, err: '' });
      expect(Object.keys(desk.wiki())).toContain('reviews/2026-Q4');
    },
  );

  it('GitLab Free', async () => {
    await using desk = await everythingDue();
    desk.sandbox.world.switches.tier = 'free';
    const { first } = await publishTwice(desk);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(desk.issues('type::cadence')).toHaveLength(1);
  });

  it('GitLab Free, and the answer to the review issue gets lost: it is opened once', async () => {
    await using desk = await everythingDue();
    desk.sandbox.world.switches.tier = 'free';
    desk.sandbox.beforeCall = async (call) =>
      call.method === 'POST' && call.path.endsWith('/issues') ? { kind: 'lose-answer' } : undefined;
    await desk.publish();
    desk.sandbox.beforeCall = null;
    await desk.publish();
    expect(desk.issues('type::cadence')).toHaveLength(1);
  });

  it('no request ever', async () => {
    await using desk = await publishing();
    const project = desk.sandbox.world.gitlab.projects[7];
    if (project !== undefined) project.issues = {};
    const { first } = await publishTwice(desk);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(Object.keys(desk.wiki())).toContain('reports/2026-11');
    expect(Object.keys(desk.wiki())).not.toContain('reviews/2026-Q3');
  });

  it('more SMEs than issues in one run: the review comes before the records, of which a run opens some', async () => {
    await using desk = await everythingDue();
    const [sme] = smallConfig.roster;
    if (sme === undefined) throw new Error('nobody');
    const names = Array.from({ length: 40 }, (_, index) => `sme-${index}`);
    const { gitlab } = desk.sandbox.world;
    for (const [index, username] of names.entries()) {
      const id = 5000 + index;
      const like = gitlab.users[31];
      if (like === undefined) throw new Error('no user');
      gitlab.users[id] = { ...like, id, username };
      gitlab.projects[7]?.members.push({ userId: id, accessLevel: 10, createdAt: 0, expiresAt: null });
    }
    const config = { ...smallConfig, roster: names.map((gitlab) => ({ ...sme, gitlab })) };
    const said = await desk.publish({ config });
    expect(said.code).toBe(2);
    expect(desk.issues('type::cadence')).toHaveLength(1);
    expect(desk.issues('type::sme-record')).toHaveLength(smallConfig.guards.newIssues - 1 + 2);
  });
});

describe('a plan', () => {
  it('writes nothing anywhere, with --pages neither', async () => {
    await using desk = await everythingDue();
    const folder = await mkdtemp(join(tmpdir(), 'sme-desk-pages-'));
    const before = JSON.stringify({ ...desk.sandbox.world.gitlab, recent: null });
    const { result, written } = await desk.publishAndTell({ args: ['--pages', join(folder, 'public')] });
    expect(result).toMatchObject({ code: 0, err: '' });
    expect(written).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
    expect(JSON.stringify({ ...desk.sandbox.world.gitlab, recent: null })).toBe(before);
    await rm(folder, { recursive: true });
  });

  it('that was saved is carried out later as it was', async () => {
    await using desk = await everythingDue();
    const folder = await mkdtemp(join(tmpdir(), 'sme-desk-plan-'));
    const plan = join(folder, 'plan.json');
    expect((await desk.publish({ args: ['--plan', plan] })).code).toBe(0);
    desk.sandbox.advance(600_000);
    const said = await desk.publish({ args: ['--apply', '--plan', plan] });
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(desk.wiki()['reports/2026-12']).toContain('2027-01-02 05:40 UTC');
    await rm(folder, { recursive: true });
  });
});

describe('a run for another moment', () => {
  it('--now twice: the same pages to the byte', async () => {
    await using desk = await publishing();
    const world = desk.sandbox.save();
    const pages: unknown[] = [];
    for (const later of [0, 86_400_000]) {
      desk.sandbox.restore(world);
      desk.sandbox.advance(later);
      const said = await desk.publish({ args: ['--apply', '--now', '2026-12-01'] });
      expect(said).toMatchObject({ code: 0, err: '' });
      pages.push(desk.wiki());
    }
    expect(pages[1]).toEqual(pages[0]);
    expect(Object.keys(desk.wiki())).toContain('reports/2026-11');
  });

  it('in the past of what is published: nothing is written, and the run says why', async () => {
    await using desk = await everythingPublished();
    for (const now of ['2026-12-15T00:00:00Z', '2026-11-02', '2026-10-15']) {
      const { result, written } = await desk.publishAndTell({ args: ['--apply', '--now', now] });
      expect(written).toEqual([]);
      expect(result.code).toBe(2);
      expect(result.out).toContain('report of 2026-12 is there already');
    }
  });

  it('for one issue alone there is none', async () => {
    await using desk = await everythingDue();
    const { result, written } = await desk.publishAndTell({ args: ['--apply', '--issue', '1'] });
    expect(written).toEqual([]);
    expect(result.code).toBe(1);
  });

  it('that has not come: a month that is not over is not published', async () => {
    await using desk = await everythingDue();
    const args = ['--now', '2027-04-02T05:40:00Z'];
    const { result, written } = await desk.publishAndTell({ args: ['--apply', ...args] });
    expect(written).toEqual([]);
    expect(result.code).toBe(1);
    expect((await desk.publish({ args })).out).toContain('reports/2027-03');
  });

  it.each([
    ['Asia/Tokyo', '2026-11-30T14:59:59Z', '2026-11-30T15:00:00Z'],
    ['America/New_York', '2026-12-01T04:59:59Z', '2026-12-01T05:00:00Z'],
    ['Africa/Cairo', '2026-11-30T21:59:59Z', '2026-11-30T22:00:00Z'],
  ])('a month is over in %s at its own midnight', async (timezone, before, at) => {
    await using desk = await publishing();
    const config = { ...smallConfig, calendar: { ...smallConfig.calendar, timezone } };
    desk.sandbox.set(before);
    await desk.publish({ config });
    expect(Object.keys(desk.wiki())).toContain('reports/2026-10');
    expect(Object.keys(desk.wiki())).not.toContain('reports/2026-11');
    desk.sandbox.set(at);
    await desk.publish({ config });
    expect(desk.wiki()['reports/2026-11']).not.toContain('not over yet');
  });
});
