/** Names that make a plan easier to read; what is missing is shown by its id. */
export interface PlanNames {
  /** GitLab usernames by user id. */
  readonly users?: Readonly<Record<number, string>>;
  /** Names of the desk's own people by Salesforce user id. Never names of customers or opportunities. */
  readonly salesforce?: Readonly<Record<string, string>>;
  /** Names of people and channels by Slack id. */
  readonly slack?: Readonly<Record<string, string>>;
}

/** How a plan is shown. */
export interface RenderOptions {
  readonly names?: PlanNames;
  /**
   * Whether the first words of comments and messages are shown. They can name a customer, so a job log, which
   * more people can read than the issue, wants `hidden`.
   */
  readonly bodies?: 'shortened' | 'hidden';
}

/** A GitLab user as a person reads it: the username, or `user 31`. */
export function userName(id: number, names: PlanNames): string {
  return names.users?.[id] ?? `user ${id}`;
}

/** A Salesforce user: the name and the id, or the id alone. */
export function salesforceName(id: string, names: PlanNames): string {
  const name = names.salesforce?.[id];
  return name === undefined ? id : `${name} (${id})`;
}

/** A Slack user or channel: the name and the id, or the id alone. */
export function slackName(id: string, names: PlanNames): string {
  const name = names.slack?.[id];
  return name === undefined ? id : `${name} (${id})`;
}
