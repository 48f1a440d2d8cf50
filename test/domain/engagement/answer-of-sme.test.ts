import { describe, expect, it } from 'vitest';
import { acceptance, handBack } from '../../../src/domain/engagement/answer-of-sme.ts';
import { exampleConfig } from '../../builders/config.ts';
import { PaperDesk } from '../../builders/paper-desk.ts';

const minute = 60_000;

/** A request that Ines is asked to accept. */
function assigned(): { desk: PaperDesk; iid: number } {
  const only = exampleConfig({
    roster: [
      ['areas: { ai: sme, cicd: sme }', 'areas: { cicd: sme }'],
      ['areas: { ai: lead, observability: sme }', 'areas: { observability: sme }'],
    ],
  });
  const desk = new PaperDesk({ config: only });
  const iid = desk.open();
  desk.run();
  desk.comment(iid, 'ines', 'accept');
  desk.click(iid, 'omar', 'request::approved');
  desk.run();
  expect(desk.record(iid).decision?.username).toBe('ines');
  desk.later(minute);
  return { desk, iid };
}

type Act = (desk: PaperDesk, iid: number) => void;
const react =
  (who: string, name: string): Act =>
  (desk, iid) =>
    desk.react(iid, who, 'assigned:1', name);
const say =
  (who: string, body: string): Act =>
  (desk, iid) =>
    desk.comment(iid, who, body);

describe('what the SME answers', () => {
  it.each<[string, readonly Act[], 'accept' | 'hand back' | null]>([
    ['nothing, since a word from before the assignment is none', [], null],
    ['a thumb up', [react('ines', 'thumbsup')], 'accept'],
    ['a thumb up of any colour', [react('ines', 'thumbsup_tone3')], 'accept'],
    ['a thumb up by its other name', [react('ines', '+1')], 'accept'],
    ['a thumb down', [react('ines', 'thumbsdown')], 'hand back'],
    ['a word', [say('ines', 'Accepted, see you there.')], 'accept'],
    ['a word with a reason', [say('ines', 'hand back: I am ill')], 'hand back'],
    ['a tada', [react('ines', 'tada')], null],
    ['a thumb of somebody else', [react('mallory', 'thumbsup'), react('sam', 'thumbsdown')], null],
    ['a word of somebody else', [say('omar', 'accept'), say('jonas', 'hand back: no')], null],
    ['up, then down', [react('ines', 'thumbsup'), react('ines', 'thumbsdown')], 'hand back'],
    ['down, then up', [react('ines', 'thumbsdown'), react('ines', 'thumbsup')], 'accept'],
    ['up, then a word against it', [react('ines', 'thumbsup'), say('ines', 'hand back: ill')], 'hand back'],
  ])('%s', (_, acts, answer) => {
    const { desk, iid } = assigned();
    for (const act of acts) {
      act(desk, iid);
      desk.later(minute);
    }
    const view = desk.view(iid);
    expect(acceptance(view) !== null).toBe(answer === 'accept');
    expect(handBack(view) !== null).toBe(answer === 'hand back');
  });

  it('of two at the same moment the one counts that grants less', () => {
    const { desk, iid } = assigned();
    desk.react(iid, 'ines', 'assigned:1', 'thumbsdown');
    desk.react(iid, 'ines', 'assigned:1', 'thumbsup');
    expect(handBack(desk.view(iid))).toBe(desk.world.now);
    expect(acceptance(desk.view(iid))).toBeNull();
  });

  it('a thumb down that was answered by a thumb up stays history when the thumb up is taken back', () => {
    const { desk, iid } = assigned();
    desk.react(iid, 'ines', 'assigned:1', 'thumbsdown');
    desk.later(minute);
    desk.react(iid, 'ines', 'assigned:1', 'thumbsup');
    desk.run();
    expect(desk.view(iid).state).toBe('engaged');
    desk.unreact(iid, 'ines', 'thumbsup');
    expect(handBack(desk.view(iid))).toBeNull();
    desk.run();
    expect(desk.view(iid).state).toBe('engaged');
  });
});
