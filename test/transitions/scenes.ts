import type { Config } from '../../src/config/types.ts';
import { markerLine, withMarker } from '../../src/domain/record/marker.ts';
import type { RecordState } from '../../src/domain/record/record-state.ts';
import { type RequestState, requestLabel } from '../../src/domain/workflow/request-state.ts';
import { exampleConfig } from '../builders/config.ts';
import { PaperDesk } from '../builders/paper-desk.ts';
import { day, hour, salesforceOn } from '../builders/snapshot.ts';
import type { Scene } from './row-story.ts';

export type Answers = Readonly<Record<string, string | null>>;

/** A Saturday night, on which nobody can come, and long enough ahead to be waited for. */
const night: Answers = { 'Proposed dates': '- 2026-12-19 03:00 Europe/Madrid' };
const unclear: Answers = { 'Expected duration': 'long' };

/** What differs from a complete form in a request that {@link standing} brings into a state. */
export function answersIn(state: RequestState): Answers {
  if (state === 'waitlisted') return night;
  return state === 'needs-info' || state === 'cancelled' ? unclear : {};
}

/** A program in which the desk proposes and people assign: an approved request stays approved. */
function recommending(): Config {
  return exampleConfig({ program: [['mode: assign', 'mode: recommend']] });
}

/** Runs until a run has nothing more to do. */
export function quiet({ desk }: Scene): void {
  for (let runs = 0; runs < 5; runs += 1) if (desk.run().actions.length === 0) return;
  throw new Error('the desk does not come to rest');
}

function opened(tier: PaperDesk['tier'], answers: Answers = {}, config?: Config): Scene {
  const desk = new PaperDesk({ tier, ...(config === undefined ? {} : { config }) });
  return { desk, iid: desk.open({}, answers) };
}

function approved(scene: Scene): Scene {
  quiet(scene);
  scene.desk.click(scene.iid, 'omar', 'request::approved');
  quiet(scene);
  return scene;
}

/** A request in a state, with nothing left to do. */
export function standing(state: RequestState | 'none', tier: PaperDesk['tier'] = 'free'): Scene {
  const scene = broughtTo(state, tier);
  if (state !== 'none') quiet(scene);
  const found = scene.desk.view(scene.iid).state;
  if (found !== state) throw new Error(`the request is ${found} and not ${state}`);
  return scene;
}

function broughtTo(state: RequestState | 'none', tier: PaperDesk['tier']): Scene {
  switch (state) {
    case 'none':
    case 'awaiting-approval':
      return opened(tier);
    case 'submitted':
      return submitted(tier);
    case 'needs-info':
      return opened(tier, unclear);
    case 'approved':
      return approved(opened(tier, {}, recommending()));
    case 'waitlisted':
      return approved(opened(tier, night));
    case 'assigned':
      return approved(opened(tier));
    case 'changed':
      return changed(tier);
    case 'engaged':
      return engaged(tier);
    case 'awaiting-feedback':
      return afterMeeting(tier);
    case 'completed':
      return completed(tier);
    case 'declined':
      return declined(tier);
    case 'cancelled':
      return cancelled(tier);
    default:
      return state satisfies never;
  }
}

/** Salesforce is down, so that the check waits. */
function submitted(tier: PaperDesk['tier']): Scene {
  const scene = opened(tier);
  const { desk } = scene;
  desk.world = { ...desk.world, salesforce: { mode: 'down', reason: 'maintenance' } };
  return scene;
}

/** Salesforce answers again. */
export function salesforceBack({ desk }: Scene): void {
  desk.world = { ...desk.world, salesforce: salesforceOn() };
}

function changed(tier: PaperDesk['tier']): Scene {
  const scene = standing('assigned', tier);
  scene.desk.edit(scene.iid, { 'Type of engagement': '- [x] Workshop' });
  return scene;
}

/** A changed request that nobody was found for. */
export function changedUnassigned(): Scene {
  const scene = standing('waitlisted');
  scene.desk.edit(scene.iid, { ...night, 'Type of engagement': '- [x] Workshop' });
  quiet(scene);
  return scene;
}

function engaged(tier: PaperDesk['tier']): Scene {
  const scene = standing('assigned', tier);
  const { desk, iid } = scene;
  const decision = desk.record(iid).decision;
  rewrite(scene, { decision: decision === null ? null : { ...decision, accepted: desk.world.now } });
  placed(scene, 'engaged');
  return scene;
}

function afterMeeting(tier: PaperDesk['tier']): Scene {
  const scene = standing('engaged', tier);
  scene.desk.later(12 * day);
  placed(scene, 'awaiting-feedback');
  return scene;
}

function completed(tier: PaperDesk['tier']): Scene {
  const scene = standing('awaiting-feedback', tier);
  placed(scene, 'completed');
  scene.desk.setState(scene.iid, 'desk', 'closed');
  return scene;
}

function declined(tier: PaperDesk['tier']): Scene {
  const scene = standing('awaiting-approval', tier);
  scene.desk.comment(scene.iid, 'omar', 'We have a recording of that.');
  scene.desk.click(scene.iid, 'omar', 'request::declined');
  return scene;
}

function cancelled(tier: PaperDesk['tier']): Scene {
  const scene = standing('needs-info', tier);
  scene.desk.later(3 * day + hour);
  quiet(scene);
  scene.desk.later(14 * day);
  return scene;
}

/** The desk itself has moved the label, as an earlier run would have. */
function placed({ desk, iid }: Scene, state: RequestState): void {
  for (const label of desk.scope(iid)) desk.unclick(iid, 'desk', label);
  desk.click(iid, 'desk', requestLabel(state));
}

/** The record as an earlier run would have written it. */
export function rewrite({ desk, iid }: Scene, changes: Partial<RecordState>): void {
  const { note } = desk.view(iid).record;
  const line = markerLine('record', { ...desk.record(iid), ...changes });
  const notes = desk.issue(iid).notes.map((each) => {
    if (each.id !== note?.id) return each;
    const text = each.body.slice(0, each.body.lastIndexOf('<!-- sme-desk:record'));
    return { ...each, body: withMarker(text, line) };
  });
  desk.change(iid, { notes });
}
