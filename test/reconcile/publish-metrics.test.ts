import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/types.ts';
import { monthPeriod } from '../../src/domain/metrics/month.ts';
import type { WriteWikiPage } from '../../src/plan/action.ts';
import {
  type PublishMetricsInput,
  publishMetrics,
  reportHeldBack,
  type WikiPage,
} from '../../src/reconcile/publish-metrics.ts';
import { readPublished } from '../../src/report/published-figures.ts';
import { at, history, label, life, mallory, metricsConfig } from '../domain/metrics/builders.ts';

const period = monthPeriod('2026-11', 'UTC') ?? { from: 0, to: 0, name: '' };
const config: Config = {
  ...metricsConfig(),
  formerDeskUsers: [],
  roles: {},
  engagementTypes: [],
  requests: {
    leadTime: { amount: 48, unit: 'hours' },
    approvalWithin: { amount: 8, unit: 'business hours' },
    pickupWithin: { amount: 8, unit: 'business hours' },
    atRisk: 0.75,
    answerWithin: { amount: 2, unit: 'business days' },
    expireAfter: { amount: 10, unit: 'business days' },
    reasonWithin: { amount: 2, unit: 'business days' },
    reopenWithin: { amount: 1, unit: 'business days' },
    reschedule: { days: 30, times: 3 },
    leaderRole: 'sa-leader',
    replyWithin: { amount: 1, unit: 'business days' },
    feedbackAfter: { amount: 1, unit: 'business days' },
    feedbackReminders: [],
    waitlistFor: { amount: 14, unit: 'days' },
    mustBeOnTeam: 'warn',
  },
  assignment: {
    mode: 'assign',
    weeklyHours: 5,
    engagementShare: 0.6,
    preparationHours: 1,
    weights: { load: 5, recency: 3, region: 2, level: 2, continuity: 2 },
    shadowAssociate: true,
  },
  guards: { teamAdds: 25, messagesPerChannel: 5, newIssues: 25 },
  salesforce: {
    teamRole: 'SME',
    stages: {},
    nps: null,
    slackChannelField: null,
    opportunityId: { label: 'Salesforce opportunity', pattern: null },
  },
  slack: {
    program: null,
    opportunityChannels: '^opp-',
    temporaryChannelAbove: null,
    temporaryChannelPrefix: 'sme-request-',
  },
  requesters: { groups: {}, people: [] },
  identity: { emailPattern: null },
  roster: [],
};

function input(fields: Partial<PublishMetricsInput> = {}): PublishMetricsInput {
  return {
    config,
    now: Date.parse('2026-12-01T06:00:00Z'),
    period,
    histories: [history({ labelEvents: life(['submitted', 0], ['assigned', 6]) })],
    opportunities: 'off',
    pages: [],
    revisions: { code: 'c0ffee', config: 'deadbeef' },
    ...fields,
  };
}

function writes(fields: Partial<PublishMetricsInput> = {}): WriteWikiPage[] {
  return publishMetrics(input(fields)).filter((action) => action.kind === 'wiki.write');
}

function apply(pages: readonly WikiPage[], actions: readonly WriteWikiPage[]): WikiPage[] {
  const written = actions.map(({ slug, title, content }) => ({ slug, title, content }));
  return [...pages.filter(({ slug }) => !written.some((page) => page.slug === slug)), ...written];
}

const published = apply([], writes());
const slower = [history({ labelEvents: life(['submitted', 0], ['assigned', 8]) })];

function report(pages: readonly WikiPage[]): string {
  return pages.find(({ slug }) => slug === 'reports/2026-11')?.content ?? '';
}

