import { choiceField } from '../../form/choice-field.ts';
import type { FormLine } from '../../form/form-lines.ts';
import type { Option } from '../../form/read-choice.ts';
import { areaOptions } from '../../form/read-choices.ts';
import type { AreaChoice, Field } from '../../form/request-form.ts';
import type { OfferedChoices } from '../../form/shown-choices.ts';
import { impactNames, kindNames } from './choice-names.ts';
import { feedbackHeadings } from './feedback-fields.ts';
import { type FeedbackKind, feedbackKinds, type Impact, impacts, type ThemeChoice } from './feedback-form.ts';

/** Fixed values by their names, their keys, and words that people use for them. */
function optionsOf<Value extends string>(
  values: readonly Value[],
  names: Readonly<Record<Value, string>>,
  words: Readonly<Partial<Record<Value, readonly string[]>>>,
): readonly Option[] {
  return values.map((value) => ({ value, names: [names[value], value, ...(words[value] ?? [])] }));
}

const kindOptions = optionsOf(feedbackKinds, kindNames, {
  'feature-request': ['Feature', 'New feature'],
  bug: ['Defect'],
  enhancement: ['Improvement'],
});
const impactOptions = optionsOf(impacts, impactNames, {});

/** The value of a fixed choice that a reader has found. */
function valueIn<Value extends string>(values: readonly Value[], fallback: Value): (found: string) => Value {
  return (found) => values.find((value) => value === found) ?? fallback;
}

/** Reads the kind: exactly one of three. */
export function readKind(lines: readonly FormLine[]): Field<FeedbackKind> {
  const value = valueIn(feedbackKinds, 'feature-request');
  return choiceField(lines, {
    heading: feedbackHeadings.kind,
    codes: {
      missing: 'feedback-kind-missing',
      several: 'feedback-kind-several',
      unknown: 'feedback-kind-unknown',
      otherBlank: 'feedback-kind-unknown',
    },
    options: kindOptions,
    allowsOther: false,
    option: value,
    other: value,
  });
}

/** Reads the impact: exactly one of three. */
export function readImpact(lines: readonly FormLine[]): Field<Impact> {
  const value = valueIn(impacts, 'minor');
  return choiceField(lines, {
    heading: feedbackHeadings.impact,
    codes: {
      missing: 'feedback-impact-missing',
      several: 'feedback-impact-several',
      unknown: 'feedback-impact-unknown',
      otherBlank: 'feedback-impact-unknown',
    },
    options: impactOptions,
    allowsOther: false,
    option: value,
    other: value,
  });
}

/** Reads the theme: a configured one, or `Other` with its text; optional. */
export function readTheme(lines: readonly FormLine[], themes: readonly string[]): Field<ThemeChoice> {
  return choiceField(lines, {
    heading: feedbackHeadings.theme,
    codes: {
      missing: null,
      several: 'feedback-theme-several',
      unknown: 'feedback-theme-unknown',
      otherBlank: 'feedback-theme-other-blank',
    },
    options: themes.map((theme) => ({ value: theme, names: [theme] })),
    allowsOther: true,
    option: (theme): ThemeChoice => ({ theme, other: null }),
    other: (text): ThemeChoice => ({ theme: null, other: text }),
  });
}

/** Reads the product area: a configured one by name, alias or key, or `other` with its text. */
export function readProductArea(
  lines: readonly FormLine[],
  areas: OfferedChoices['areas'],
): Field<AreaChoice> {
  return choiceField(lines, {
    heading: feedbackHeadings.area,
    codes: {
      missing: 'feedback-area-missing',
      several: 'feedback-area-several',
      unknown: 'feedback-area-unknown',
      otherBlank: 'feedback-area-other-blank',
    },
    options: areaOptions(areas),
    allowsOther: true,
    option: (key): AreaChoice => ({ key, other: null }),
    other: (text): AreaChoice => ({ key: 'other', other: text }),
  });
}
