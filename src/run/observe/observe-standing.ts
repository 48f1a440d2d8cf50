import type { GitLab, GitLabIssue } from '../../clients/gitlab/types.ts';

/**
 * The standing issues with a label that the desk has opened, as whichever of its users, open and closed, oldest first.
 * What somebody else has opened with the same label and the same marker is not among them.
 */
export async function observeStanding(
  gitlab: GitLab,
  deskIds: readonly number[],
  label: string,
): Promise<readonly GitLabIssue[]> {
  const found: GitLabIssue[] = [];
  for (const author of deskIds) {
    found.push(...(await gitlab.issues({ state: 'all', labels: [label], author })));
  }
  return found.sort((a, b) => a.iid - b.iid);
}
