import type { Config } from '../../../config/types.ts';
import { cardMovers } from '../../metrics/card-movers.ts';
import { sameUsername } from '../../people.ts';
import type { UserRef } from '../../snapshot.ts';

/** Whose moves of a card count, as the configuration of today says (`docs/rules.md#customer-feedback`). */
export interface Movers {
  /** Product managers of any area; leads and SMEs of the card's. Null, an account that is gone, never may. */
  readonly mayMove: (areaKey: string, user: UserRef | null) => boolean;
  /** Of any area; everybody else who may moves a card for them. */
  readonly isManager: (user: UserRef) => boolean;
}

type People = Pick<Config, 'areas' | 'roster'>;

const known = new WeakMap<People, Movers>();

/** The movers of a configuration. Every phase asks on every card, so that they are worked out once. */
export function moversOf(config: People): Movers {
  const found = known.get(config) ?? readMovers(config);
  known.set(config, found);
  return found;
}

function readMovers(config: People): Movers {
  const managers = config.areas.flatMap(({ productManagers }) => productManagers);
  return {
    mayMove: cardMovers(config),
    isManager: ({ username }) => managers.some((each) => sameUsername(each, username)),
  };
}
