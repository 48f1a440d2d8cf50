import type { Config } from '../../config/types.ts';
import { otherChoice } from './fields.ts';
import type { FormLine } from './form-lines.ts';
import { type FormProblemCode, formProblem } from './form-problem.ts';
import { type Choice, type Option, readChoice } from './read-choice.ts';
import type { AreaChoice, EngagementChoice, Field } from './request-form.ts';
import type { OfferedChoices } from './shown-choices.ts';

interface Codes {
  readonly missing: FormProblemCode | null;
  readonly several: FormProblemCode;
  readonly unknown: FormProblemCode;
  readonly otherBlank: FormProblemCode;
}

interface Settings<T> {
  readonly heading: string;
  readonly codes: Codes;
  readonly options: readonly Option[];
  readonly allowsOther: boolean;
  readonly option: (value: string) => T;
  readonly other: (text: string) => T;
}

function expectedOf(options: readonly Option[], allowsOther: boolean): string {
  const names = options.map((option) => option.names[0] ?? option.value).join(', ');
  return allowsOther
    ? `one of: ${names}; or ${otherChoice} with what it is behind the colon`
    : `one of: ${names}`;
}

function codeOf(choice: Choice, codes: Codes): FormProblemCode | null {
  switch (choice.kind) {
    case 'option':
    case 'other':
      return null;
    case 'blank':
      return codes.missing;
    case 'several':
      return codes.several;
    case 'unknown':
      return codes.unknown;
    case 'other-blank':
      return codes.otherBlank;
    default:
      return choice satisfies never;
  }
}

function fieldOf<T>(lines: readonly FormLine[], settings: Settings<T>): Field<T> {
  const { heading, codes, options, allowsOther } = settings;
  const choice = readChoice(lines, options, allowsOther);
  if (choice.kind === 'option') return { state: 'given', value: settings.option(choice.value) };
  if (choice.kind === 'other') return { state: 'given', value: settings.other(choice.text) };
  const code = codeOf(choice, codes);
  if (code === null) return { state: 'blank' };
  const found = 'found' in choice ? choice.found.map((one) => nameOf(options, one)).join(', ') : '';
  const example = `- [x] ${options[0]?.names[0] ?? otherChoice}`;
  const told = {
    found: choice.kind === 'other-blank' ? `${otherChoice} without a text` : found,
    expected: expectedOf(options, allowsOther),
    example,
  };
  return { state: 'problem', problem: formProblem(code, heading, told) };
}

function nameOf(options: readonly Option[], value: string): string {
  return options.find((option) => option.value === value)?.names[0] ?? value;
}

/** Reads the area: a configured one by name, alias or key, or `other` with its text. */
export function readArea(lines: readonly FormLine[], areas: OfferedChoices['areas']): Field<AreaChoice> {
  return fieldOf(lines, {
    heading: 'Area of expertise',
    codes: {
      missing: 'area-missing',
      several: 'area-several',
      unknown: 'area-unknown',
      otherBlank: 'area-other-blank',
    },
    options: areas.map(({ key, name, aliases }) => ({ value: key, names: [name, ...aliases, key] })),
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
  return fieldOf(lines, {
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
  return fieldOf(lines, {
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
  return fieldOf(lines, {
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
