import { describe, expect, it } from 'vitest';
import { declineReasonOf, reasonSlug } from '../../../src/domain/workflow/decline-reason.ts';
import { exampleConfig } from '../../builders/config.ts';
import { day, people } from '../../builders/snapshot.ts';
import { quiet, standing } from '../../transitions/scenes.ts';

type Scene = ReturnType<typeof standing>;

const config = exampleConfig();
const reasons = ['early', 'too early', 'no capacity'];
const ours = { requests: { ...config.requests, declineReasons: reasons } };

/** A request that omar has declined with some comments of his. */
function declinedWith(...comments: readonly string[]): Scene {
  const scene = standing('awaiting-approval');
  for (const each of comments) scene.desk.comment(scene.iid, 'omar', each);
  scene.desk.click(scene.iid, 'omar', 'request::declined');
  scene.desk.later(60_000);
  quiet(scene);
  return scene;
}

function reasonOf({ desk, iid }: Scene): string | null {
  return declineReasonOf(desk.view(iid), ours);
}

describe('the reason of a decline', () => {
  it.each([
    ['begins with it', 'Too early: they have no budget yet.', 'too early'],
    ['holds it as a phrase', 'Sorry, there is *no capacity* this month.', 'no capacity'],
    ['holds it over two lines', 'There is no\ncapacity.', 'no capacity'],
    ['holds two', 'No capacity, and it is too early as well.', 'no capacity'],
    ['holds the longer of two that begin together', 'too early', 'too early'],
    ['holds it inside a word only', 'Do it nearly.', 'in other words'],
    ['holds its words apart', 'We have no spare capacity.', 'in other words'],
    ['quotes what somebody else has said', '> too early?\n\nWe have a recording of that.', 'in other words'],
    ['says something else', 'We have a recording of that.', 'in other words'],
  ])('is known by a comment that %s', (_, comment, reason) => {
    expect(reasonOf(declinedWith(comment))).toBe(reason);
  });

  it('is the first one that a comment names', () => {
    expect(reasonOf(declinedWith('Hm.', 'Too early.', 'No capacity.'))).toBe('too early');
  });

  it('is none as long as the request is not declined', () => {
    const scene = standing('awaiting-approval');
    scene.desk.comment(scene.iid, 'omar', 'Too early.');

    expect(reasonOf(scene)).toBeNull();
  });

  it('is not given where none came in time, also when one comes later', () => {
    const scene = standing('awaiting-approval');
    scene.desk.click(scene.iid, 'omar', 'request::declined');
    quiet(scene);
    scene.desk.later(4 * day);
    quiet(scene);
    expect(scene.desk.view(scene.iid).state).toBe('declined');

    scene.desk.comment(scene.iid, 'omar', 'Too early.');

    expect(reasonOf(scene)).toBe('no reason given');
  });

  it('is the one it was ended with, not what the approver says later', () => {
    const scene = declinedWith('We have a recording of that.');
    scene.desk.later(60_000);
    scene.desk.comment(scene.iid, 'omar', 'And it was too early.');

    expect(reasonOf(scene)).toBe('in other words');
  });

  it('is the approver’s, whatever others say', () => {
    const scene = standing('awaiting-approval');
    scene.desk.comment(scene.iid, 'sam', 'Is it too early?');
    scene.desk.comment(scene.iid, 'omar', 'We have a recording of that.');
    scene.desk.click(scene.iid, 'omar', 'request::declined');
    quiet(scene);

    expect(reasonOf(scene)).toBe('in other words');
  });

  it('stays known when the approver has left since', () => {
    const scene = declinedWith('Too early.');
    scene.desk.world = { ...scene.desk.world, people: people({ omar: { active: false } }) };

    expect(reasonOf(scene)).toBe('too early');
  });
});

it('an approver who is asked for the reason reads which ones are counted', () => {
  const scene = standing('awaiting-approval');
  scene.desk.click(scene.iid, 'omar', 'request::declined');
  quiet(scene);

  const [asked] = [...scene.desk.comments(scene.iid)].filter(([key]) => key.startsWith('reason:'));

  expect(asked?.[1]).toContain('*not enough notice*, *outside the area*, *too early*, *duplicate*');
});

it.each([
  ['Not an SME question', 'not-an-sme-question'],
  ['  Too   early! ', 'too-early'],
  ['Zu früh', 'zu-früh'],
  ['…', ''],
])('the part of a figure’s id for %s is “%s”', (reason, slug) => {
  expect(reasonSlug(reason)).toBe(slug);
});
