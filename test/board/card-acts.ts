import type { IssueState } from '../../src/sandbox/gitlab/state.ts';
import type { Act } from './act.ts';
import { as, cardsOf, labelsOf, oneOf, type Stage } from './stage.ts';

const movers = ['petra', 'petra', 'petra', 'omar', 'jonas', 'ines', 'lena', 'ravi', 'priya'] as const;
const strangers = ['mallory', 'sam', 'tom', 'carlos', 'lena', 'ravi', 'ines', 'omar'] as const;
const targets = [
  'reviewed',
  'reviewed',
  'accepted',
  'accepted',
  'roadmap',
  'resolved',
  'resolved',
  'declined',
  'declined',
  'backlog',
  'new',
] as const;

/** Dragged on a board, which takes the other labels off, or set in the sidebar; on Premium both are the same. */
async function put(stage: Stage, who: string, card: IssueState, to: string): Promise<void> {
  const off = labelsOf(stage, card).filter(
    (label) => label.startsWith('feedback::') && label !== `feedback::${to}`,
  );
  const isDrag = stage.dice.chance(0.7);
  await as(stage, who).setLabels(card.iid, { add: [`feedback::${to}`], ...(isDrag ? { remove: off } : {}) });
}

const move: Act = (stage) => {
  const card = oneOf(stage, cardsOf(stage));
  return card === null ? undefined : put(stage, stage.dice.one(movers), card, stage.dice.one(targets));
};

const strangerMoves: Act = (stage) => {
  const card = oneOf(stage, cardsOf(stage));
  return card === null ? undefined : put(stage, stage.dice.one(strangers), card, stage.dice.one(targets));
};

/** A slip of the mouse: resolved or declined, and back before anybody is told. */
const slip: Act = async (stage) => {
  const card = oneOf(stage, cardsOf(stage));
  if (card === null) return;
  await put(stage, 'petra', card, stage.dice.one(['resolved', 'declined']));
  stage.sandbox.advance(600_000);
  await put(stage, 'petra', card, stage.dice.one(['new', 'reviewed', 'accepted']));
};

const takeOff: Act = (stage) => {
  const card = oneOf(stage, cardsOf(stage));
  if (card === null) return;
  const remove = labelsOf(stage, card).filter((label) => label.startsWith('feedback::'));
  return as(stage, stage.dice.one([...movers, ...strangers])).setLabels(card.iid, { remove });
};

const comment: Act = (stage) => {
  const card = oneOf(stage, cardsOf(stage));
  return card === null
    ? undefined
    : as(stage, stage.dice.one([...movers, 'sam', 'mallory'])).comment(
        card.iid,
        'It goes against how reviews are meant to work.',
      );
};

const declineWithReason: Act = async (stage) => {
  const card = oneOf(stage, cardsOf(stage));
  if (card === null) return;
  const who = stage.dice.one(movers);
  await as(stage, who).comment(card.iid, 'There is another way to do it.');
  stage.sandbox.advance(120_000);
  await put(stage, who, card, 'declined');
};

const answer: Act = (stage) => {
  const card = oneOf(
    stage,
    cardsOf(stage).filter((each) => labelsOf(stage, each).includes('duplicate::proposed')),
  );
  if (card === null) return;
  const who = stage.dice.one(['petra', 'omar', 'jonas', 'mallory', 'lena', 'sam', 'ines']);
  const says = stage.dice.one(['confirmed', 'confirmed', 'rejected']);
  const proposal = card.notes.findLast(
    ({ body, authorId }) => authorId === 900 && body.includes('"key":"duplicate:'),
  );
  if (stage.dice.chance(0.5) || proposal === undefined)
    return as(stage, who).setLabels(card.iid, {
      add: [`duplicate::${says}`],
      remove: ['duplicate::proposed'],
    });
  if (proposal.awards.some(({ userId }) => stage.sandbox.world.gitlab.users[userId]?.username === who))
    return;
  return as(stage, who).react(card.iid, proposal.id, says === 'confirmed' ? 'thumbsup' : 'thumbsdown');
};

