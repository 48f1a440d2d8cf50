import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CardStatus, cardStatuses } from '../../../src/domain/board/card.ts';
import { topRequestsPage } from '../../../src/report/board/top-requests-page.ts';
import { readJsonTables } from '../../../src/report/json-table.ts';
import { given, groupedAs } from '../../builders/card-on-paper.ts';
import { exampleConfig } from '../../builders/config.ts';
import { user } from '../../builders/snapshot.ts';
import { boardOnPaper, opened, scored, type Told } from './board-on-paper.ts';

const config = exampleConfig();
const [ai] = config.areas;
if (ai === undefined) throw new Error('the example has no area');

const day = 86_400_000;

const pageOf = (told: readonly Told[], more: Parameters<typeof boardOnPaper>[1] = {}): string =>
  topRequestsPage(boardOnPaper(told, more), ai);

/** Numbers of the cards in the first table, in order. */
function numbers(page: string): number[] {
  return [...page.matchAll(/^\| \d+ \| #(?<iid>\d+) \|/gm)].map(({ groups }) => Number(groups?.iid));
}

describe('the top requests of an area', () => {
  it('stand by rank, then those without one by impact, asks, askers and number', () => {
    const page = pageOf([
      { iid: 1, form: { impact: given('minor') } },
      { iid: 2, form: { impact: given('blocker') } },
      { iid: 3, score: scored(2, 'medium') },
      { iid: 4, score: scored(1) },
      { iid: 5, form: { impact: given('minor') } },
    ]);

    expect(numbers(page)).toEqual([4, 3, 2, 1, 5]);
  });

  it('tell kind, theme, impact, band, status with its day, asks and askers', () => {
    const page = pageOf([{ iid: 4, score: scored(1), status: 'accepted', moved: opened + day }]);

    expect(page).toContain(
      '| 1 | #4 | Feature request | Integrations | Major | high | Accepted since 2026-11-03 | 1 | 1 |',
    );
  });

  it('are cards that count together as one ask, with all their askers, each once', () => {
    const told: Told[] = [
      { iid: 1 },
      { iid: 2, card: { assignees: [user('tom')] }, score: scored(1) },
      { iid: 3, card: { author: user('desk'), assignees: [user('tom')] } },
      { iid: 4, card: { state: 'closed', author: user('petra') } },
    ];
    const page = pageOf(told, { groups: groupedAs([1, 2, 3, 4]) });

    expect(numbers(page)).toEqual([1]);
    expect(page).toMatch(/^\| 1 \| #1 .*\| high \| New since 2026-11-02 \| 3 \| 2 \|$/m);
  });

  it('leave out what is closed, resolved, declined or of another area', () => {
    const page = pageOf([
      { iid: 1, status: 'resolved', moved: opened },
      { iid: 2, status: 'declined', moved: opened },
      { iid: 3, card: { state: 'closed' } },
      { iid: 4, areaKey: 'appsec' },
    ]);

    expect(numbers(page)).toEqual([]);
    expect(page).toContain('**Nothing is asked for in AI**');
  });

  it('are the first twenty in the table, and all of them where people can sort', () => {
    const page = pageOf(Array.from({ length: 23 }, (_, index) => ({ iid: index + 1 })));

    expect(numbers(page)).toHaveLength(20);
    expect(page).toContain('3 more below.');
    expect(readJsonTables(page)[0]).toHaveLength(23);
  });

  it('follow what people have set by label before what the form says', () => {
    const labels = ['feedback-type::bug', 'impact::blocker', 'impact::minor'];

    expect(pageOf([{ iid: 1, card: { labels } }])).toContain('| #1 | Bug | Integrations | Blocker |');
  });

  it('say that there are no bands while Salesforce is off', () => {
    const page = pageOf([{ iid: 1 }], { salesforce: 'off' });

    expect(page).toContain('Salesforce is off, so that there are no bands');
    expect(page).toContain('| Major | – | New since');
  });

  it('count the open cards of each column, a group where its head stands, in a table and a chart', () => {
    const page = pageOf(
      [
        { iid: 1, status: 'roadmap', moved: opened },
        { iid: 2 },
        { iid: 3 },
        { iid: 4, status: 'resolved', moved: opened },
      ],
      { groups: groupedAs([1, 2]) },
    );

    expect(page).toContain('| New | Reviewed | Accepted | Roadmap | Resolved | Declined | Backlog |');
    expect(page).toContain('| 1 | 0 | 0 | 2 | 1 | 0 | 0 |');
    expect(page).toContain('    bar [1, 0, 0, 2, 1, 0, 0]');
  });

  it('hold no word that people have written: no title, no theme of their own, nothing of the form', () => {
    const secret = 'Initech 5 M';
    const page = pageOf([
      {
        iid: 1,
        title: secret,
        form: {
          challenge: given(secret),
          solution: given(secret),
          benefit: given(secret),
          theme: given({ theme: null, other: secret }),
          asking: given({ kind: 'text', id: secret }),
        },
      },
    ]);

    expect(page).not.toContain('Initech');
    expect(page).toContain('| Feature request | Other |');
  });

  it('are the same text from the same board, in whatever order its cards were read', () => {
    const status = fc.constantFrom(...cardStatuses);
    const told = fc.uniqueArray(
      fc.record({ iid: fc.integer({ min: 1, max: 30 }), status, rank: fc.integer({ min: 1, max: 4 }) }),
      { selector: ({ iid }) => iid, maxLength: 12 },
    );
    fc.assert(
      fc.property(told, (rows: readonly { iid: number; status: CardStatus; rank: number }[]) => {
        const cards = rows.map(({ iid, status: value, rank }) => ({
          iid,
          status: value,
          moved: opened + iid,
          score: scored(rank),
        }));
        expect(pageOf([...cards].reverse())).toBe(pageOf(cards));
      }),
      { numRuns: 50 },
    );
  });
});
