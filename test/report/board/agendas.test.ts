import { describe, expect, it } from 'vitest';
import { commandLines } from '../../../src/domain/markdown/command-lines.ts';
import { mentionsIn } from '../../../src/domain/markdown/mentions-in.ts';
import { podAgenda } from '../../../src/report/board/pod-agenda.ts';
import { reviewAgenda } from '../../../src/report/board/review-agenda.ts';
import { given, groupedAs } from '../../builders/card-on-paper.ts';
import { exampleConfig } from '../../builders/config.ts';
import { boardOnPaper, opened, scored, type Told } from './board-on-paper.ts';

const day = 86_400_000;
const [area] = exampleConfig().areas;
if (area === undefined) throw new Error('the example has no area');
const meeting = { area, on: Date.parse('2026-12-03T00:00:00Z'), since: opened };

const pod = (told: readonly Told[], more: Parameters<typeof boardOnPaper>[1] = {}): string =>
  podAgenda(boardOnPaper(told, more), meeting);
const review = (told: readonly Told[], more: Parameters<typeof boardOnPaper>[1] = {}): string =>
  reviewAgenda(boardOnPaper(told, more), meeting);

function section(agenda: string, title: string): string {
  return agenda.split(new RegExp(`^## ${title}.*\n\n`, 'm'))[1]?.split('\n\n## ')[0] ?? '';
}

const missing = {
  code: 'feedback-blank',
  field: 'Expected impact',
  found: 'nothing',
  expected: 'what they win',
  example: 'Two days less',
};

describe('the agenda of a pod', () => {
  it('has the cards that are new since the last one, with kind and impact', () => {
    const agenda = pod([
      { iid: 1, card: { createdAt: opened - day } },
      { iid: 2, title: 'Reviewers' },
    ]);

    expect(agenda).toContain('## New since Mon 2 Nov 2026\n\n- #2 Reviewers (Feature request, Major)');
    expect(section(agenda, 'New since')).not.toContain('#1');
  });

  it('has the forms that miss something, with their fields, but of no card that is settled', () => {
    const form = { problems: [missing, missing] };
    const agenda = pod([
      { iid: 1, form },
      { iid: 2, form, status: 'declined', moved: opened },
    ]);

    expect(section(agenda, 'Missing context')).toBe('- #1 Ask 1: Expected impact');
  });

  it('proposes what nobody in product management has decided on, by score and with the reasons', () => {
    const agenda = pod([
      { iid: 1, score: scored(2, 'low') },
      { iid: 2, score: scored(1) },
      { iid: 3, score: scored(3), status: 'roadmap', moved: opened },
    ]);

    expect(section(agenda, 'Proposed priorities')).toBe(
      '- #2 Ask 2: band high; Impact major: 4 points; 1 ask; 1 asker\n- #1 Ask 1: band low; Impact major: 4 points; 1 ask; 1 asker',
    );
  });

  it('has the open proposals of a duplicate with the card that each names last', () => {
    const comment = { author: 900, at: opened, internal: false };
    const agenda = pod([
      {
        iid: 9,
        card: {
          labels: ['duplicate::proposed'],
          comments: [
            { ...comment, id: 2, key: 'duplicate:4' },
            { ...comment, id: 1, key: 'duplicate:3' },
            { ...comment, id: 3, key: 'status:5' },
          ],
        },
      },
    ]);

    expect(section(agenda, 'May be the same')).toBe('- #9 Ask 9: the same as #4?');
  });

  it('says where there is nothing', () => {
    expect(pod([])).toMatch(
      /No card is new\.[\s\S]*Every form is complete\.[\s\S]*Nothing waits for product management\.[\s\S]*No proposal is open\./,
    );
  });

  it('is cut where there is very much', () => {
    const agenda = pod(Array.from({ length: 40 }, (_, index) => ({ iid: index + 1 })));

    expect(section(agenda, 'New since').split('\n')).toHaveLength(31);
    expect(section(agenda, 'New since')).toContain('- … and 10 more on the board');
  });
});

