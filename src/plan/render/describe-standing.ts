import type { StandingAction } from '../standing-action.ts';
import type { Description } from './description.ts';
import type { Ink } from './ink.ts';
import { type PlanNames, userName } from './plan-names.ts';

/** Describes what is done with a standing issue of the desk's own. Total over the kinds of action. */
export function describeStanding(action: StandingAction, ink: Ink, names: PlanNames): Description {
  const key = ink.code(action.key);
  switch (action.kind) {
    case 'standing.open': {
      const labels = action.labels.map(ink.code).join(', ');
      const people = action.assignees.map((id) => ink.code(userName(id, names))).join(', ');
      const assigned = people === '' ? '' : `, assigned to ${people}`;
      const mentioned = action.mentions.map(ink.code).join(', ');
      const mentioning = mentioned === '' ? '' : `, mentioning ${mentioned}`;
      const what = `open the confidential standing issue ${key}, labelled ${labels || 'with nothing'}`;
      return {
        what: `${what}${assigned}${mentioning}`,
        why: null,
        body: `${action.title}\n${action.description}`,
      };
    }
    case 'standing.edit': {
      const what = `write the desk's part of the standing issue #${action.on} (${key}) anew`;
      return { what, why: null, body: action.description };
    }
    default:
      return action satisfies never;
  }
}
