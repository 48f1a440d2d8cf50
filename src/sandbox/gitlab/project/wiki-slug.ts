/**
 * How GitLab turns titles of wiki pages into file names and back (`docs/gitlab.md#wiki`). A title may hold
 * directories: `docs/how to` is the page `how to` with the slug `docs/how-to`.
 */

const longestTitle = 245;
const longestDirectory = 255;

/** The path of a title: blanks squeezed, `.`, `..` and empty directories collapsed, no slash at either end. */
export function titlePath(title: string): string {
  const parts: string[] = [];
  for (const part of title.split('/')) {
    const squeezed = part.trim().replace(/\s+/g, ' ');
    if (squeezed === '..') parts.pop();
    else if (squeezed !== '' && squeezed !== '.') parts.push(squeezed);
  }
  return parts.join('/');
}

/** The slug of a title path. */
export function slugOf(path: string): string {
  return path.replaceAll(' ', '-');
}

/** The title in answers: the last part of the slug, hyphens as blanks again, even those that somebody typed. */
export function shownTitle(slug: string): string {
  return slug.slice(slug.lastIndexOf('/') + 1).replace(/-+/g, ' ');
}

/**
 * The path that a new title gives to an existing page. A bare title stays in the page's directory, a leading slash
 * leads to the top, and a title that reads like the present one renames nothing.
 */
export function renamedPath(slug: string, title: string): string {
  const path = titlePath(title);
  const directory = slug.slice(0, Math.max(slug.lastIndexOf('/'), 0));
  const isBare = !title.trim().includes('/');
  if (isBare && shownTitle(slugOf(path)) === shownTitle(slug)) return slug;
  return isBare && directory !== '' ? `${directory}/${path}` : path;
}

/** Why a title cannot be a file name; an empty list when it can. */
export function titleProblems(path: string): string[] {
  const parts = path.split('/');
  const title = parts.pop() ?? '';
  if (title === '') return ["can't be blank"];
  const problems: string[] = [];
  if (bytes(title) > longestTitle) problems.push(`exceeds the limit of ${longestTitle} bytes`);
  for (const directory of parts) {
    if (bytes(directory) <= longestDirectory) continue;
    problems.push(`exceeds the limit of ${longestDirectory} bytes for directory name "${directory}"`);
  }
  return problems;
}

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
