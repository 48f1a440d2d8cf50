/**
 * GitLab as plain data. Times are epoch milliseconds, dates `YYYY-MM-DD`. Records are keyed by the id in
 * their name; whatever belongs to one issue lies inside that issue, so that no call has to search.
 */

export interface UserState {
  id: number;
  username: string;
  name: string;
  state: 'active' | 'blocked' | 'deactivated';
  bot: boolean;
  /** What everybody may read; the private address is never shown to others. */
  publicEmail: string | null;
  email: string;
  createdAt: number;
  /** What people set beside their name; null: never set. */
  status: UserStatusState | null;
}

export interface UserStatusState {
  emoji: string;
  message: string | null;
  availability: 'busy' | 'not_set';
  /** When GitLab clears it; null: never. */
  clearAt: number | null;
}

export interface TokenState {
  userId: number;
  scopes: string[];
  state: 'active' | 'revoked' | 'expired';
}

export interface MemberState {
  userId: number;
  /** 10 guest, 15 planner, 20 reporter, 30 developer, 40 maintainer, 50 owner. */
  accessLevel: number;
  createdAt: number;
  /** `YYYY-MM-DD` or null. */
  expiresAt: string | null;
}

export interface GroupState {
  id: number;
  name: string;
  /** Full path, such as `acme/solutions-architects`. */
  path: string;
  parentId: number | null;
  visibility: 'private' | 'internal' | 'public';
  members: MemberState[];
}

export interface LabelState {
  id: number;
  name: string;
  color: string;
  description: string | null;
  priority: number | null;
  archived: boolean;
  locked: boolean;
  /** Exactly one of the two is set: a label belongs to a project or to a group. */
  projectId: number | null;
  groupId: number | null;
}

export interface AwardState {
  id: number;
  name: string;
  userId: number;
  createdAt: number;
}

export interface NoteState {
  id: number;
  authorId: number;
  body: string;
  createdAt: number;
  updatedAt: number;
  system: boolean;
  internal: boolean;
  awards: AwardState[];
}

/** The label itself is looked up by its id when somebody reads: renaming and deleting rewrite history. */
export interface LabelEventState {
  id: number;
  userId: number | null;
  createdAt: number;
  labelId: number;
  action: 'add' | 'remove';
}

export interface StateEventState {
  id: number;
  userId: number | null;
  createdAt: number;
  state: 'closed' | 'reopened';
}

export interface IssueLinkState {
  id: number;
  /** Global id of the other issue. */
  issueId: number;
  type: 'relates_to' | 'blocks' | 'is_blocked_by';
  createdAt: number;
}

export interface IssueState {
  /** Global id. */
  id: number;
  iid: number;
  projectId: number;
  title: string;
  description: string | null;
  state: 'opened' | 'closed';
  confidential: boolean;
  createdAt: number;
  updatedAt: number;
  closedAt: number | null;
  closedById: number | null;
  authorId: number;
  labelIds: number[];
  assigneeIds: number[];
  dueDate: string | null;
  discussionLocked: boolean | null;
  /** Global id of the issue this one was moved to. */
  movedToId: number | null;
  issueType: 'issue' | 'incident' | 'task';
  subscribers: Record<number, boolean>;
  notes: NoteState[];
  awards: AwardState[];
  labelEvents: LabelEventState[];
  stateEvents: StateEventState[];
  links: IssueLinkState[];
}

export interface WikiPageState {
  /** Also names the page's meta id. */
  id: number;
  slug: string;
  title: string;
  content: string;
  format: 'markdown' | 'rdoc' | 'asciidoc' | 'org';
  frontMatter: Record<string, string>;
}

export interface BoardListState {
  id: number;
  labelId: number | null;
  position: number;
}

export interface BoardState {
  id: number;
  name: string;
  hideBacklogList: boolean;
  hideClosedList: boolean;
  lists: BoardListState[];
}

export interface ScheduleVariableState {
  key: string;
  variableType: 'env_var' | 'file';
  value: string;
}

export interface ScheduleState {
  id: number;
  description: string;
  ref: string;
  cron: string;
  cronTimezone: string;
  active: boolean;
  ownerId: number;
  createdAt: number;
  updatedAt: number;
  variables: ScheduleVariableState[];
}

export interface TriggerState {
  id: number;
  description: string;
  token: string;
  ownerId: number;
  createdAt: number;
  updatedAt: number;
  lastUsed: number | null;
}

