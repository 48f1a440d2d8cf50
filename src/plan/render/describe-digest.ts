import type { DigestAction } from '../digest-action.ts';
import type { Description } from './description.ts';
import type { Ink } from './ink.ts';
import { type PlanNames, slackName } from './plan-names.ts';

/** Describes an action of the weekly digest. Total over their kinds. */
export function describeDigest(action: DigestAction, ink: Ink, names: PlanNames): Description {
  const key = ink.code(action.key);
  switch (action.kind) {
    case 'digest.tell': {
      const who = ink.code(slackName(action.user, names));
      return { what: `tell ${who} the digest ${key} by direct message`, why: null, body: action.text };
    }
    case 'digest.open': {
      const labels = action.labels.map(ink.code).join(', ');
      const what = `open the standing issue of the digest ${key}, labelled ${labels || 'with nothing'}`;
      return { what, why: null, body: `${action.title}\n${action.description}` };
    }
    case 'digest.comment':
      return { what: `write the digest ${key} as a comment on #${action.on}`, why: null, body: action.body };
    default:
      return action satisfies never;
  }
}