describe('publishing a month', () => {
  it('creates the definitions and the report', () => {
    expect(writes().map(({ slug, title, exists }) => [slug, title, exists])).toEqual([
      ['metrics', 'metrics', false],
      ['reports/2026-11', 'reports/2026-11', false],
    ]);
  });

  it('writes nothing the second time', () => {
    expect(writes({ pages: published })).toEqual([]);
  });

  it('writes nothing when only clock and revision have moved on', () => {
    const later = { now: Date.parse('2027-02-01T06:00:00Z'), revisions: { code: 'new', config: 'new' } };

    expect(writes({ pages: published, ...later })).toEqual([]);
  });

  it('writes nothing when GitLab gives the page back with other line ends', () => {
    const pages = published.map((page) => ({
      ...page,
      content: page.content.trimEnd().replaceAll('\n', '\r\n'),
    }));

    expect(writes({ pages })).toEqual([]);
  });

  it('keeps what was published and adds a dated correction when the figures differ', () => {
    const [correction] = writes({
      pages: published,
      histories: slower,
      now: Date.parse('2026-12-05T09:00:00Z'),
    });

    const before = report(published).trimEnd();
    expect(correction?.exists).toBe(true);
    expect(correction?.content.startsWith(before)).toBe(true);
    const note = correction?.content.slice(before.length) ?? '';
    expect(note).toContain('## Correction of 2026-12-05');
    expect(note).toContain('"key":"overall/5.assigned.mean"');
    expect(note).toContain('"was":6,"now":8');
    expect(note).toContain('code `c0ffee`');
  });

  it('tells only the figures that differ', () => {
    const [correction] = writes({ pages: published, histories: slower });

    const note = correction?.content.slice(report(published).length) ?? '';
    expect(note).not.toContain('5.requests');
  });

  it('writes a correction once, and another one when the figures change back', () => {
    const corrected = apply(published, writes({ pages: published, histories: slower }));

    expect(writes({ pages: corrected, histories: slower })).toEqual([]);
    const back = apply(corrected, writes({ pages: corrected }));
    expect(report(back).startsWith(report(corrected).trimEnd())).toBe(true);
    expect(readPublished(report(back))).toEqual(readPublished(report(published)));
  });

  it('keeps figures that are listed no more in the history of the page, and adds those that are new', () => {
    const appsec = [history({ areaKey: 'appsec', labelEvents: life(['submitted', 0], ['assigned', 6]) })];

    const corrected = apply(published, writes({ pages: published, histories: appsec }));

    const figures = readPublished(report(corrected));
    expect(figures?.has('area:ai/5.requests')).toBe(false);
    expect(figures?.get('area:appsec/5.requests')?.value).toBe(1);
    expect(writes({ pages: corrected, histories: appsec })).toEqual([]);
  });

  it.each([
    ['was damaged', (page: string) => page.replace('"items": [', '"items": [,')],
    ['was taken out', (page: string) => page.slice(0, page.indexOf('```json:table'))],
    ['lost its end', (page: string) => page.slice(0, page.indexOf('"area:ai/5.assigned.n"'))],
  ])('adds the whole table once where it %s, and keeps the rest of the page', (_, damage) => {
    const pages = published.map((page) => ({ ...page, content: damage(page.content) }));

    const repaired = apply(
      pages,
      writes({ pages }).filter(({ slug }) => slug !== 'metrics'),
    );

    expect(report(repaired).startsWith(report(pages).trimEnd())).toBe(true);
    expect(report(repaired)).toContain('cannot be read any more');
    expect(readPublished(report(repaired))).toEqual(readPublished(report(published)));
    expect(writes({ pages: repaired }).filter(({ slug }) => slug !== 'metrics')).toEqual([]);
  });

  it('takes a table that somebody has added to the page for no figures of its own', () => {
    const table = '```json:table\n{"items": [{"name": "coffee", "value": 12, "now": 13}]}\n```\n';
    const pages = published.map((page) => ({ ...page, content: `${page.content}\n${table}` }));

    expect(writes({ pages }).filter(({ slug }) => slug !== 'metrics')).toEqual([]);
  });

  it('edits the page that GitLab takes for the same one, under its own name', () => {
    const pages = published.map((page) => ({ ...page, slug: page.slug.replace('reports', 'Reports') }));

    const [correction] = writes({ pages, histories: slower });

    expect(correction).toMatchObject({ slug: 'Reports/2026-11', title: 'Reports/2026-11', exists: true });
  });

  it('sets the definitions again when somebody has edited them', () => {
    const pages = published.map((page) => (page.slug === 'metrics' ? { ...page, content: 'gone' } : page));

    expect(writes({ pages }).map(({ slug, exists }) => [slug, exists])).toEqual([['metrics', true]]);
  });

  it('publishes no report while Salesforce is down, and says so', () => {
    const down = { opportunities: 'down' } as const;

    expect(writes(down).map(({ slug }) => slug)).toEqual(['metrics']);
    expect(reportHeldBack(input(down))).toContain('The next run tries again');
    expect(reportHeldBack(input())).toBeNull();
  });

  it('is not moved by a person who sets the label of an assignment', () => {
    const waiting = life(['submitted', 0]);
    const forged = [...waiting, label('add', 'assigned', at(1), mallory)];

    const honest = writes({ histories: [history({ labelEvents: waiting })], desk: [900] });

    expect(writes({ histories: [history({ labelEvents: forged })], desk: [900] })).toEqual(honest);
  });
});
