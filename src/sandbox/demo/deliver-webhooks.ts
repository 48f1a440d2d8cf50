import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { deskUsername } from '../actor.ts';
import type { DeliveryState } from '../gitlab/state.ts';
import type { Sandbox } from '../server.ts';
import { projectOf } from './place.ts';
import { StoryWentWrong } from './story-went-wrong.ts';

const sender = z.object({ user: z.object({ username: z.string() }) });

const startedPipeline = z.object({ id: z.number() });

/** Who caused a delivery. */
function senderOf(delivery: DeliveryState): string {
  return sender.parse(delivery.payload).user.username;
}

/** The deliveries from a position on: those that people caused, and those of the desk itself. */
export function deliveriesSince(
  sandbox: Sandbox,
  from: number,
): { readonly people: readonly DeliveryState[]; readonly desk: readonly DeliveryState[] } {
  const fresh = projectOf(sandbox.world).deliveries.slice(from);
  return {
    people: fresh.filter((each) => senderOf(each) !== deskUsername),
    desk: fresh.filter((each) => senderOf(each) === deskUsername),
  };
}

/**
 * Carries one delivery as the network would: a POST to the address of the webhook, which starts a pipeline. Gives the
 * path of the file that GitLab's runner makes of the body (`docs/gitlab.md#ci`).
 */
export async function deliver(sandbox: Sandbox, delivery: DeliveryState, folder: string): Promise<string> {
  const response = await fetch(delivery.url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Gitlab-Event': delivery.event },
    body: JSON.stringify(delivery.payload),
  });
  if (response.status !== 201) {
    throw new StoryWentWrong(
      `the webhook ${delivery.id} was answered with ${response.status}, not with a pipeline`,
    );
  }
  const { id } = startedPipeline.parse(await response.json());
  delivery.delivered = true;
  const pipeline = projectOf(sandbox.world).pipelines.find((each) => each.id === id);
  const payload = pipeline?.variables.find((each) => each.key === 'TRIGGER_PAYLOAD');
  if (payload === undefined) throw new StoryWentWrong(`the pipeline ${id} has no TRIGGER_PAYLOAD`);
  const file = join(folder, `payload-${id}.json`);
  await writeFile(file, payload.value);
  return file;
}
