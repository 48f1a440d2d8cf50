import type { EnsureWebhook } from '../../plan/action.ts';
import type { SetupProject, WebhookFacts } from './setup-input.ts';

/**
 * The webhook that starts a pipeline when an issue or a note changes or somebody reacts to one: missing, or with the
 * wrong events.
 * Confidential issues fire confidential hooks only, and every request is confidential (`docs/gitlab.md#webhooks`).
 */
export function planWebhook(
  webhooks: readonly WebhookFacts[],
  options: { readonly project: SetupProject; readonly ref: string },
): EnsureWebhook[] {
  const [hook] = pipelineHooks(webhooks, options.project);
  if (hook !== undefined && hasEvents(hook)) return [];
  return [{ kind: 'webhook.ensure', hook: hook?.id ?? null, ref: options.ref }];
}

/** The webhooks that start a pipeline of this project, oldest first. */
export function pipelineHooks(webhooks: readonly WebhookFacts[], project: SetupProject): WebhookFacts[] {
  return webhooks.filter((hook) => startsPipeline(hook.url, project)).sort((a, b) => a.id - b.id);
}

// The token in the query is never looked at: GitLab may mask it, and a plan must not hold it.
function startsPipeline(url: string, project: SetupProject): boolean {
  const [address = ''] = url.split('?', 1);
  const prefixes = [
    `/api/v4/projects/${project.id}/`,
    `/api/v4/projects/${encodeURIComponent(project.path)}/`,
  ];
  return address.endsWith('/trigger/pipeline') && prefixes.some((prefix) => address.includes(prefix));
}

function hasEvents(hook: WebhookFacts): boolean {
  const wanted =
    hook.issuesEvents && hook.confidentialIssuesEvents && hook.noteEvents && hook.confidentialNoteEvents;
  return wanted && hook.emojiEvents !== false && !hook.pushEvents;
}
