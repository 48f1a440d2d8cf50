import type { GitLab } from '../../clients/gitlab/types.ts';
import type { Config } from '../../config/types.ts';
import type { CardView } from '../../domain/board/card.ts';
import type { ProductIssue } from '../../domain/board/form/feedback-form.ts';
import { DeskError } from '../../errors.ts';
import type { ProductIssueFacts } from '../../reconcile/board/card-phase.ts';

/** What was read of the product's issues, and the projects that could not be read, one sentence each. */
export interface ObservedProductIssues {
  readonly issues: readonly ProductIssueFacts[];
  readonly problems: readonly string[];
}

/**
 * Reads the issues that open cards name, of configured projects only, and none whose end was told on the card already.
 * A project that cannot be read is a problem, and nothing else waits for it.
 */
export async function observeProductIssues(
  gitlab: GitLab,
  { feedback }: Config,
  views: readonly CardView[],
): Promise<ObservedProductIssues> {
  const named = views.flatMap(followed);
  const issues: ProductIssueFacts[] = [];
  const problems: string[] = [];
  for (const path of feedback.productProjects) {
    const ofProject = named.filter(({ project }) => isSame(project, path));
    if (ofProject.length === 0) continue;
    try {
      const found = await gitlab.productIssues(
        path,
        ofProject.map(({ iid }) => iid),
      );
      for (const project of new Set(ofProject.map((each) => each.project)))
        issues.push(...found.map((issue) => ({ project, ...issue })));
    } catch (error) {
      if (!(error instanceof DeskError)) throw error;
      problems.push(
        `The issues of ${path} cannot be read, so that nobody is told when one is closed: ${error.message} Let the desk’s user read that project, or take it out of feedback.product_projects. (code ${error.code})`,
      );
    }
  }
  return { issues, problems };
}

/** The issue that an open card waits for; none where its end was told already. */
function followed({ card, form }: CardView): ProductIssue[] {
  if (card.state === 'closed' || form.productIssue.state !== 'given') return [];
  const { value } = form.productIssue;
  return card.comments.some(({ key }) => key === `product-closed:${value.iid}`) ? [] : [value];
}

/** GitLab knows no difference of case in a path. */
function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
