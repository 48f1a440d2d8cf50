import type { Answer } from '../../answer.ts';
import type { Route } from '../../route.ts';
import type { SandboxHost } from '../../world.ts';
import { answer, forbidden, notFound, Refusal } from '../answers.ts';
import { type ProjectCall, projectRoute } from '../call.ts';
import { offsetPage } from '../paging.ts';
import { flag, requiredText, text } from '../parameters.ts';
import { timestamp } from '../present-user.ts';
import { access } from '../rights.ts';
import { nextId, type WebhookState } from '../state.ts';

/** Webhooks of the project, for Maintainers; the secret goes in and never comes out (`docs/gitlab.md#webhooks`). */
export function webhookHandlers(host: SandboxHost): Route[] {
  return [
    projectRoute(host, 'get', '/hooks', (call) => {
      checkMaintainer(call);
      return offsetPage(call, call.project.webhooks, { present: (hook) => presentWebhook(call, hook) });
    }),
    projectRoute(host, 'post', '/hooks', createWebhook),
    projectRoute(host, 'put', '/hooks/:hook_id', editWebhook),
  ];
}

/** A webhook that names no events listens to pushes. */
function createWebhook(call: ProjectCall): Answer {
  checkMaintainer(call);
  const url = requiredText(call.parameters, 'url');
  checkUrl(url);
  const webhook: WebhookState = {
    id: nextId(call.gitlab, 'webhook'),
    url,
    issuesEvents: false,
    confidentialIssuesEvents: false,
    noteEvents: false,
    confidentialNoteEvents: false,
    emojiEvents: false,
    pushEvents: true,
    enableSslVerification: true,
    token: null,
    createdAt: call.now,
    ...settingsOf(call),
  };
  call.project.webhooks.push(webhook);
  return answer(201, presentWebhook(call, webhook));
}

function editWebhook(call: ProjectCall): Answer {
  checkMaintainer(call);
  const webhook = call.project.webhooks.find(({ id }) => String(id) === call.path.hook_id);
  if (webhook === undefined) throw notFound();
  const url = text(call.parameters, 'url') ?? webhook.url;
  checkUrl(url);
  Object.assign(webhook, { url }, settingsOf(call));
  return answer(200, presentWebhook(call, webhook));
}

function checkMaintainer(call: ProjectCall): void {
  if (call.access < access.maintainer) throw forbidden();
}

function checkUrl(url: string): void {
  if (/^https?:\/\/[^\s/]+/.test(url) && URL.canParse(url)) return;
  throw new Refusal(422, { error: 'Invalid url given' });
}

/** The settings that the call names. */
function settingsOf(call: ProjectCall): Partial<WebhookState> {
  const given = {
    issuesEvents: flag(call.parameters, 'issues_events'),
    confidentialIssuesEvents: flag(call.parameters, 'confidential_issues_events'),
    noteEvents: flag(call.parameters, 'note_events'),
    confidentialNoteEvents: flag(call.parameters, 'confidential_note_events'),
    emojiEvents: flag(call.parameters, 'emoji_events'),
    pushEvents: flag(call.parameters, 'push_events'),
    enableSslVerification: flag(call.parameters, 'enable_ssl_verification'),
    token: text(call.parameters, 'token'),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function presentWebhook(call: ProjectCall, webhook: WebhookState) {
  return {
    id: webhook.id,
    url: webhook.url,
    name: null,
    description: null,
    created_at: timestamp(webhook.createdAt),
    push_events: webhook.pushEvents,
    issues_events: webhook.issuesEvents,
    confidential_issues_events: webhook.confidentialIssuesEvents,
    note_events: webhook.noteEvents,
    confidential_note_events: webhook.confidentialNoteEvents,
    emoji_events: webhook.emojiEvents,
    ...unusedEvents,
    enable_ssl_verification: webhook.enableSslVerification,
    alert_status: 'executable',
    disabled_until: null,
    url_variables: [],
    push_events_branch_filter: null,
    branch_filter_strategy: 'wildcard',
    custom_webhook_template: null,
    custom_headers: [],
    token_present: webhook.token !== null,
    signing_token_present: false,
    project_id: call.project.id,
  };
}

/** Events that the sandbox never has. */
const unusedEvents = {
  tag_push_events: false,
  merge_requests_events: false,
  repository_update_events: false,
  pipeline_events: false,
  wiki_page_events: false,
  deployment_events: false,
  feature_flag_events: false,
  job_events: false,
  releases_events: false,
  milestone_events: false,
  resource_access_token_events: false,
  resource_deploy_token_events: false,
};