export interface WebhookState {
  id: number;
  url: string;
  issuesEvents: boolean;
  confidentialIssuesEvents: boolean;
  noteEvents: boolean;
  confidentialNoteEvents: boolean;
  emojiEvents: boolean;
  pushEvents: boolean;
  enableSslVerification: boolean;
  token: string | null;
  createdAt: number;
}

/**
 * A pipeline the sandbox was asked for. It is only recorded: whoever plays the runner reads it and sets its
 * end.
 */
export interface PipelineState {
  id: number;
  iid: number;
  ref: string;
  source: 'api' | 'push' | 'schedule' | 'trigger' | 'web';
  status: 'created' | 'running' | 'success' | 'failed' | 'canceled';
  userId: number;
  createdAt: number;
  updatedAt: number;
  variables: { key: string; variableType: 'env_var' | 'file'; value: string }[];
  /** The schedule it came from; null for every other source. */
  scheduleId: number | null;
}

/** A webhook call the sandbox would have made; it stays here until whoever plays the network carries it. */
export interface DeliveryState {
  id: number;
  /** Id of the webhook. */
  hook: number;
  /** Where the webhook points, as it was when the event happened. */
  url: string;
  event: 'Issue Hook' | 'Confidential Issue Hook' | 'Note Hook' | 'Confidential Note Hook' | 'Emoji Hook';
  payload: Record<string, unknown>;
  at: number;
  delivered: boolean;
}

/** What the settings page of a project holds and the desk's set-up reads or writes. */
export interface ProjectSettings {
  description: string | null;
  issuesAccessLevel: 'disabled' | 'private' | 'enabled';
  wikiAccessLevel: 'disabled' | 'private' | 'enabled';
}

/** A file beside the texts of a project. */
export interface UploadState {
  id: number;
  /** The hard-to-guess part of its address: 32 hexadecimal digits. */
  secret: string;
  filename: string;
  content: string;
  userId: number;
  createdAt: number;
}

export interface ProjectState {
  id: number;
  name: string;
  /** Full path, such as `acme/sme-desk`. */
  path: string;
  /** Direct parent group. */
  groupId: number | null;
  visibility: 'private' | 'internal' | 'public';
  defaultBranch: string;
  createdAt: number;
  settings: ProjectSettings;
  members: MemberState[];
  /** By iid. */
  issues: Record<number, IssueState>;
  wiki: WikiPageState[];
  boards: BoardState[];
  schedules: ScheduleState[];
  triggers: TriggerState[];
  webhooks: WebhookState[];
  /** Webhook calls that events have caused, oldest first. */
  deliveries: DeliveryState[];
  /** Oldest first. */
  pipelines: PipelineState[];
  uploads: UploadState[];
  nextIid: number;
}

/** The counters ids come from; event, note and issue ids are global, as on a real instance. */
export interface Counters {
  issue: number;
  note: number;
  labelEvent: number;
  stateEvent: number;
  award: number;
  label: number;
  link: number;
  wikiPage: number;
  board: number;
  boardList: number;
  schedule: number;
  trigger: number;
  webhook: number;
  delivery: number;
  pipeline: number;
  upload: number;
}

/** One quick action that was carried out or tried. */
export interface ExecutedCommand {
  userId: number;
  projectId: number;
  /** Iid of the issue; 0 when it stood in the description the issue was created with. */
  issueIid: number;
  /** Where it stood. */
  source: 'note' | 'description';
  /** As written, such as `/label ~"request::approved"`. */
  command: string;
  /** False when the user had no right to it or it did not apply. */
  effective: boolean;
  at: number;
}

export interface GitLabWorld {
  /** By user id. */
  users: Record<number, UserState>;
  /** By the token itself. */
  tokens: Record<string, TokenState>;
  /** By group id. */
  groups: Record<number, GroupState>;
  /** By project id; the desk's is 7. */
  projects: Record<number, ProjectState>;
  /** Project ids by a path that projects once had. */
  redirects: Record<string, number>;
  /** Labels of all projects and groups, by label id. */
  labels: Record<number, LabelState>;
  /** Where an issue is, by its global id. */
  issueIndex: Record<number, { projectId: number; iid: number }>;
  counters: Counters;
  /** Quick actions GitLab carried out, whoever's text they stood in: the desk must never appear here. */
  executed: ExecutedCommand[];
  /** Recent limited actions, by `<limit>:<user id>`: the times inside the running minute. */
  recent: Record<string, number[]>;
}

/** The next id of a kind; ids start at 1 and are never used twice. */
export function nextId(world: GitLabWorld, kind: keyof Counters): number {
  world.counters[kind] += 1;
  return world.counters[kind];
}
