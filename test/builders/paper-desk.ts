import type { Config } from '../../src/config/types.ts';
import { foundedOnly } from '../../src/domain/record/founded-only.ts';
import type { RecordState } from '../../src/domain/record/record-state.ts';
import { isReference, settleWords } from '../../src/domain/record/reference-words.ts';
import { type RequestView, requestContext, viewRequest } from '../../src/domain/request/request-view.ts';
import type { IssueFacts, Note, Reference, Snapshot } from '../../src/domain/snapshot.ts';
import type { Action, OpenFollowUp, RecordJson, SealRecord, WriteRecord } from '../../src/plan/action.ts';
import type { OpenDigest } from '../../src/plan/digest-action.ts';
import type { Allowances } from '../../src/plan/guards.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { project } from '../../src/plan/project.ts';
import { planRequests, type RequestStep, requestSteps } from '../../src/reconcile/plan-requests.ts';
import { channelOnPaper, noteDone } from './channel-on-paper.ts';
import { exampleConfig } from './config.ts';
import { isToldOnPaper } from './is-told-on-paper.ts';
import { openOnPaper } from './open-on-paper.ts';
import { requestText } from './request-text.ts';
import { issue as issueOf, labelId, monday, snapshot as snapshotOf, user } from './snapshot.ts';

/**
 * A desk on paper: people act, the desk plans, and what it has planned comes true at once. It remembers ids and
 * events as GitLab does, so that stories can be told without a server.
 */
export class PaperDesk {
  readonly tier: 'free' | 'premium';
  config: Config;
  world: Snapshot;
  /** What the last run has planned. */
  last: readonly Action[] = [];
  #event = 100;
  #note = 1000;
  readonly #became = new Map<string, string | number>();

  constructor(options: { tier?: 'free' | 'premium'; config?: Config; world?: Partial<Snapshot> } = {}) {
    this.tier = options.tier ?? 'free';
    this.config = options.config ?? exampleConfig();
    this.world = snapshotOf({ now: monday + 60_000, ...options.world });
  }

