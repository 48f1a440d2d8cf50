import type { Snapshot } from '../snapshot.ts';

/** The one way in: the form with its template and confidentiality preselected (`docs/rules.md#requests`). */
export function requestFormLink({ webUrl }: Pick<Snapshot['project'], 'webUrl'>): string {
  return `${webUrl}/-/issues/new?issuable_template=SME%20Request&issue[confidential]=true`;
}
