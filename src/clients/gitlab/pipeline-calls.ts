import { outcomeOf } from '../write-outcome.ts';
import { createdSchema, scheduleSchema, triggerSchema, webhookSchema } from './schema-project.ts';
import { readAs, type Session, writtenAs } from './session.ts';
import type { GitLab } from './types.ts';

type ScheduleCalls = Pick<GitLab, 'schedules' | 'createSchedule' | 'editSchedule' | 'setScheduleVariable'>;
type WebhookCalls = Pick<GitLab, 'webhooks' | 'createTrigger' | 'createWebhook' | 'editWebhook'>;

/** Pipeline schedules (docs/gitlab.md#ci). */
export function scheduleCalls({ project, segment, resources, list }: Session): ScheduleCalls {
  const { schedules, scheduleVariables } = resources;
  return {
    async schedules() {
      const found = await list(createdSchema, `projects/${segment}/pipeline_schedules`);
      const whole = [];
      for (const { id } of found) whole.push(readAs(scheduleSchema, await schedules.show(project, id)));
      return whole;
    },
    async createSchedule({ description, ref, cron, timezone }) {
      return await outcomeOf('gitlab', async () => {
        const options = { cronTimezone: timezone, active: true };
        return writtenAs(createdSchema, await schedules.create(project, description, ref, cron, options));
      });
    },
    async editSchedule(id, { cron, timezone, active }) {
      return await outcomeOf('gitlab', async () => {
        const change = { cron, cronTimezone: timezone, active };
        writtenAs(createdSchema, await schedules.edit(project, id, change));
        return null;
      });
    },
    async setScheduleVariable(id, key, value, exists) {
      return await outcomeOf('gitlab', async () => {
        if (exists) await scheduleVariables.edit(project, id, key, value);
        else await scheduleVariables.create(project, id, key, value);
        return null;
      });
    },
  };
}

/** Exactly the events that can make work for the desk, the confidential ones included (docs/gitlab.md#webhooks). */
const hookEvents = {
  issuesEvents: true,
  confidentialIssuesEvents: true,
  noteEvents: true,
  confidentialNoteEvents: true,
  emojiEvents: true,
  pushEvents: false,
  enableSslVerification: true,
};

/** The webhook that starts a pipeline, and the trigger token in its address. */
export function webhookCalls({ project, segment, resources, list, addSecret }: Session): WebhookCalls {
  const { hooks, triggers } = resources;
  return {
    async webhooks() {
      return await list(webhookSchema, `projects/${segment}/hooks`);
    },
    async createTrigger(description) {
      return await outcomeOf('gitlab', async () => {
        const trigger = writtenAs(triggerSchema, await triggers.create(project, description));
        addSecret(trigger.token);
        return trigger;
      });
    },
    async createWebhook({ url }) {
      addSecretsOf(url, addSecret);
      return await outcomeOf('gitlab', async () => {
        return writtenAs(createdSchema, await hooks.add(project, url, hookEvents));
      });
    },
    async editWebhook(id, { url }) {
      addSecretsOf(url, addSecret);
      return await outcomeOf('gitlab', async () => {
        writtenAs(createdSchema, await hooks.edit(project, id, url, hookEvents));
        return null;
      });
    },
  };
}

/** The address of the hook holds the trigger token as its query; GitLab repeats addresses in its refusals. */
function addSecretsOf(url: string, addSecret: (secret: string) => void): void {
  if (!URL.canParse(url)) return;
  for (const value of new URL(url).searchParams.values()) addSecret(value);
}