  /** The same desk in the same world, for another end of the story. */
  copy(): PaperDesk {
    const copy = new PaperDesk({ tier: this.tier, config: this.config, world: this.world });
    copy.#event = this.#event;
    copy.#note = this.#note;
    for (const [reference, became] of this.#became) copy.#became.set(reference, became);
    return copy;
  }

  /** Somebody opens a request. */
  open(changes: Partial<IssueFacts> = {}, answers: Readonly<Record<string, string | null>> = {}): number {
    const iid = this.world.issues.length + 1;
    const { now } = this.world;
    const description = requestText(answers);
    const opened = issueOf({ iid, description, createdAt: now, updatedAt: now, ...changes });
    const bare = { ...opened, labels: [] };
    this.world = { ...this.world, issues: [...this.world.issues, bare] };
    for (const label of opened.labels) this.click(iid, opened.author.username, label);
    return iid;
  }

  /** Somebody sets a label, as the tier has it: on Premium the others of its scope go. */
  click(iid: number, username: string, label: string, id = labelId(label)): void {
    const scope = label.slice(0, label.lastIndexOf('::') + 2);
    const before = this.issue(iid).labels;
    const gone =
      this.tier === 'premium' && scope !== ''
        ? before.filter((each) => each.startsWith(scope) && each !== label)
        : [];
    for (const each of gone) this.unclick(iid, username, each);
    if (before.includes(label)) return;
    this.#change(iid, (issue) => ({
      labels: [...issue.labels, label].sort(),
      labelEvents: [...issue.labelEvents, this.#labelEvent(username, label, 'add', id)],
    }));
  }

  /** Somebody takes a label off. */
  unclick(iid: number, username: string, label: string): void {
    if (!this.issue(iid).labels.includes(label)) return;
    this.#change(iid, (issue) => ({
      labels: issue.labels.filter((each) => each !== label),
      labelEvents: [...issue.labelEvents, this.#labelEvent(username, label, 'remove', labelId(label))],
    }));
  }

  /** The author, or somebody else, edits the form; GitLab notes that. */
  edit(iid: number, answers: Readonly<Record<string, string | null>>, username?: string): void {
    const by = username ?? this.issue(iid).author.username;
    this.#change(iid, () => ({ description: requestText(answers) }));
    this.comment(iid, by, 'changed the description', { system: true });
  }

  /** Somebody assigns these people, or nobody; GitLab notes that. */
  assign(iid: number, username: string, ...assignees: readonly string[]): void {
    const before = this.issue(iid).assignees.map((each) => each.username);
    const came = assignees.filter((each) => !before.includes(each)).map((each) => `@${each}`);
    const went = before.filter((each) => !assignees.includes(each)).map((each) => `@${each}`);
    const parts = [
      ...(came.length > 0 ? [`assigned to ${came.join(', ')}`] : []),
      ...(went.length > 0 ? [`unassigned ${went.join(', ')}`] : []),
    ];
    this.#change(iid, () => ({ assignees: assignees.map(user) }));
    this.comment(iid, username, parts.join(' and '), { system: true });
  }

  /** Somebody reacts to a comment of the desk's, named by its key. */
  react(iid: number, username: string, key: string, name: string): void {
    const note = this.view(iid).notes.get(key)?.id;
    if (typeof note !== 'number') throw new Error(`request ${iid} has no comment ${key}`);
    this.#event += 1;
    const reaction = { id: this.#event, note, user: user(username), name, at: this.world.now };
    this.#change(iid, (issue) => ({ reactions: [...issue.reactions, reaction] }));
  }

  /** Somebody takes a reaction back. */
  unreact(iid: number, username: string, name: string): void {
    this.#change(iid, (issue) => ({
      reactions: issue.reactions.filter((each) => each.user.username !== username || each.name !== name),
    }));
  }

  change(iid: number, changes: Partial<IssueFacts>): void {
    this.#change(iid, () => changes);
  }

  comment(iid: number, username: string, body: string, changes: Partial<Note> = {}): void {
    this.#note += 1;
    const { now } = this.world;
    const note: Note = {
      id: this.#note,
      author: user(username),
      body,
      at: now,
      updatedAt: now,
      system: false,
      internal: false,
      ...changes,
    };
    this.#change(iid, (issue) => ({ notes: [...issue.notes, note] }));
  }

  setState(iid: number, username: string, state: 'closed' | 'reopened'): void {
    this.#event += 1;
    const event = { id: this.#event, user: user(username), at: this.world.now, state };
    this.#change(iid, (issue) => ({
      state: state === 'closed' ? 'closed' : 'opened',
      stateEvents: [...issue.stateEvents, event],
    }));
  }

  later(milliseconds: number): void {
    this.world = { ...this.world, now: this.world.now + milliseconds };
  }

  plan(options: { steps?: readonly RequestStep[]; only?: number; allowances?: Allowances } = {}): Plan {
    return planRequests({
      config: this.config,
      snapshot: this.world,
      steps: options.steps ?? requestSteps,
      only: options.only ?? null,
      allowances: options.allowances ?? {},
      problems: [],
    });
  }

  /** One run: everything that is planned comes true. A minute passes before. */
  run(options: Parameters<PaperDesk['plan']>[0] = {}): Plan {
    this.later(60_000);
    const plan = this.plan(options);
    this.apply(plan.actions);
    this.last = plan.actions;
    return plan;
  }

  apply(actions: readonly Action[]): void {
    for (const action of actions) this.#applyOne(action);
  }

  issue(iid: number): IssueFacts {
    const found = this.world.issues.find((each) => each.iid === iid);
    if (found === undefined) throw new Error(`there is no issue ${iid}`);
    return found;
  }

  view(iid: number): RequestView {
    return viewRequest(requestContext(this.config, this.world), this.issue(iid));
  }

  record(iid: number): RecordState {
    const { state } = this.view(iid).record;
    if (state === null) throw new Error(`request ${iid} has no record`);
    return state;
  }

  /** The states the desk has set, in order. */
  transitions(iid: number): string[] {
    return this.issue(iid).labelEvents.flatMap(({ action, user: by, label }) =>
      action === 'add' && by?.id === this.world.desk.id && label?.name.startsWith('request::') === true
        ? [label.name.slice('request::'.length)]
        : [],
    );
  }

  /** The labels of the scope on a request. */
  scope(iid: number): string[] {
    return this.issue(iid).labels.filter((each) => each.startsWith('request::'));
  }

  /** The desk's comments with a key, as `key` → body. */
  comments(iid: number): Map<string, string> {
    return new Map(this.view(iid).keyed.map(({ key, note }) => [key, note.body]));
  }

  #change(iid: number, changed: (issue: IssueFacts) => Partial<IssueFacts>): void {
    const issues = this.world.issues.map((each) => (each.iid === iid ? { ...each, ...changed(each) } : each));
    this.world = { ...this.world, issues };
  }

  #labelEvent(username: string, name: string, action: 'add' | 'remove', id: number) {
    this.#event += 1;
    return { id: this.#event, user: user(username), at: this.world.now, label: { id, name }, action };
  }

  #applyOne(planned: Action): void {
    const action = channelOnPaper(planned, this.world, this.#became);
    if (action === null) return;
    noteDone(planned, this.#became);
    if (action.kind === 'issue.set') {
      if ((action.needs ?? []).some((each) => !this.#became.has(each))) return;
      if (this.tier === 'premium') this.#excludeScoped(action.issue, action.add);
    }
    if (action.kind === 'issue.link') this.#became.set(`link(${action.issue},${action.target})`, 'linked');
    if (action.kind === 'record.write' && (action.needs ?? []).some((each) => !this.#became.has(each)))
      return;
    if (action.kind === 'slack.invite') {
      this.#became.set(`invite(${action.issue},${action.user})`, 'invited');
    }
    if (action.kind === 'file.upload') {
      const address = `/uploads/${'0f'.repeat(16)}/${action.name}`;
      this.#became.set(`file(${action.issue},${action.key})`, address);
    }
    if (action.kind === 'issue.create' || action.kind === 'digest.open') this.#open(action);
    if (isToldOnPaper(this.world, action)) return;
    this.world = this.#settled(project(this.world, [this.#resolved(action)]));
  }

  #open(action: OpenFollowUp | OpenDigest): void {
    const { world, iid } = openOnPaper(this.world, action, this.#settling);
    this.world = world;
    if (action.kind === 'issue.create') this.#became.set(`issue(${action.issue},${action.key})`, iid);
  }

  /** On Premium GitLab itself takes off the other labels of a scope. */
  #excludeScoped(iid: number, added: readonly string[]): void {
    for (const label of added) {
      const scope = label.slice(0, label.lastIndexOf('::') + 2);
      for (const each of this.issue(iid).labels) {
        if (each.startsWith(scope) && each !== label) this.unclick(iid, 'desk', each);
      }
    }
  }

  #resolved(action: Action): Action {
    switch (action.kind) {
      case 'record.write':
        return {
          ...action,
          ...this.#said(action),
          note: action.note === null ? null : this.#noteId(action.note),
        };
      case 'record.seal':
        return { ...action, ...this.#said(action), note: this.#noteId(action.note) };
      case 'note.create':
        return { ...action, body: settleWords(action.body, this.#settling) };
      case 'slack.edit':
      case 'slack.pin':
        return { ...action, ts: String(this.#became.get(action.ts) ?? action.ts) };
      default:
        return action;
    }
  }

  readonly #settling = (reference: string): string | number | null => this.#became.get(reference) ?? null;

  #noteId(note: number | Reference): number {
    return typeof note === 'number' ? note : Number(this.#became.get(note));
  }

  #said(action: WriteRecord | SealRecord): { text: string; record: RecordJson } {
    const text = settleWords(action.text, this.#settling);
    const founded = foundedOnly(action.record, this.#settling);
    const record: RecordJson = JSON.parse(JSON.stringify(founded), (_, value) => this.#value(value));
    return { text, record };
  }

  #value(value: unknown): unknown {
    if (typeof value !== 'string' || !isReference(value)) return value;
    return this.#became.get(value) ?? (value.startsWith('invite(') ? 'intended' : null);
  }

  /** Gives what a plan only named its ids, as the outside systems do. */
  #settled(world: Snapshot): Snapshot {
    const { salesforce, slack } = world;
    return {
      ...world,
      issues: world.issues.map((issue) => this.#settledIssue(issue)),
      salesforce:
        salesforce.mode === 'on'
          ? {
              ...salesforce,
              teamRows: salesforce.teamRows.map((row) => ({ ...row, id: this.#named(row.id, '00q') })),
            }
          : salesforce,
      slack:
        slack.mode === 'on'
          ? {
              ...slack,
              channels: slack.channels.map((each) => ({ ...each, id: this.#named(each.id, 'C0') })),
              messages: slack.messages.map((each) => ({ ...each, ts: this.#named(each.ts, '17') })),
            }
          : slack,
    };
  }

  #named(id: string, prefix: string): string {
    if (!isReference(id)) return id;
    this.#event += 1;
    const became = `${prefix}${String(this.#event).padStart(10, '0')}`;
    this.#became.set(id, became);
    return became;
  }

  #settledIssue(issue: IssueFacts): IssueFacts {
    return {
      ...issue,
      labelEvents: issue.labelEvents.map((event) => {
        if (Number.isInteger(event.id)) return event;
        this.#event += 1;
        return { ...event, id: this.#event };
      }),
      notes: issue.notes.map((note) => {
        if (typeof note.id === 'number') return note;
        this.#note += 1;
        this.#became.set(note.id, this.#note);
        return { ...note, id: this.#note };
      }),
    };
  }
}
