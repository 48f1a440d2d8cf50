import { field, type IssueTarget, issueTarget, list, text } from './call.ts';
import type { Call, OutsideIssue, OutsideProject, OutsideState } from './outside.ts';
import type { LabelEvent, StateEvent, Version } from './seen.ts';

/** An event or a system note of which the journal is to say when it came: by whom, and at what time. */
interface Trace {
  readonly id: number;
  readonly userId: number | null;
  readonly createdAt: number;
}

/** What a history is put together from. */
export interface Sources {
  readonly state: OutsideState;
  readonly project: OutsideProject;
  readonly issue: OutsideIssue;
  /** Applied writes about this issue, its creation included, oldest first. */
  readonly writes: readonly Call[];
  readonly copy: boolean;
}

/**
 * The call that caused each of some traces. The clock may stand still, so times alone put nothing in order: ids
 * grow as the calls came, and each trace goes to the first call from the last one's on that can have caused it.
 */
function causes<Item extends Trace>(
  sources: Sources,
  traces: readonly Item[],
  can: (call: Call, trace: Item) => boolean,
): { readonly trace: Item; readonly seq: number }[] {
  let from = 0;
  return [...traces]
    .sort((a, b) => a.id - b.id)
    .map((trace) => {
      const username = sources.state.gitlab.users[String(trace.userId ?? '')]?.username;
      const call = sources.writes.find(
        (each) =>
          each.seq >= from && each.actor === username && each.at === trace.createdAt && can(each, trace),
      );
      from = call?.seq ?? from;
      return { trace, seq: call?.seq ?? 0 };
    });
}

function allText(call: Call): string {
  return `${text(call, 'body')}\n${text(call, 'description')}`;
}

function couldLabel(call: Call, name: string, action: 'add' | 'remove'): boolean {
  const added = [...list(call, 'add_labels'), ...list(call, 'labels')];
  const spoken = allText(call).includes(name) && /\/(?:re|un)?label/.test(allText(call));
  if (action === 'add') return added.includes(name) || spoken;
  const scope = name.includes('::') ? name.slice(0, name.lastIndexOf('::') + 2) : null;
  const rival = scope !== null && added.some((other) => other !== name && other.startsWith(scope));
  const replaced = field(call, 'labels') !== undefined || /\/(?:re|un)label/.test(allText(call));
  return rival || replaced || spoken || list(call, 'remove_labels').includes(name);
}

/** The label events in order, each with the call that caused it. */
export function labelHistory(sources: Sources): LabelEvent[] {
  const { state, issue } = sources;
  const name = (labelId: number): string | null => state.gitlab.labels[String(labelId)]?.name ?? null;
  const found = causes(sources, issue.labelEvents, (call, event) => {
    const label = name(event.labelId);
    return label !== null && couldLabel(call, label, event.action);
  });
  return found.map(({ trace, seq }) => ({
    id: trace.id,
    user: state.gitlab.users[String(trace.userId ?? '')] ?? null,
    label: name(trace.labelId),
    labelId: trace.labelId,
    action: trace.action,
    at: trace.createdAt,
    seq,
    copied: sources.copy && seq === 0,
  }));
}

/** The state events of this issue itself, each with the call that caused it. */
export function stateHistory(sources: Sources): StateEvent[] {
  const { state, issue } = sources;
  const found = causes(sources, issue.stateEvents, (call, event) => {
    const words = event.state === 'closed' ? /\/close\b|\/duplicate\b/ : /\/reopen\b/;
    const verb = event.state === 'closed' ? 'close' : 'reopen';
    const moved = event.state === 'closed' && /\/move$/.test(call.path);
    return field(call, 'state_event') === verb || moved || words.test(allText(call));
  });
  return found
    .filter(({ seq }) => seq > 0 || !sources.copy)
    .map(({ trace, seq }) => ({
      id: trace.id,
      user: state.gitlab.users[String(trace.userId ?? '')] ?? null,
      state: trace.state,
      seq,
    }));
}

/** The descriptions as they were sent, the commands that GitLab has taken out included. */
export function descriptionHistory(sources: Sources): Version<string>[] {
  const sent = sources.writes.flatMap((call): Version<string>[] => {
    const value = field(call, 'description');
    return typeof value === 'string' ? [{ seq: call.seq, value }] : [];
  });
  return sent.length === 0 ? [{ seq: 0, value: sources.issue.description ?? '' }] : sent;
}

/** Whether the issue was confidential, as GitLab's own notes about it say. */
export function confidentialHistory(sources: Sources): Version<boolean>[] {
  const { issue } = sources;
  const notes = issue.notes
    .filter((note) => note.system && /^made the issue (confidential|visible to everyone)$/.test(note.body))
    .map((note) => ({ ...note, userId: note.authorId }));
  const found = causes(sources, notes, (call) => {
    return typeof field(call, 'confidential') !== 'undefined' || /\/confidential\b/.test(allText(call));
  }).filter(({ seq }) => seq > 0 || !sources.copy);
  const toggles = found.map(({ trace, seq }) => ({ seq, value: trace.body.endsWith('confidential') }));
  return [{ seq: -1, value: toggles[0] === undefined ? issue.confidential : !toggles[0].value }, ...toggles];
}

/** The assignees each time somebody set them, as far as GitLab has taken them. */
export function assigneeHistory(sources: Sources): Version<readonly string[]>[] {
  const { state, issue, project } = sources;
  const members = new Set(project.members.map((member) => member.userId));
  const sent = sources.writes.flatMap((call): Version<readonly string[]>[] => {
    if (field(call, 'assignee_ids') === undefined && field(call, 'assignee_id') === undefined) return [];
    const ids = [...list(call, 'assignee_ids'), ...list(call, 'assignee_id')].map(Number);
    const taken = ids.filter((id) => members.has(id));
    return [{ seq: call.seq, value: taken.flatMap((id) => state.gitlab.users[String(id)]?.username ?? []) }];
  });
  const now = issue.assigneeIds.flatMap((id) => state.gitlab.users[String(id)]?.username ?? []);
  return sent.length === 0 ? [{ seq: 0, value: now }] : [{ seq: -1, value: [] }, ...sent];
}

/** The call that opened an issue: of those by its author at that time the one in the same place. */
export function openingCall(
  calls: readonly Call[],
  issue: OutsideIssue,
  context: { readonly state: OutsideState; readonly project: OutsideProject },
): Call | null {
  const { state, project } = context;
  const author = state.gitlab.users[String(issue.authorId)]?.username;
  const paths = [project.id, encodeURIComponent(project.path)].map(
    (each) => `/api/v4/projects/${each}/issues`,
  );
  const openings = calls.filter(
    (call) =>
      call.method === 'POST' &&
      call.applied &&
      call.actor === author &&
      call.at === issue.createdAt &&
      paths.includes(call.path.split('?', 1)[0] ?? ''),
  );
  const siblings = Object.values(project.issues)
    .filter((each) => each.authorId === issue.authorId && each.createdAt === issue.createdAt && !isCopy(each))
    .sort((a, b) => a.iid - b.iid);
  return openings[siblings.indexOf(issue)] ?? null;
}

/** Whether an issue was cloned or moved here, as GitLab's own note about it says. */
export function isCopy(issue: OutsideIssue): boolean {
  return issue.notes.some((note) => note.system && /^(?:moved|cloned) from /.test(note.body));
}

/** What a call does to an issue, and to which; null: nothing to any of this project. */
export function targetOf(call: Call, project: OutsideProject): IssueTarget | null {
  return call.system === 'gitlab' ? issueTarget(call, project) : null;
}
