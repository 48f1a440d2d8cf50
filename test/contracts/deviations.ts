import type { Breach, Part } from './breach.ts';

/** A place where the sandbox or a client knowingly leaves a vendor's description, and the fact that backs it. */
export interface Deviation {
  /** Matches `METHOD /template`. */
  readonly route: RegExp;
  readonly part: Part;
  /** Matches the breach's detail. */
  readonly detail: RegExp;
  readonly what: string;
  /** Where the fact stands: a section of the docs, or the vendor's own page. */
  readonly because: string;
}

/** Every known deviation; what is not in here is a breach. */
export const deviations: readonly Deviation[] = [
  {
    route: /^PUT \/api\/v4\/projects\/\{id\}\/wikis\/\{slug\}$/u,
    part: 'path',
    detail: /^\/slug must be integer/u,
    what: 'The description calls the slug of an edited page an integer; it is the text the page was created under.',
    because: 'docs/gitlab.md#wiki',
  },
  {
    route: /^(POST|PUT|DELETE) \/api\/v4\//u,
    part: 'body',
    detail: /^an empty object where no body is described/u,
    what: 'The client library sends `{}` with every write that has no body of its own; GitLab ignores it.',
    because: 'docs/gitlab.md#client',
  },
  {
    route: /^(GET|DELETE) \/api\/v4\//u,
    part: 'status',
    detail: /^400 is not described/u,
    what: 'Many reads name no 400, but the layer that reads parameters refuses a bad one on every route.',
    because: 'docs/gitlab.md#errors',
  },
  {
    route: /^GET \/api\/v4\/projects\/\{id\}\/wikis$/u,
    part: 'answer',
    detail: /^\/\d+ must NOT have additional properties \("(content|encoding|front_matter)"\)/u,
    what: 'The description gives the list of pages without contents only; with `with_content` they are whole pages.',
    because: 'docs/gitlab.md#wiki',
  },
  {
    route: /^POST \/api\/v4\/projects\/\{id\}\/issues\/\{issue_iid\}\/links$/u,
    part: 'status',
    detail: /^409 is not described/u,
    what: 'Two issues that are linked already cannot be linked again.',
    because:
      'https://gitlab.com/gitlab-org/gitlab/-/blob/master/app/services/issuable_links/create_service.rb',
  },
];

/** The deviation that covers a breach, or null. */
export function deviationFor(breach: Breach): Deviation | null {
  for (const deviation of deviations) {
    if (deviation.part !== breach.part) continue;
    if (deviation.route.test(breach.route) && deviation.detail.test(breach.detail)) return deviation;
  }
  return null;
}
