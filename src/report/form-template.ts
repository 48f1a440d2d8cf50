import type { FieldGroup, FormField } from '../domain/form/form-definition.ts';
import { emptyAnswer, formText } from '../domain/form/form-text.ts';

/** What a template prints besides the fields of its form. */
interface TemplateText<Key extends string, Source extends string> {
  readonly groups: readonly FieldGroup<Key, Source>[];
  /** Lines above the first heading. */
  readonly introduction: readonly string[];
  /** What to write in a field, for the eyes of who fills it in. */
  readonly hint: (field: FormField<Key, Source>) => string;
  readonly names: (source: Source) => readonly string[];
  /** Quick actions at the end. */
  readonly actions: readonly string[];
}

/** Nothing a hint quotes from the configuration may end the comment early. */
function comment(text: string): string {
  return `<!-- ${text.replaceAll('--', '- -')} -->`;
}

/**
 * An issue template, in Markdown. The quick actions at its end are hints, never proof: GitLab runs them with the rights
 * of who submits the form and drops them for Guests (docs/gitlab.md#templates).
 */
export function formTemplate<Key extends string, Source extends string>(
  template: TemplateText<Key, Source>,
): string {
  const { groups, introduction, hint, names, actions } = template;
  const lines = [
    ...introduction,
    ...formText(groups, (field) => [comment(hint(field)), '', ...emptyAnswer(field, names)]),
    ...actions,
  ];
  return `${lines.join('\n')}\n`;
}
