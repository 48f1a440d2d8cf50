import type { Config } from '../../config/types.ts';

/** A board of the project; `label` is null for a list that is not made of a label. Lists from left to right. */
export interface IssueBoard {
  readonly id: number;
  readonly name: string;
  readonly lists: readonly { readonly label: string | null }[];
}

/** A pipeline schedule. `ref` comes as `main` or as `refs/heads/main`. */
export interface ScheduleFacts {
  readonly id: number;
  readonly description: string;
  readonly ref: string;
  readonly cron: string;
  readonly timezone: string;
  readonly active: boolean;
  /** Username; GitLab runs the schedule with this person's rights. Null: GitLab did not say. */
  readonly owner: string | null;
  readonly variables: Readonly<Record<string, string>>;
}

/** A webhook of the project. */
export interface WebhookFacts {
  readonly id: number;
  readonly url: string;
  readonly issuesEvents: boolean;
  readonly confidentialIssuesEvents: boolean;
  readonly noteEvents: boolean;
  readonly confidentialNoteEvents: boolean;
  /** Reactions; null: this GitLab has no such event. */
  readonly emojiEvents: boolean | null;
  readonly pushEvents: boolean;
}

/** A wiki page with its content. */
export interface WikiPageFacts {
  readonly slug: string;
  readonly title: string;
  readonly content: string;
}

/** What `setup` has read of the project. Labels include those of ancestor groups. */
export interface SetupInput {
  readonly config: Config;
  readonly labels: readonly { readonly name: string }[];
  readonly boards: readonly IssueBoard[];
  readonly wikiPages: readonly WikiPageFacts[];
  readonly schedules: readonly ScheduleFacts[];
  readonly webhooks: readonly WebhookFacts[];
  readonly project: SetupProject;
  readonly defaultBranch: string;
}

/** The project as `setup` needs it. */
export interface SetupProject {
  readonly id: number;
  /** Full path, such as `acme/sme-desk`. */
  readonly path: string;
  readonly webUrl: string;
  /** `private`, `internal` or `public`. */
  readonly visibility: string;
}
