import type { Snapshot } from '../snapshot.ts';

/** The address of a new issue with a template and confidentiality preselected (docs/gitlab.md#templates). */
export function formLink({ webUrl }: Pick<Snapshot['project'], 'webUrl'>, template: string): string {
  return `${webUrl}/-/issues/new?issuable_template=${encodeURIComponent(template)}&issue[confidential]=true`;
}
