import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.ts';
import { type MeasureInput, programHistory } from '../../../src/domain/metrics/program-history.ts';
import type { Snapshot } from '../../../src/domain/snapshot.ts';
import type { Action } from '../../../src/plan/action.ts';
import {
  type Publication,
  type PublishInput,
  publishMetrics,
} from '../../../src/reconcile/publish/publish-metrics.ts';
import type { WikiPage } from '../../../src/reconcile/publish/wiki-pages.ts';
import { exampleConfig } from '../../builders/config.ts';
import { generatedProgram } from '../../builders/program-history.ts';

const config: Config = { ...exampleConfig(), roster: [] };
const program = { ...generatedProgram({ requests: 40 }), config };
const october = Date.parse('2026-11-02T05:40:00Z');

const snapshot: Snapshot = {
  now: october,
  desk: { id: 900, username: 'desk', ids: [900] },
  project: { id: 7, path: 'acme/sme-desk', webUrl: 'https://gitlab.example.com/acme/sme-desk' },
  labels: [{ id: 1, name: 'type::sme-record' }],
  issues: [],
  unread: [],
  people: {},
  groups: {},
  salesforce: { mode: 'off' },
  slack: { mode: 'off' },
};

interface World extends Partial<Omit<PublishInput, 'history'>> {
  readonly at?: string;
  readonly facts?: Partial<MeasureInput['facts']>;
}

function publish({ at, facts, ...fields }: World = {}): Publication {
  const now = at === undefined ? october : Date.parse(at);
  const history = programHistory({ ...program, now, facts: { ...program.facts, ...facts } });
  return publishMetrics({
    history,
    revisions: { code: 'c0ffee', config: 'deadbeef' },
    project: snapshot.project,
    snapshot: { ...snapshot, now },
    pages: [],
    reviews: [],
    records: [],
    channel: { kind: 'read', keys: [] },
    down: [],
    ...fields,
  });
}

function written(pages: readonly WikiPage[], { actions }: Publication): WikiPage[] {
  const writes = actions.filter((action) => action.kind === 'wiki.write');
  const others = pages.filter(({ slug }) => !writes.some((each) => each.slug === slug));
  return [...others, ...writes.map(({ slug, title, content }) => ({ slug, title, content }))];
}

function slugs(actions: readonly Action[]): string[] {
  return actions.flatMap((action) => (action.kind === 'wiki.write' ? [action.slug] : []));
}

function page(pages: readonly WikiPage[], slug: string): string {
  return pages.find((each) => each.slug === slug)?.content ?? '';
}

const first = publish();
const published = written([], first);

