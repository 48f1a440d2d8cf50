import { otherChoice } from './form-definition.ts';
import type { FormLine } from './form-lines.ts';
import { type AnyFormCode, formProblem } from './form-problem.ts';
import { type Choice, type Option, readChoice } from './read-choice.ts';
import type { Field } from './request-form.ts';

/** How one choice of a form is read and told. */
export interface ChoiceSettings<T> {
  readonly heading: string;
  readonly codes: {
    /** Null: blank is no problem. */
    readonly missing: AnyFormCode | null;
    readonly several: AnyFormCode;
    readonly unknown: AnyFormCode;
    readonly otherBlank: AnyFormCode;
  };
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

function codeOf<T>(choice: Choice, codes: ChoiceSettings<T>['codes']): AnyFormCode | null {
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

/** Reads a choice of one, with what is wrong with it in the words of its form. */
export function choiceField<T>(lines: readonly FormLine[], settings: ChoiceSettings<T>): Field<T> {
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