/** Somebody thinks again, or answers what nobody has asked. */
const otherAnswer: Act = (stage) => {
  const card = oneOf(stage, cardsOf(stage));
  if (card === null) return;
  const says = stage.dice.one(['confirmed', 'rejected', 'proposed']);
  const remove = labelsOf(stage, card).filter(
    (label) => label.startsWith('duplicate::') && label !== `duplicate::${says}`,
  );
  return as(stage, stage.dice.one(['petra', 'mallory', 'omar', 'sam'])).setLabels(card.iid, {
    add: [`duplicate::${says}`],
    remove,
  });
};

const close: Act = (stage) => {
  const card = oneOf(stage, cardsOf(stage));
  return card === null ? undefined : as(stage, stage.dice.one(['petra', 'sam', 'omar'])).close(card.iid);
};

const closeResolved: Act = (stage) => {
  const card = oneOf(
    stage,
    cardsOf(stage).filter((each) => labelsOf(stage, each).includes('feedback::resolved')),
  );
  return card === null ? undefined : as(stage, 'petra').close(card.iid);
};

const reopen: Act = (stage) => {
  const card = oneOf(stage, cardsOf(stage, 'closed'));
  return card === null ? undefined : as(stage, 'petra').reopen(card.iid);
};

const setBand: Act = (stage) => {
  const card = oneOf(stage, cardsOf(stage));
  return card === null ? undefined : as(stage, 'tom').setLabels(card.iid, { add: ['score::high'] });
};

const setImpact: Act = (stage) => {
  const card = oneOf(stage, cardsOf(stage));
  if (card === null) return;
  const remove = labelsOf(stage, card).filter((label) => label.startsWith('impact::'));
  const to = `impact::${stage.dice.one(['blocker', 'major', 'minor'])}`;
  return as(stage, 'ines').setLabels(card.iid, { add: [to], remove: remove.filter((label) => label !== to) });
};

const setArea: Act = (stage) => {
  const card = oneOf(stage, cardsOf(stage));
  if (card === null) return;
  const remove = labelsOf(stage, card).filter((label) => label.startsWith('area::'));
  const to = `area::${stage.dice.one(['ai', 'appsec', 'cicd'])}`;
  return as(stage, 'petra').setLabels(card.iid, {
    add: [to],
    remove: remove.filter((label) => label !== to),
  });
};

const makePublic: Act = (stage) => {
  const card = oneOf(stage, cardsOf(stage));
  return card === null ? undefined : as(stage, 'tom').editIssue(card.iid, { confidential: false });
};

/** A comment of a person, or the record; with it goes who has answered proposals, where they have left since. */
const deleteNote: Act = (stage) => {
  const card = oneOf(stage, cardsOf(stage));
  if (card === null) return;
  const isAsked = card.notes.some(({ body }) => body.includes('"key":"duplicate:'));
  const isGiven = (body: string): boolean => body.includes('sme-desk:card ') && !isAsked;
  const notes = card.notes.filter(
    ({ authorId, system, body }) => !system && (authorId !== 900 || isGiven(body)),
  );
  const note = oneOf(stage, notes);
  return note === null
    ? undefined
    : as(stage, 'olivia').call('DELETE', `/projects/7/issues/${card.iid}/notes/${note.id}`);
};

const clone: Act = (stage) => {
  const card = oneOf(stage, cardsOf(stage));
  return card === null
    ? undefined
    : as(stage, 'omar').call('POST', `/projects/7/issues/${card.iid}/clone`, {
        to_project_id: 7,
        with_notes: stage.dice.chance(0.6),
      });
};

/** What people do with cards, each with how often it happens in relation to the others. */
export const cardActs: readonly (readonly [number, Act])[] = [
  [30, move],
  [10, strangerMoves],
  [4, slip],
  [4, takeOff],
  [8, comment],
  [4, declineWithReason],
  [8, answer],
  [2, otherAnswer],
  [2, close],
  [4, closeResolved],
  [2, reopen],
  [2, setBand],
  [3, setImpact],
  [1.5, setArea],
  [1.5, makePublic],
  [3, deleteNote],
  [1, clone],
];
