import { z } from 'zod';
import { type Answer, jsonAnswer } from './answer.ts';
import { advanceClock, setClock } from './clock.ts';
import { changeOpportunity } from './salesforce/opportunity-changes.ts';
import type { World } from './world.ts';

const effect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('refuse') }),
  z.strictObject({ kind: z.literal('lose-answer') }),
  z.strictObject({
    kind: z.literal('answer'),
    status: z.int().min(200).max(599),
    body: z.unknown(),
    headers: z.record(z.string(), z.string()).default({}),
  }),
]);

const faultList = z.array(
  z.strictObject({
    match: z
      .strictObject({
        system: z.enum(['gitlab', 'salesforce', 'slack', 'stack-overflow']),
        method: z.string(),
        route: z.string(),
        actor: z.string(),
        writeIndex: z.int().positive(),
      })
      .partial(),
    effect,
    times: z.int().positive().default(1),
  }),
);

const limit = z.int().nonnegative().nullable();

const switchChange = z
  .strictObject({
    tier: z.enum(['free', 'premium']),
    noteLimitPerMinute: limit,
    issueLimitPerMinute: limit,
    requestLimitPerMinute: limit,
    limitStyle: z.enum(['edge', 'application']),
    largestPage: z.int().positive(),
    totalHeaderCutOff: z.int().nonnegative(),
    hiddenNotes: z.array(z.int()),
    labelCap: z.int().positive(),
    strictSlack: z.boolean(),
  })
  .partial();

const clockChange = z.union([
  z.strictObject({ advance: z.number().nonnegative() }),
  z.strictObject({ set: z.iso.datetime({ offset: true }) }),
]);

/** What somebody changes of an opportunity in Salesforce; `by` is a user id there. */
const opportunityChange = z.strictObject({
  id: z.string(),
  by: z.string(),
  stage: z.string().optional(),
  amount: z.number().nullable().optional(),
  closeDate: z.iso.date().optional(),
  probability: z.number().min(0).max(100).nullable().optional(),
});

/**
 * The control surface under `/sandbox/`: what the demo and the oracle may know and do beside the vendors' own
 * interfaces. It is no vendor: no faults, no journal.
 */
export function control(world: World, method: string, pathname: string, body: unknown): Answer {
  switch (`${method} ${pathname}`) {
    case 'GET /sandbox/state':
      return jsonAnswer(stateOf(world));
    case 'GET /sandbox/deliveries':
      return jsonAnswer(Object.values(world.gitlab.projects).flatMap(({ deliveries }) => deliveries));
    case 'GET /sandbox/journal':
      return jsonAnswer(world.journal);
    case 'GET /sandbox/offences':
      return jsonAnswer(world.offences);
    case 'POST /sandbox/clock':
      return checked(clockChange, body, (change) => {
        if ('advance' in change) advanceClock(world, change.advance);
        else setClock(world, change.set);
        return jsonAnswer(world.clock);
      });
    case 'POST /sandbox/opportunities':
      return checked(opportunityChange, body, ({ id, by, ...change }) => {
        const changed = changeOpportunity(world.salesforce, id, change, { by, now: world.clock.now });
        return changed === null ? missing(`no such opportunity or stage: ${id}`) : jsonAnswer(changed);
      });
    case 'POST /sandbox/faults':
      return checked(faultList, body, (faults) => {
        world.faults.push(...faults);
        return jsonAnswer(world.faults);
      });
    case 'POST /sandbox/switches':
      return checked(switchChange, body, (change) => jsonAnswer(Object.assign(world.switches, change)));
    default:
      return missing(`no such control ${method} ${pathname}`);
  }
}

/** Everything but the journal and the deliveries of webhooks, which are longer than the rest together. */
function stateOf({ clock, switches, gitlab, salesforce, slack, stackOverflow }: World) {
  const projects = Object.entries(gitlab.projects).map(([id, { deliveries: _, ...project }]) => [
    id,
    project,
  ]);
  const shown = { ...gitlab, projects: Object.fromEntries(projects) };
  return { clock, switches, gitlab: shown, salesforce, slack, stackOverflow };
}

function checked<Value>(schema: z.ZodType<Value>, body: unknown, act: (value: Value) => Answer): Answer {
  const parsed = schema.safeParse(body);
  return parsed.success ? act(parsed.data) : jsonAnswer({ error: z.prettifyError(parsed.error) }, 400);
}

function missing(what: string): Answer {
  return jsonAnswer({ error: `sandbox: ${what}` }, 404);
}
