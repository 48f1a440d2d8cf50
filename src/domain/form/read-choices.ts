import type { Config } from '../../config/types.ts';
import { choiceField } from './choice-field.ts';
import { otherChoice } from './form-definition.ts';
import type { FormLine } from './form-lines.ts';
import type { Option } from './read-choice.ts';
import type { AreaChoice, EngagementChoice, Field } from './request-form.ts';
import type { OfferedChoices } from './shown-choices.ts';

/** The configured areas, each by its name, its aliases and its key. */
export function areaOptions(areas: OfferedChoices['areas']): readonly Option[] {
  return areas.map(({ key, name, aliases }) => ({ value: key, names: [name, ...aliases, key] }));
}

/** Reads the area: a configured one by name, alias or key, or `other` with its text. */
export function readArea(lines: readonly FormLine[], areas: OfferedChoices['areas']): Field<AreaChoice> {
  return choiceField(lines, {
    heading: 'Area of expertise',
    codes: {
      missing: 'area-missing',
      several: 'area-several',
      unknown: 'area-unknown',
      otherBlank: 'area-other-blank',
    },
    options: areaOptions(areas),
    allowsOther: true,
    option: (key): AreaChoice => ({ key, other: null }),
    other: (text): AreaChoice => ({ key: 'other', other: text }),
  });
}

/** Reads the type of engagement: a configured one, or `Other` with its text. */
export function readEngagement(
  lines: readonly FormLine[],
  types: Config['engagementTypes'],
): Field<EngagementChoice> {
  return choiceField(lines, {
    heading: 'Type of engagement',
    codes: {
      missing: 'engagement-missing',
      several: 'engagement-several',
      unknown: 'engagement-unknown',
      otherBlank: 'engagement-other-blank',
    },
    options: types.map((type) => ({ value: type, names: [type] })),
    allowsOther: true,
    option: (type): EngagementChoice => ({ type, other: null }),
    other: (text): EngagementChoice => ({ type: otherChoice, other: text }),
  });
}

/** Reads the claimed role as its key; blank is no problem, the author's groups decide then. */
export function readRole(lines: readonly FormLine[], roles: Config['roles']): Field<string> {
  return choiceField(lines, {
    heading: 'Your role',
    codes: { missing: null, several: 'role-several', unknown: 'role-unknown', otherBlank: 'role-unknown' },
    options: Object.entries(roles).map(([key, name]) => ({ value: key, names: [name, key] })),
    allowsOther: false,
    option: (key) => key,
    other: (text) => text,
  });
}

/** Reads the region as its key; optional. */
export function readRegion(lines: readonly FormLine[], regions: Config['regions']): Field<string> {
  return choiceField(lines, {
    heading: 'Your region',
    codes: {
      missing: null,
      several: 'region-several',
      unknown: 'region-unknown',
      otherBlank: 'region-unknown',
    },
    options: regions.map(({ key, name }) => ({ value: key, names: [name, key] })),
    allowsOther: false,
    option: (key) => key,
    other: (text) => text,
  });
}