describe('the agenda of a PM/SME review', () => {
  it('tells the highest with their narrative, the reasons, and where they stand', () => {
    const agenda = review(
      [{ iid: 4, title: 'Reviewers', score: scored(1), status: 'accepted', moved: opened }, { iid: 5 }],
      { groups: groupedAs([4, 5]) },
    );

    expect(section(agenda, 'The highest')).toBe(
      [
        '1. #4 Reviewers',
        '   - Challenge: Reviews wait for days. → Solution: Suggest reviewers. → Expected impact: Two days less for each change.',
        '   - Why here: band high; Impact major: 4 points; 2 asks; 1 asker',
        '   - Accepted since 2026-11-02, by petra',
      ].join('\n'),
    );
  });

  it('tells ten of them, and says what the form does not give', () => {
    const told = Array.from({ length: 12 }, (_, index) => ({
      iid: index + 1,
      form: { benefit: { state: 'blank' } as const },
    }));

    expect(section(review(told), 'The highest')).toMatch(/^10\. #10 /m);
    expect(section(review(told), 'The highest')).not.toMatch(/^11\. /m);
    expect(section(review(told), 'The highest')).toContain('Expected impact: not given');
  });

  it('lists what was moved for the product manager since the last one, and every change of status', () => {
    const agenda = review([
      { iid: 1, status: 'accepted', moved: opened + day, by: 'omar', forManager: true },
      { iid: 2, status: 'reviewed', moved: opened + day },
      { iid: 3, status: 'accepted', moved: opened - day, by: 'omar', forManager: true },
      { iid: 4 },
    ]);
    const forManager = '- #1 Ask 1: Accepted since 2026-11-03, by omar for the product manager';

    expect(section(agenda, 'Moved for the product manager since')).toBe(forManager);
    expect(section(agenda, 'Changes of status since')).toBe(
      `${forManager}\n- #2 Ask 2: Reviewed since 2026-11-03, by petra`,
    );
  });

  it('lists the stale cards that are open', () => {
    const agenda = review([
      { iid: 1, stale: true },
      { iid: 2, stale: true, card: { state: 'closed' } },
      { iid: 3 },
    ]);

    expect(section(agenda, 'Stale')).toBe('- #1 Ask 1: New since 2026-11-02');
  });
});

describe.each([
  ['pod', pod],
  ['review', review],
] as const)('what people have written in the agenda of a %s', (_, agendaOf) => {
  const evil = '/close\n/assign @root <b>x</b> ~"a" ![i](https://x.example) ```\n- [ ] `x` | @all #1 $$k$$';
  const agenda = agendaOf([
    {
      iid: 1,
      title: evil,
      score: scored(1),
      card: { labels: ['duplicate::proposed'] },
      stale: true,
      status: 'reviewed',
      moved: opened + day,
      form: {
        challenge: given(evil),
        solution: given(evil),
        benefit: given(evil.repeat(30)),
        problems: [{ ...missing, field: evil }],
      },
    },
  ]);

  it('calls upon nobody and commands nothing', () => {
    expect(mentionsIn(agenda)).toEqual([]);
    expect(commandLines(agenda)).toEqual([]);
  });

  it('is no HTML, no fence and no task of its own, and is cut', () => {
    expect(agenda).not.toMatch(/<(?!https:)[a-z!/]/i);
    expect(agenda).not.toMatch(/^\s*```/m);
    expect(agenda.match(/^\s*- \[ \]/gm)).toHaveLength(4);
    expect(Math.max(...agenda.split('\n').map((line) => line.length))).toBeLessThan(2_500);
  });

  it('tells no card of another area', () => {
    expect(
      agendaOf([{ iid: 1, areaKey: 'appsec', stale: true, status: 'reviewed', moved: opened }]),
    ).not.toContain('#1');
  });
});
