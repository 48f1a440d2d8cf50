import type { Config } from '../../config/types.ts';
import type { UserRef } from '../snapshot.ts';

/**
 * Whose moves of a card on the feedback board count, by the area of the card: product managers of any area, and leads
 * and SMEs of its own, who move it for the product manager (`docs/rules.md#metrics`). GitLab knows no difference of case
 * in usernames; an account that is gone is nobody's.
 */
export function cardMovers({
  areas,
  roster,
}: Pick<Config, 'areas' | 'roster'>): (areaKey: string, user: UserRef | null) => boolean {
  const managers = named(areas.flatMap((area) => area.productManagers));
  const ofArea = new Map(
    areas.map(({ key, leads }) => {
      const smes = roster.filter(({ areas: levels }) => levels[key] === 'sme' || levels[key] === 'lead');
      return [key, named([...leads, ...smes.map(({ gitlab }) => gitlab)])];
    }),
  );
  return (areaKey, user) => {
    if (user === null) return false;
    const username = user.username.toLowerCase();
    return managers.has(username) || ofArea.get(areaKey)?.has(username) === true;
  };
}

function named(usernames: readonly string[]): Set<string> {
  return new Set(usernames.map((each) => each.toLowerCase()));
}