describe('publishing', () => {
  it('writes the definitions, the report and the review that are due, and the pages that follow them', () => {
    expect(slugs(first.actions)).toEqual([
      'metrics',
      'reports/2026-10',
      'reviews/2026-Q3',
      'feedback/improvements',
      'dashboard',
      'smes',
      '_sidebar',
    ]);
    expect(first.problems).toEqual([]);
  });

  it('writes the same to the byte from the same history', () => {
    expect(publish().actions).toEqual(first.actions);
  });

  it('writes no page again on the next days, whatever was voted or surveyed since', () => {
    const voted = program.facts.questions.kind === 'read' ? program.facts.questions.value : [];
    const questions = voted.map((question) => ({
      ...question,
      answers: question.answers.map((answer) => ({ ...answer, score: answer.score + 3 })),
    }));

    const next = publish({
      pages: published,
      at: '2026-11-03T05:40:00Z',
      facts: { questions: { kind: 'read', value: questions } },
      revisions: { code: 'newer', config: 'newer' },
    });

    expect(slugs(next.actions)).toEqual([]);
  });

  it('quotes in later pages what an earlier report says of a day, whatever was read since', () => {
    const later = { pages: published, at: '2026-12-02T05:40:00Z' };
    const none = { questions: { kind: 'read', value: [] } } as const;
    const ofOctober = (pages: readonly WikiPage[]) =>
      [...page(pages, 'dashboard').matchAll(/^\| October 2026 \|.*$/gm)].map(([row]) => row);

    const asRead = written(published, publish(later));
    const vanished = written(published, publish({ ...later, facts: none }));

    expect(ofOctober(asRead).length).toBeGreaterThan(5);
    expect(ofOctober(vanished)).toEqual(ofOctober(asRead));
  });

  it('catches up with the months that were missed, each as it would have been in time', () => {
    const inTime = written(published, publish({ pages: published, at: '2026-12-02T05:40:00Z' }));
    const late = publish({ pages: published, at: '2027-02-02T05:40:00Z' });

    expect(slugs(late.actions)).toEqual([
      'reports/2026-11',
      'reports/2026-12',
      'reports/2027-01',
      'reviews/2026-Q4',
      'feedback/improvements',
      'dashboard',
      'smes',
      '_sidebar',
    ]);
    const lateFigures = figuresAsOf(page(written(published, late), 'reports/2026-11'));
    expect(lateFigures).toEqual(figuresAsOf(page(inTime, 'reports/2026-11')));
    expect(lateFigures.length).toBeGreaterThan(50);
  });

  it('leaves a report as it is and adds a dated correction where the history says something else now', () => {
    const [gone] = program.facts.requests.filter(
      ({ submittedAt }) => submittedAt >= Date.parse('2026-10-01') && submittedAt < Date.parse('2026-11-01'),
    );
    const facts = { requests: program.facts.requests.filter((each) => each !== gone) };

    const corrected = publish({ pages: published, at: '2026-11-04T05:40:00Z', facts });

    const before = page(published, 'reports/2026-10').trimEnd();
    const after = page(written(published, corrected), 'reports/2026-10');
    expect(gone).toBeDefined();
    expect(after.startsWith(before)).toBe(true);
    expect(after.slice(before.length)).toContain('Correction of 2026-11-04');
    const again = publish({ pages: written(published, corrected), at: '2026-11-05T05:40:00Z', facts });
    expect(slugs(again.actions)).not.toContain('reports/2026-10');
  });

  it('writes only the definitions while a source does not answer, and says what waits for it', () => {
    const held = publish({ down: ['Salesforce'] });

    expect(slugs(held.actions)).toEqual(['metrics']);
    expect(held.actions).toHaveLength(1);
    expect(held.problems).toEqual([
      'Not published yet: 2026-10, 2026-Q3. Salesforce cannot be read. The next run tries again.',
    ]);
    expect(publish({ pages: published, down: ['Salesforce'] })).toEqual({ actions: [], problems: [] });
  });

  it('publishes an empty month of a new desk, and no review of a quarter before its first request', () => {
    const empty = publish({ facts: { requests: [], feedback: [], collateral: [] } });

    expect(slugs(empty.actions)).toContain('reports/2026-10');
    expect(slugs(empty.actions)).not.toContain('reviews/2026-Q3');
  });

  it('takes a page that GitLab lists in another case for the same one', () => {
    const pages = published.map((each) => ({ ...each, slug: each.slug.replace('reports', 'Reports') }));

    expect(slugs(publish({ pages }).actions)).toEqual([]);
  });
});

describe('what follows a report', () => {
  const people = {
    priya: {
      id: 21,
      username: 'priya',
      name: 'Priya',
      active: true,
      bot: false,
      publicEmail: null,
      accessLevel: 15,
    },
  };
  const january = { at: '2027-01-02T05:40:00Z', pages: published, snapshot: { ...snapshot, people } };

  it('is one post in the program’s channel, found again by its key', () => {
    const [post] = first.actions.filter((action) => action.kind === 'program.post');

    expect(post).toMatchObject({ channel: config.slack.program, key: '7/report/2026-10' });
    expect(post?.text).toContain('/-/wikis/reports/2026-10|report of October 2026>');
    const again = publish({ pages: published, channel: { kind: 'read', keys: ['7/report/2026-10'] } });
    expect(again.actions).toEqual([]);
  });

  it('is nothing in Slack where that is off, and nothing weeks later', () => {
    const off = publish({ channel: { kind: 'none' } });
    const late = publish({ pages: published, at: '2026-11-20T05:40:00Z' });

    expect(off.actions.some(({ kind }) => kind === 'program.post')).toBe(false);
    expect(late.actions).toEqual([]);
  });

  it('is a review issue for the leads at the end of a quarter, once, and the post names both', () => {
    const { actions } = publish(january);

    const [issue] = actions.filter((action) => action.kind === 'standing.open');
    expect(issue).toMatchObject({ key: 'review:2026-Q4', assignees: [21], labels: ['type::cadence'] });
    expect(issue?.description).toContain('## To decide');
    const [post] = actions.filter((action) => action.kind === 'program.post');
    expect(post?.text).toContain('reviews/2026-Q4|review of 2026-Q4>');
    const again = publish({ ...january, reviews: ['review:2026-Q4'] });
    expect(again.actions.some(({ kind }) => kind === 'standing.open')).toBe(false);
  });
});

/** The lines of a page's table of figures that are the same whenever they are computed. */
function figuresAsOf(content: string): string[] {
  const lines = content.split('\n').filter((line) => line.includes('"key":"'));
  return lines.filter(
    (line) => /\/(?:[1-57])\./.test(line) && !line.includes('per-sme') && !line.includes('7.smes'),
  );
}
