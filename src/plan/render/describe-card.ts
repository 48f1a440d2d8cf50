import type { CardAction, SetCard, TellAsker } from '../card-action.ts';
import type { Description } from './description.ts';
import type { Ink } from './ink.ts';
import { type PlanNames, slackName } from './plan-names.ts';
import { reasonText } from './reasons.ts';

/** Describes an action on a piece of customer feedback. Total over their kinds. */
export function describeCard(action: CardAction, ink: Ink): Description {
  switch (action.kind) {
    case 'card.set':
      return { what: changesOf(action, ink), why: reasonText(action.why, ink), body: null };
    case 'card.record': {
      const what = `${action.note === null ? 'write' : 'edit'} the record of the card`;
      return { what, why: reasonText(action.why, ink), body: action.text };
    }
    case 'card.comment': {
      const mentioned = action.mentions.map(ink.code).join(', ');
      const mentioning = mentioned === '' ? '' : `, mentioning ${mentioned}`;
      return { what: `write a comment ${ink.code(action.key)}${mentioning}`, why: null, body: action.body };
    }
    case 'card.note.delete':
      return { what: `delete the desk's own second record ${action.note}`, why: null, body: null };
    case 'card.link':
      return { what: `link it with #${action.target}`, why: null, body: null };
    default:
      return action satisfies never;
  }
}

function changesOf({ add, remove, confidential }: SetCard, ink: Ink): string {
  const parts = [
    ...(confidential === true ? ['make it confidential'] : []),
    ...add.map((label) => `set ${ink.code(label)}`),
    ...remove.map((label) => `remove ${ink.code(label)}`),
  ];
  return parts.length === 0 ? 'change nothing' : parts.join(', ');
}

/** Describes the news of a day for one asker. */
export function describeTellAsker({ user, key, text }: TellAsker, ink: Ink, names: PlanNames): Description {
  const what = `tell ${ink.code(slackName(user, names))} the news ${ink.code(key)} by direct message`;
  return { what, why: null, body: text };
}
