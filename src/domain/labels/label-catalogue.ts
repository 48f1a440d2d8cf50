import type { Config } from '../../config/types.ts';
import { type LabelScope, labelScopes } from './label-scopes.ts';

/** One label as `setup` creates it. The colour is `#rrggbb`. */
export interface CatalogueLabel {
  readonly name: string;
  readonly color: string;
  readonly description: string;
}

const areaColor = '#1068bf';
const kindColor = '#5b6f8f';

/**
 * Every label the desk knows: those with fixed values, one `collateral-kind::` per configured kind, then one `area::`
 * per configured area and `area::other`.
 * A label that is missing would be made by GitLab on first use, with a colour of its own and no description, or
 * silently dropped where the token may not create labels (`docs/gitlab.md#labels`).
 */
export function labelCatalogue(config: Pick<Config, 'areas' | 'collateral'>): CatalogueLabel[] {
  return [...labelScopes.flatMap(labelsOfScope), ...kindLabels(config), ...areaLabels(config)];
}

/** The columns of a feedback board, left to right. */
export function feedbackColumns(): string[] {
  const scopes = labelScopes.filter((each) => each.scope === 'feedback');
  return scopes.flatMap(labelsOfScope).map((label) => label.name);
}

function labelsOfScope(each: LabelScope): CatalogueLabel[] {
  return Object.entries(each.values).map(([value, description]) => ({
    name: `${each.scope}::${value}`,
    color: each.color,
    description,
  }));
}

function kindLabels({ collateral }: Pick<Config, 'collateral'>): CatalogueLabel[] {
  return collateral.kinds.map(({ key, name }) => ({
    name: `collateral-kind::${key}`,
    color: kindColor,
    description: name,
  }));
}

function areaLabels(config: Pick<Config, 'areas'>): CatalogueLabel[] {
  const configured = config.areas.map((area) => ({
    name: `area::${area.key}`,
    color: areaColor,
    description: `Area of expertise: ${area.name}`,
  }));
  return [...configured, { name: 'area::other', color: areaColor, description: 'An area nobody configured' }];
}
