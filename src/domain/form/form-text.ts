import { type FieldGroup, type FormField, otherChoice } from './form-definition.ts';

/** The lines of a form as it is printed: its headings, and under each what `lines` gives for the field. */
export function formText<Key extends string, Source extends string>(
  groups: readonly FieldGroup<Key, Source>[],
  lines: (field: FormField<Key, Source>) => readonly string[],
): readonly string[] {
  return groups.flatMap(({ heading, fields }) => [
    `## ${heading}`,
    '',
    ...fields.flatMap((field) => [`### ${field.heading}`, '', ...lines(field), '']),
  ]);
}

/** What stands under a field where nobody has written yet; `names`: what its choice offers. */
export function emptyAnswer<Key extends string, Source extends string>(
  field: FormField<Key, Source>,
  names: (source: Source) => readonly string[],
): readonly string[] {
  switch (field.kind) {
    case 'text':
      return [];
    case 'list':
      return ['- '];
    case 'checkbox':
      return [`- [ ] ${field.label}`];
    case 'choice': {
      const boxes = names(field.choices).map((name) => `- [ ] ${name}`);
      return field.other ? [...boxes, `- [ ] ${otherChoice}: `] : boxes;
    }
    default:
      return field satisfies never;
  }
}
