import { describe, expect, it } from 'vitest';
import type { CardView } from '../../../src/domain/board/card.ts';
import { groupsOf } from '../../../src/domain/board/duplicates/groups.ts';
import { duplicates } from '../../../src/reconcile/board/duplicates.ts';
import { refusalOfBody } from '../../../src/run/apply/send-body.ts';
import { boardOf, cardView, clicked, given, granted } from '../../builders/card-on-paper.ts';
import { exampleConfig } from '../../builders/config.ts';
import { desk, hour, monday, user } from '../../builders/snapshot.ts';
import { askedCard } from '../../domain/board/duplicates/asked-cards.ts';

const config = exampleConfig();
const older = askedCard(1, {
  challenge: 'Reviews wait for days at Contoso.',
  solution: 'Suggest reviewers to Contoso by the files that were changed.',
});
const younger = askedCard(2, {
  challenge: 'At Contoso nobody reviews.',
  solution: 'Suggest the reviewers who know the changed files, for CONTOSO.',
});

function wish(
  view: CardView,
  others: readonly CardView[] = [older],
  labels?: { id: number; name: string }[],
) {
  const cards = [...others, view];
  const groups = groupsOf(cards, config, [desk.id]);
  return duplicates(view, boardOf(cards, labels === undefined ? { groups } : { groups, labels }));
}

describe('a card that is like an older one', () => {
  const first = wish(younger);

  it('is proposed once: label, link, and a comment that says why, how to answer and who may', () => {
    expect(first).toMatchObject({ add: ['duplicate::proposed'], remove: [], links: [1] });
    expect(first.comments?.map(({ key, mentions }) => ({ key, mentions }))).toEqual([
      { key: 'duplicate:1', mentions: [] },
    ]);
    const body = first.comments?.[0]?.body ?? '';
    expect(body).toBe(
      [
        'This may be the same ask as #1: what they propose has words in common (changed and files).',
        '- Yes: react to this comment with 👍, or set ~"duplicate::confirmed". Both then count together, and the status of the oldest open one goes for both.\n- No: react with 👎, or set ~"duplicate::rejected". The two are not proposed again.',
        'The answer is up to product managers, and leads and SMEs of AI (please ask petra). It can be changed later by the other label.',
      ].join('\n\n'),
    );
    expect(refusalOfBody(body, [])).toBeNull();
    expect(wish(granted(younger, first))).toEqual({});
  });

  it('is told again where the run was stopped between the label and the comment', () => {
    const stopped = granted(younger, first, monday, false);
    expect(wish(stopped).comments).toHaveLength(1);
    expect(wish(stopped).add).toBeUndefined();
  });

  it('never tells a word that either card writes with a capital: it may be a customer', () => {
    expect(first.comments?.[0]?.body).not.toMatch(/contoso/i);
    const named = askedCard(2, { solution: 'CONTOSO SSO' });
    const body = wish(named, [askedCard(1, { solution: 'contoso sso' })]).comments?.[0]?.body;
    expect(body).toContain('#1: what they propose is worded much alike.');
    const once = askedCard(2, { challenge: 'Contoso waits.', solution: 'single login for contoso' });
    const both = wish(once, [askedCard(1, { solution: 'single login for contoso' })]).comments?.[0]?.body;
    expect(both).toContain('words in common (single and login)');
  });

  it('names no product issue, only that it is the same', () => {
    const naming = (iid: number) =>
      cardView(
        { iid },
        { solution: given(`${iid}`), productIssue: given({ project: 'acme/secret', iid: 12 }) },
      );
    const body = wish(naming(2), [naming(1)]).comments?.[0]?.body;
    expect(body).toContain('#1: both name the same product issue.');
    expect(body).not.toContain('acme/secret');
  });

  it('is left alone while it is closed, or the project has no such label', () => {
    expect(wish({ ...younger, card: { ...younger.card, state: 'closed' } })).toEqual({});
    expect(wish(younger, [older], [])).toEqual({});
  });
});

