import type { Figures } from './told.ts';

/** Ratings, NPS and amounts, and what is computed from amounts. */
const guarded = ['3.pipeline', '3.previous', '3.growth', '6.nps', 'ratings.mean'];

/**
 * Names of the figures, as `area:ai/6.nps`, that a page must not tell: those of few, and of one SME; beside them the
 * next smallest areas, or regions, until that is more than one with enough behind it; with one figure of a metric the others of it that are guarded; and all
 * of one area in one region.
 */
export function mustBeWithheld(groups: ReadonlyMap<string, Figures>, minimumN: number): ReadonlySet<string> {
  const found = new Set<string>();
  for (const id of guarded) {
    for (const kind of ['overall', 'area:', 'region:']) {
      const members = [...groups]
        .filter(([name]) => name.startsWith(kind))
        .map(([name, figures]) => {
          const { n, value } = figures.get(id) ?? { n: 0, value: null };
          return { name, n, isOfOne: id === 'ratings.mean' && value === null };
        })
        .filter(({ n }) => n > 0)
        .toSorted((one, other) => one.n - other.n || (one.name < other.name ? -1 : 1));
      const few = members.filter(({ n, isOfOne }) => n < minimumN || isOfOne);
      const others = members.filter((member) => !few.includes(member));
      const behind = (): number => few.reduce((sum, { n }) => sum + n, 0);
      const isTooLittle = (): boolean => few.length === 1 || behind() < minimumN;
      while (kind !== 'overall' && few.length > 0 && isTooLittle() && others.length > 0) {
        few.push(...others.splice(0, 1));
      }
      for (const { name } of few) found.add(`${name}/${id}`);
    }
    for (const name of groups.keys()) if (name.startsWith('cell:')) found.add(`${name}/${id}`);
  }
  for (const name of groups.keys()) {
    const amounts = guarded.filter((id) => id.startsWith('3.')).map((id) => `${name}/${id}`);
    if (amounts.some((each) => found.has(each))) for (const each of amounts) found.add(each);
  }
  return found;
}
