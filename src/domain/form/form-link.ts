import type { Snapshot } from '../snapshot.ts';

type Project = Pick<Snapshot['project'], 'webUrl'>;

/** The address of a new issue with a template and confidentiality preselected (docs/gitlab.md#templates). */
export function formLink(project: Project, template: string): string {
  return newIssueLink(project, { issuable_template: template });
}

/** The address of a new confidential issue with some of its page filled in: GitLab's parameters by name. */
export function newIssueLink({ webUrl }: Project, filled: Readonly<Record<string, string>>): string {
  const parameters = Object.entries(filled).map(([name, value]) => `${name}=${encoded(value)}`);
  return `${webUrl}/-/issues/new?${[...parameters, 'issue[confidential]=true'].join('&')}`;
}

/** Brackets and stars would end a Markdown link, or begin an emphasis in it; half a character has no encoding. */
function encoded(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replace(
    /[!'()*~_]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