describe('an answer', () => {
  const asked = granted(younger, wish(younger));
  const swapped = (view: CardView, to: string, by: string, at: number) =>
    clicked(view, {
      by,
      add: `duplicate::${to}`,
      remove: view.card.labels.filter((label) => label.startsWith('duplicate::')),
      at: monday + at * hour,
    });
  const liked = (name: string, by: string): CardView => ({
    ...asked,
    card: {
      ...asked.card,
      reactions: [{ id: 1, note: asked.card.comments[0]?.id ?? 0, name, user: user(by), at: monday + hour }],
    },
  });

  it.each([
    ['thumbsup', 'duplicate::confirmed'],
    ['thumbsdown', 'duplicate::rejected'],
  ])('by the reaction %s becomes the label %s, once', (name, label) => {
    const view = liked(name, 'petra');
    expect(wish(view)).toMatchObject({ add: [label], remove: ['duplicate::proposed'] });
    expect(wish(view).comments).toBeUndefined();
    const after = granted(view, wish(view), monday + 2 * hour);
    expect(wish({ ...after, card: { ...after.card, reactions: [] } })).toEqual({});
  });

  it('by label stays as it was set, and the other label is taken off where GitLab Free keeps both', () => {
    expect(wish(swapped(asked, 'confirmed', 'omar', 2))).toEqual({});
    const both = clicked(asked, { by: 'omar', add: 'duplicate::rejected', at: monday + 2 * hour });
    expect(wish(both)).toMatchObject({ add: [], remove: ['duplicate::proposed'] });
  });

  it('of somebody who may not is taken back, whatever stood before', () => {
    const byStranger = swapped(asked, 'confirmed', 'mallory', 2);
    expect(wish(byStranger)).toMatchObject({
      add: ['duplicate::proposed'],
      remove: ['duplicate::confirmed'],
    });
    const undone = swapped(swapped(asked, 'rejected', 'petra', 2), 'confirmed', 'mallory', 3);
    const back = wish(undone);
    expect(back).toMatchObject({ add: ['duplicate::rejected'], remove: ['duplicate::confirmed'] });
    expect(wish(granted(undone, back, monday + 4 * hour))).toEqual({});
  });

  it('no leaves room for a proposal of another card, and the same pair is not proposed again', () => {
    const rejected = swapped(asked, 'rejected', 'petra', 2);
    const third = { ...younger, card: { ...younger.card, iid: 3, id: 7003 } };
    const other = askedCard(4, { solution: 'Suggest reviewers by changed files' });
    expect(wish(rejected)).toEqual({});
    const both = { ...rejected, card: { ...rejected.card, iid: 9, id: 7009 } };
    expect(wish(both, [older, third, other]).links).toEqual([3]);
  });

  it('that is open keeps a second proposal away', () => {
    const like = { ...older, card: { ...older.card, iid: 4, id: 7004 } };
    const later = { ...asked, card: { ...asked.card, iid: 9, id: 7009 } };
    expect(wish(later, [older, like])).toEqual({});
  });
});

describe('a label of the scope where nothing was proposed', () => {
  const alone = askedCard(5, { solution: 'A library of prompts.' });

  it('is taken off where somebody has set it who may not, or it came with a copy', () => {
    const set = clicked(alone, { by: 'mallory', add: 'duplicate::confirmed' });
    expect(wish(set).remove).toEqual(['duplicate::confirmed']);
    const copied = { ...set, card: { ...set.card, labelEvents: [] } };
    expect(wish(copied).remove).toEqual(['duplicate::confirmed']);
  });

  it('is left to somebody who may', () => {
    expect(wish(clicked(alone, { by: 'petra', add: 'duplicate::rejected' }))).toEqual({});
  });
});

it('at most ten proposals are made in one run, the oldest cards first', () => {
  const words = [
    'amber',
    'basalt',
    'cobalt',
    'dolomite',
    'emerald',
    'feldspar',
    'garnet',
    'halite',
    'ivory',
    'jasper',
    'kyanite',
    'lapis',
  ];
  const cards = words.flatMap((word, index) => [
    askedCard(2 * index + 1, { solution: `${word} export for ${word}s` }),
    askedCard(2 * index + 2, { solution: `export of ${word}` }),
  ]);
  const context = boardOf(cards);
  const proposed = cards.filter((view) => duplicates(view, context).comments !== undefined);
  expect(proposed.map(({ card }) => card.iid)).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18, 20]);
});
