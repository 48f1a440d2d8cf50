import { formLink } from '../form/form-link.ts';
import type { Snapshot } from '../snapshot.ts';

/** The one way in: the form with its template and confidentiality preselected (`docs/rules.md#requests`). */
export function requestFormLink(project: Pick<Snapshot['project'], 'webUrl'>): string {
  return formLink(project, 'SME Request');
}
