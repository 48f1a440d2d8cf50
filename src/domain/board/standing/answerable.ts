import type { Config } from '../../../config/types.ts';

type Programme = Pick<Config, 'areas' | 'program'>;

/** Usernames of those who look after the cards of an area: its leads, or those of the program where it has none. */
export function leadsOfCard({ areas, program }: Programme, areaKey: string): readonly string[] {
  const leads = areas.find(({ key }) => key === areaKey)?.leads ?? [];
  return leads.length > 0 ? leads : program.leads;
}

/** Usernames of those who decide on the cards of an area: its product managers, its leads where it has none. */
export function managersOfCard(config: Programme, areaKey: string): readonly string[] {
  const managers = config.areas.find(({ key }) => key === areaKey)?.productManagers ?? [];
  return managers.length > 0 ? managers : leadsOfCard(config, areaKey);
}
