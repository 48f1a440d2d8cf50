import { describe, expect, it } from 'vitest';
import { exampleWorld } from '../../../../src/sandbox/example/example-world.ts';
import { createLabel } from '../../../../src/sandbox/gitlab/labels.ts';
import { recordDelivery } from '../../../../src/sandbox/gitlab/project/webhook-deliveries.ts';
import type { IssueState, NoteState, WebhookState } from '../../../../src/sandbox/gitlab/state.ts';

const sam = 21;
const priya = 11;

function issueOf(own: Partial<IssueState> = {}): IssueState {
  return {
    id: 5001,
    iid: 3,
    projectId: 7,
    title: 'Acme needs an AI demo',
    description: 'A demo, please.',
    state: 'opened',
    confidential: false,
    createdAt: 0,
    updatedAt: 0,
    closedAt: null,
    closedById: null,
    authorId: sam,
    labelIds: [],
    assigneeIds: [],
    dueDate: null,
    discussionLocked: null,
    movedToId: null,
    issueType: 'issue',
    subscribers: {},
    notes: [],
    awards: [],
    labelEvents: [],
    stateEvents: [],
    links: [],
    ...own,
  };
}

function noteOf(own: Partial<NoteState> = {}): NoteState {
  const times = { createdAt: 0, updatedAt: 0 };
  return {
    id: 31,
    authorId: priya,
    body: 'Fine with me',
    ...times,
    system: false,
    internal: false,
    awards: [],
    ...own,
  };
}

function listening(own: Partial<WebhookState> = {}) {
  const world = exampleWorld();
  const project = world.gitlab.projects[7];
  if (project === undefined) throw new Error('the example world has lost the project of the desk');
  project.webhooks.push({
    id: 18,
    url: 'http://127.0.0.1/trigger',
    issuesEvents: true,
    confidentialIssuesEvents: true,
    noteEvents: true,
    confidentialNoteEvents: true,
    emojiEvents: true,
    pushEvents: false,
    enableSslVerification: true,
    token: null,
    createdAt: 0,
    ...own,
  });
  const place = { gitlab: world.gitlab, now: world.clock.now, url: new URL('http://gitlab.test/api/v4/x') };
  return { project, place, gitlab: world.gitlab };
}

describe('an event reaches a webhook under its name', () => {
  it.each([
    [false, false, 'Issue Hook', 'Note Hook'],
    [true, false, 'Confidential Issue Hook', 'Confidential Note Hook'],
    [false, true, 'Issue Hook', 'Confidential Note Hook'],
  ])('issue confidential: %s, note internal: %s', (confidential, internal, issueName, noteName) => {
    const { project, place } = listening();
    const issue = issueOf({ confidential });

    recordDelivery(place, { kind: 'issue', project, issue, before: null, userId: sam, action: 'open' });
    const note = noteOf({ internal });
    recordDelivery(place, { kind: 'note', project, issue, note, userId: priya, action: 'create' });

    expect(project.deliveries.map(({ event }) => event)).toEqual([issueName, noteName]);
    expect(project.deliveries.every(({ delivered, hook }) => !delivered && hook === 18)).toBe(true);
  });

  it('but not one that does not listen to confidential events', () => {
    const { project, place } = listening({ confidentialIssuesEvents: false });
    const issue = issueOf({ confidential: true });

    recordDelivery(place, { kind: 'issue', project, issue, before: null, userId: sam, action: 'open' });

    expect(project.deliveries).toEqual([]);
  });

  it('and a system note reaches none', () => {
    const { project, place } = listening();
    const note = noteOf({ system: true });

    recordDelivery(place, { kind: 'note', project, issue: issueOf(), note, userId: sam, action: 'create' });

    expect(project.deliveries).toEqual([]);
  });
});

describe('a reaction reaches a webhook', () => {
  const award = { id: 4, name: 'thumbsup', userId: priya, createdAt: 0 };

  it('with the comment and the issue it stands on, confidential or not', () => {
    const { project, place } = listening();
    const issue = issueOf({ confidential: true });
    const about = { kind: 'emoji', project, issue, note: noteOf(), award, userId: priya } as const;

    recordDelivery(place, { ...about, action: 'award' });

    expect(project.deliveries[0]).toMatchObject({
      event: 'Emoji Hook',
      payload: {
        object_kind: 'emoji',
        event_type: 'award',
        user: { username: 'priya' },
        object_attributes: { name: 'thumbsup', awardable_type: 'Note', awardable_id: 31, action: 'award' },
        issue: { iid: 3 },
      },
    });
  });

  it('but not one that does not listen to reactions', () => {
    const { project, place } = listening({ emojiEvents: false });
    const about = { kind: 'emoji', project, issue: issueOf(), note: null, award, userId: priya } as const;

    recordDelivery(place, { ...about, action: 'revoke' });

    expect(project.deliveries).toEqual([]);
  });
});

describe('the payload', () => {
  it('names who did it without the address, and what changed', () => {
    const { project, place, gitlab } = listening();
    const approved = createLabel(gitlab, project, { name: 'request::approved', color: '#00ff00' });
    const before = issueOf();
    const issue = issueOf({ labelIds: [approved.id] });

    recordDelivery(place, { kind: 'issue', project, issue, before, userId: priya, action: 'update' });

    expect(project.deliveries[0]?.payload).toMatchObject({
      object_kind: 'issue',
      event_type: 'issue',
      user: { id: priya, username: 'priya', email: '[REDACTED]' },
      project: { id: 7, path_with_namespace: 'acme/sme-desk' },
      object_attributes: { iid: 3, action: 'update', url: 'http://gitlab.test/acme/sme-desk/-/issues/3' },
      changes: { labels: { previous: [], current: [{ title: 'request::approved' }] } },
    });
  });

  it('of a note carries the issue and says whether it was written or edited', () => {
    const { project, place } = listening();
    const issue = issueOf({ confidential: true });

    recordDelivery(place, { kind: 'note', project, issue, note: noteOf(), userId: priya, action: 'update' });

    expect(project.deliveries[0]?.payload).toMatchObject({
      object_kind: 'note',
      event_type: 'confidential_note',
      object_attributes: { id: 31, note: 'Fine with me', noteable_type: 'Issue', action: 'update' },
      issue: { iid: 3, confidential: true },
    });
  });

  it('is plain data, as everything in the world', () => {
    const { project, place } = listening();
    const before = issueOf();

    recordDelivery(place, {
      kind: 'issue',
      project,
      issue: issueOf({ state: 'closed' }),
      before,
      userId: sam,
      action: 'close',
    });

    expect(JSON.parse(JSON.stringify(project.deliveries))).toEqual(project.deliveries);
  });
});
