import { ancestors } from './rights.ts';
import { type GitLabWorld, type IssueState, type LabelState, nextId, type ProjectState } from './state.ts';

/** The colour of a label that an update created by naming it (`docs/gitlab.md#labels`). */
export const defaultLabelColor = '#6699cc';

/** Labels that can be used in a project: its own and those of the groups above, by title. */
export function projectLabels(
  gitlab: GitLabWorld,
  project: ProjectState,
  withAncestors = true,
): LabelState[] {
  const groups = new Set(ancestors(gitlab, project.groupId).map((group) => group.id));
  const usable = Object.values(gitlab.labels).filter(
    (label) =>
      label.projectId === project.id ||
      (withAncestors && label.groupId !== null && groups.has(label.groupId)),
  );
  return usable.toSorted((a, b) => compareTitles(a.name, b.name) || a.id - b.id);
}

/** The order GitLab sorts titles in, as far as ASCII goes. */
export function compareTitles(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A label by title, case-sensitive; the project's own before one of a group. */
export function labelByTitle(
  gitlab: GitLabWorld,
  project: ProjectState,
  title: string,
): LabelState | undefined {
  const found = labelsByTitle(gitlab, project, title);
  return found.find((label) => label.projectId === project.id) ?? found[0];
}

/** All labels of a title: the project and an ancestor group may hold one each. */
export function labelsByTitle(gitlab: GitLabWorld, project: ProjectState, title: string): LabelState[] {
  const wanted = title.trim();
  const groups = ancestors(gitlab, project.groupId);
  return Object.values(gitlab.labels).filter(
    (label) =>
      label.name === wanted &&
      (label.projectId === project.id || groups.some((group) => group.id === label.groupId)),
  );
}

/** A label by id or title: the id is tried first, so a label titled `42` can give the label with id 42. */
export function labelByIdOrTitle(
  gitlab: GitLabWorld,
  project: ProjectState,
  key: string,
): LabelState | undefined {
  if (/^\d+$/.test(key)) {
    const byId = projectLabels(gitlab, project).find((label) => label.id === Number(key));
    if (byId !== undefined) return byId;
  }
  return labelByTitle(gitlab, project, key);
}

/** A new label of a project. */
export function createLabel(
  gitlab: GitLabWorld,
  project: ProjectState,
  label: { name: string; color: string; description?: string | null; priority?: number | null },
): LabelState {
  const created: LabelState = {
    id: nextId(gitlab, 'label'),
    name: label.name.trim(),
    color: label.color,
    description: label.description ?? null,
    priority: label.priority ?? null,
    archived: false,
    locked: false,
    projectId: project.id,
    groupId: null,
  };
  gitlab.labels[created.id] = created;
  return created;
}

/** The titles on an issue, sorted as answers show them; labels deleted since are gone. */
export function labelTitles(gitlab: GitLabWorld, issue: IssueState): string[] {
  const titles = issue.labelIds.flatMap((id) => gitlab.labels[id]?.name ?? []);
  return titles.toSorted(compareTitles);
}

/** The short form of a label, as events and detailed lists carry it. */
export function labelBasic(label: LabelState) {
  return {
    id: label.id,
    name: label.name,
    description: label.description,
    description_html: label.description ?? '',
    color: label.color,
    text_color: '#FFFFFF',
    archived: label.archived,
  };
}
