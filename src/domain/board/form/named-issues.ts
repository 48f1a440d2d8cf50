import type { Snapshot } from '../../snapshot.ts';
import type { ProductIssue } from './feedback-form.ts';

/** The project of the desk, as far as it tells where its GitLab is. */
export type DeskProject = Pick<Snapshot['project'], 'path' | 'webUrl'>;

/** Which issues a short text names. */
export interface NamedIssues {
  /** On the desk's own GitLab, each once, in the order they stand there. */
  readonly issues: readonly ProductIssue[];
  /** Links to issues on another host. */
  readonly elsewhere: readonly string[];
  /** The text without links and references of the form `group/project#12`. */
  readonly rest: string;
}

const link = /https?:\/\/[^\s<>"'()[\]|]+/gi;
const reference = /(?<![\w./-])([A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+)+)#(\d{1,9})(?!\d)/g;
// `/-/` came with GitLab 12; old links go on working there. https://docs.gitlab.com/development/urls_in_gitlab/
const issuePath = /^\/(.+?)\/(?:-\/)?(?:issues|work_items)\/(\d{1,9})$/;
const projectPath = /^[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+)+$/;

function issueAt(path: string): ProductIssue | null {
  const [, project = '', iid = ''] = issuePath.exec(path.replace(/[/.,;:]+$/, '')) ?? [];
  // What stands under `groups/` belongs to a group and not to a project.
  if (!projectPath.test(project) || project.startsWith('groups/') || Number(iid) === 0) return null;
  return { project, iid: Number(iid) };
}

/** Where the desk's GitLab is: GitLab may live below the root of its host. */
function gitlabOf({ path, webUrl }: DeskProject): { readonly host: string; readonly root: string } {
  const url = webUrl.endsWith(`/${path}`) ? webUrl.slice(0, -path.length - 1) : webUrl;
  if (!URL.canParse(url)) return { host: '', root: '' };
  const { host, pathname } = new URL(url);
  return { host, root: pathname.replace(/\/+$/, '') };
}

/**
 * The issues that a short text names by link or as `group/project#12`. What an address contains before its host
 * (`https://gitlab.example.com@elsewhere/`) does not make it one of this GitLab.
 */
export function namedIssues(text: string, desk: DeskProject): NamedIssues {
  const { host, root } = gitlabOf(desk);
  const issues = new Map<string, ProductIssue>();
  const elsewhere: string[] = [];
  const add = (issue: ProductIssue): void => {
    const key = `${issue.project.toLowerCase()}#${issue.iid}`;
    if (!issues.has(key)) issues.set(key, issue);
  };
  const unlinked = text.replace(link, (found) => {
    const url = URL.canParse(found) ? new URL(found) : null;
    if (url === null) return ' ';
    const own = url.host === host && url.pathname.startsWith(`${root}/`);
    const issue = issueAt(own ? url.pathname.slice(root.length) : url.pathname);
    if (issue === null) return ' ';
    if (own) add(issue);
    else elsewhere.push(found);
    return ' ';
  });
  const rest = unlinked.replace(reference, (_, project: string, iid: string) => {
    if (Number(iid) > 0) add({ project, iid: Number(iid) });
    return ' ';
  });
  return { issues: [...issues.values()], elsewhere, rest };
}
